"""A small jar repository on the loopback: ranges are served, and it can cut a transfer off or lie about a file."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from graph.server.jars import Jar


def body_of(name: str, size: int = 300_000) -> bytes:
    """Bytes that differ from name to name and from place to place."""
    block = hashlib.sha256(name.encode()).digest()
    return (block * (size // len(block) + 1))[:size]


def jar_of(name: str) -> Jar:
    """A lock entry for a made-up jar."""
    body = body_of(name)
    return Jar("example.made.up", name, "1.0", "", len(body), hashlib.sha256(body).hexdigest())


@dataclass
class Repository:
    """The files by path, what was asked (path, range header), and where to cut the first transfer of a path off."""

    files: dict[str, bytes] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    cut: dict[str, int] = field(default_factory=dict)
    url: str = ""

    def offer(self, jar: Jar, body: bytes | None = None) -> None:
        """Serves a jar, with other bytes than the lock says when `body` is given."""
        self.files["/" + str(jar.path)] = body_of(jar.artifact) if body is None else body

    def reply(self, path: str, range_header: str) -> tuple[int, bytes, int]:
        """Status, what to send, and the length to announce."""
        self.asked.append((path, range_header))
        if path not in self.files:
            return 404, b"", 0
        start = int(range_header.removeprefix("bytes=").removesuffix("-")) if range_header else 0
        rest = self.files[path][start:]
        cut = self.cut.pop(path, None)
        return (206 if range_header else 200), rest if cut is None else rest[:cut], len(rest)


@contextmanager
def serving() -> Iterator[Repository]:
    """A repository that answers on a loopback port of its own while the body runs."""
    repository = Repository()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, body, length = repository.reply(self.path, self.headers.get("Range", ""))
            self.send_response(status)
            self.send_header("Content-Length", str(length))
            self.end_headers()
            self.wfile.write(body)
            self.close_connection = len(body) != length

        def log_message(self, *_: object) -> None:
            """Nothing on the test's output."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as httpd:
        repository.url = f"http://127.0.0.1:{httpd.server_port}"
        thread = threading.Thread(target=httpd.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield repository
        httpd.shutdown()
        thread.join(5.0)
