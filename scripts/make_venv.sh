#!/bin/sh
# make_venv.sh PYTHON FOLDER REQUIREMENT: a virtual environment in FOLDER with the project's REQUIREMENT in it.
set -eu
python=$1 venv=$2 requirement=$3

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "compare-app needs Python 3.11 or later, and \"$python\" is none. Name one: make PYTHON=python3.12 run" >&2
    exit 1
fi

make_venv() { "$python" -m venv --clear "$venv"; }

if [ ! -x "$venv/bin/python" ]; then
    echo "Making a virtual environment in $venv …"
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        line="apt-get install --no-install-recommends python$version-venv"
        if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
            apt-get -qq update && DEBIAN_FRONTEND=noninteractive $line -y -qq </dev/null
        else
            echo "Python's venv is missing. On Debian or Ubuntu:" >&2
            echo "    sudo $line" >&2
            exit 1
        fi
    fi
    make_venv
fi

echo "Installing $requirement and what it needs …"
"$venv/bin/python" -m pip install -qq --disable-pip-version-check --editable "$requirement"
"$venv/bin/python" -m compileall -q compare_app  # the first start need not
