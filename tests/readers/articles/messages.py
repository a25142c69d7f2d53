"""Writes the article as e-mails, and as a line of an archive: python messages.py TEXT PAGE.

`gmail.eml`: as a reply from a browser looks, plain text beside HTML, both with what it answers quoted, in
quoted-printable, by Python's email package. `newsletter.eml`: HTML alone, in base64. `mutt.eml`: lines of 72 letters
with soft ends (format=flowed), by mutt. `archive.jsonl`: under the names of schema.org, as crawlers keep articles.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import textwrap
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

_ANSWERED = "On Mon, 25 Nov 2024 at 09:12, Bo Lind <bo@example.org> wrote:"
_QUESTION = "Is the bridge closed? I heard that repairs cost £9 million."


def main(text: Path, page: Path) -> None:
    """Write the messages and the record beside `text`."""
    title, _, plain = text.read_text(encoding="utf-8").partition("\n\n")
    html = page.read_text(encoding="utf-8")
    reply = _message(title)
    reply.set_content(f"{plain}\n{_ANSWERED}\n\n> {_QUESTION}\n", cte="quoted-printable")
    body = html.partition("<body>")[2].partition("</body>")[0].partition("</h1>")[2]
    quote = f'<div class="gmail_attr">{_ANSWERED}<br></div><blockquote class="gmail_quote">{_QUESTION}</blockquote>'
    reply.add_alternative(f'<div dir="ltr">{body}</div><div class="gmail_quote">{quote}</div>', subtype="html")
    (text.parent / "gmail.eml").write_bytes(reply.as_bytes(policy=SMTP))
    newsletter = _message(title)
    newsletter.set_content(html, subtype="html", cte="base64")
    (text.parent / "newsletter.eml").write_bytes(newsletter.as_bytes(policy=SMTP))
    _by_mutt(title, plain, text.parent / "mutt.eml")
    record = {"headline": title, "datePublished": "2024-11-25T10:00:00Z", "inLanguage": "en", "articleBody": plain}
    (text.parent / "archive.jsonl").write_text(json.dumps(record) + "\n", encoding="ascii")


def _message(title: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Zoë Ångström <zoe@example.org>"
    message["To"] = "desk@example.org"
    message["Subject"] = title
    message["Date"] = "Mon, 25 Nov 2024 10:00:00 +0100"
    message["Message-ID"] = "<1@example.org>"
    return message


def _by_mutt(title: str, plain: str, out: Path) -> None:
    """Have mutt write the message and hand it to a program that keeps it instead of sending it."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as draft:
        draft.write("\n".join(" \n".join(textwrap.wrap(line, 71)) for line in plain.split("\n")))
        draft.flush()
        settings = [
            "set text_flowed",
            "set use_from=no",
            "set copy=no",
            "set charset=utf-8",
            "set hostname=example.org",
            f"set sendmail='{sys.executable} {Path(__file__).resolve()} --keep {out.resolve()}'",
        ]
        options = [word for setting in settings for word in ("-e", setting)]
        with open(draft.name, encoding="utf-8") as body:
            command = ["mutt", "-n", "-F", "/dev/null", *options, "-e", "my_hdr From: Zoe <zoe@example.org>"]
            subprocess.run([*command, "-s", title, "desk@example.org"], stdin=body, check=True)


if __name__ == "__main__":
    if sys.argv[1] == "--keep":
        Path(sys.argv[2]).write_bytes(sys.stdin.buffer.read())
    else:
        main(Path(sys.argv[1]), Path(sys.argv[2]))
