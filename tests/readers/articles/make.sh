#!/bin/sh
# Makes the article in every format with the programs that people use. Needs pandoc, LibreOffice (soffice), Chromium, mutt.
# Run from this folder: ./make.sh
set -eu
export SOURCE_DATE_EPOCH=1732406400
office() {
    soffice -env:UserInstallation=file:///tmp/compare_app_office --headless --convert-to "$1" --outdir made pandoc.odt >/dev/null
    mv "made/pandoc.$1" "libreoffice.$1"
}
for format in docx odt rtf html epub; do pandoc --standalone --metadata pagetitle=article article.md --output "pandoc.$format"; done
pandoc --to plain --wrap=none article.md --output pandoc.txt
mkdir made
for format in docx odt rtf pdf html; do office "$format"; done
rmdir made
chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf=chromium.pdf "file://$PWD/pandoc.html"
python3 snapshot.py pandoc.html chromium.mhtml && sed -i "s#file://$PWD/#file:///articles/#" chromium.mhtml
python3 messages.py pandoc.txt pandoc.html
