#!/bin/sh
# run_samples.sh LEFT RIGHT: opens the window on both; without a display, writes a report and prints the summary.
# PYTHON and REPORT come from the Makefile.
set -eu

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" = Darwin ]; then
    "$PYTHON" scripts/qt_libraries.py
    exec "$PYTHON" -m compare_app "$@"
fi

mkdir -p "$(dirname "$REPORT")"
status=0
"$PYTHON" -m compare_app report --format html --output "$REPORT" "$@" || status=$?
[ "$status" -le 1 ] || exit "$status"
"$PYTHON" -m compare_app report --format text "$@" || status=$?
[ "$status" -le 1 ] || exit "$status"
echo
echo "No display here, so no window. The same comparison as a page: $(cd "$(dirname "$REPORT")" && pwd)/$(basename "$REPORT")"
