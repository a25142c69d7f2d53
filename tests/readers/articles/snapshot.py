"""Saves a page as Chromium's "save as single file" does: python snapshot.py PAGE.html OUT.mhtml."""

from __future__ import annotations

import base64
import json
import os
import socket
import struct
import subprocess
import sys
import tempfile
from pathlib import Path
from time import sleep
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

_PORT = 9333


def main(page: str, out: str) -> None:
    """Start Chromium, open `page`, ask it for a snapshot and write it to `out`."""
    with tempfile.TemporaryDirectory() as profile:
        options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
        browser = subprocess.Popen(
            ["chromium", *options, f"--remote-debugging-port={_PORT}", "about:blank"], stderr=subprocess.DEVNULL
        )
        try:
            Path(out).write_text(_snapshot(Path(page).resolve().as_uri()), encoding="utf-8", newline="")
        finally:
            browser.terminate()
            browser.wait()


def _snapshot(url: str) -> str:
    for _ in range(100):
        try:
            with urlopen(Request(f"http://127.0.0.1:{_PORT}/json/new?{url}", method="PUT")) as answer:
                place = urlsplit(json.load(answer)["webSocketDebuggerUrl"])
            break
        except OSError:
            sleep(0.1)
    sleep(1)  # until the page is there
    with socket.create_connection(("127.0.0.1", _PORT)) as line:
        key = base64.b64encode(os.urandom(16)).decode()
        line.sendall(
            f"GET {place.path} HTTP/1.1\r\nHost: {place.netloc}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        with line.makefile("rb") as stream:
            while stream.readline().strip():
                pass
            asked = json.dumps({"id": 1, "method": "Page.captureSnapshot", "params": {"format": "mhtml"}}).encode()
            line.sendall(struct.pack("!BB", 0x81, 0x80 | len(asked)) + bytes(4) + asked)
            stream.read(1)
            length = stream.read(1)[0]
            if length >= 126:
                length = int.from_bytes(stream.read(2 if length == 126 else 8), "big")
            data: str = json.loads(stream.read(length))["result"]["data"]
    return data


if __name__ == "__main__":
    main(*sys.argv[1:])
