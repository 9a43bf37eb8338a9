"""What every request passes: an id, a clock, a limit on its body, strong ETags and the security headers."""

from __future__ import annotations

import hashlib
import re
import time
import uuid
from collections.abc import Awaitable, Callable

from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import on_http, unexpected

MAX_BODY = 64 * 1024
"""Bytes a request body may have: a Cypher statement with parameters; only a list of names may be larger."""
MAX_LIST = 1024 * 1024
"""Bytes of a list of names, more than the names that are answered at once: who sends too many is told how many."""
LISTS = frozenset({"/v1/resolve", "/resolve"})
MAX_DRAINED = 4 * 1024 * 1024
"""Bytes of a body too large that are read and dropped before it is refused; beyond, the connection is closed."""

# Everything a page needs comes from this server; nothing is inline but what carries the page's own hash.
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SECURITY = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
}


class Envelope:
    """Pure ASGI, so that it costs little: id in, clock, body limit; id, `Server-Timing`, ETag and 304 out.

    HEAD is answered wherever GET is: the same headers, no body. What nothing else caught becomes a 500 problem here.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = _request_id(Headers(scope=scope))
        scope.setdefault("state", {})["request_id"] = request_id
        reply = Reply(scope, send, request_id)
        inner = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
        request = Request(inner)
        most = MAX_LIST if scope["path"] in LISTS else MAX_BODY
        if _declared_length(scope) > most:
            await _drain(receive)
            await (await on_http(request, _too_large(most)))(inner, receive, reply.send)
            return
        try:
            await self.app(inner, _limited(receive, most), reply.send)
        except ClientDisconnect:
            return  # nobody is there to be answered
        except Exception as error:
            if reply.sent:
                raise
            reply.reset()
            await unexpected(request, error)(inner, receive, reply.send)


class Reply:
    """Holds a reply back until it is whole, so that a strong ETag can be given and a 304 answered."""

    def __init__(self, scope: Scope, send: Send, request_id: str) -> None:
        self.scope, self._send, self.request_id = scope, send, request_id
        self.start = time.perf_counter()
        self.head: Message | None = None
        self.body = bytearray()
        self.sent = False

    def reset(self) -> None:
        """Forget what was collected: an error came before its end."""
        self.head, self.body = None, bytearray()

    async def send(self, message: Message) -> None:
        """Collect the reply; pass it on when its last part is there."""
        if message["type"] == "http.response.start":
            self.head = message
            return
        self.body += message.get("body", b"")
        if not message.get("more_body", False):
            await self._finish()

    async def _finish(self) -> None:
        assert self.head is not None
        headers = MutableHeaders(raw=self.head["headers"])
        headers["X-Request-ID"] = self.request_id
        headers["Server-Timing"] = f"total;dur={(time.perf_counter() - self.start) * 1000:.1f}"
        for name, value in SECURITY.items():
            headers.setdefault(name, value)
        body = bytes(self.body)
        if self.head["status"] == 200 and self.scope["method"] in ("GET", "HEAD") and "etag" not in headers:
            tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
            headers["ETag"] = tag
            headers.setdefault("Cache-Control", "no-cache")
            if _matches(Headers(scope=self.scope).get("if-none-match", ""), tag):
                self.head["status"] = 304
                body = b""
                for name in ("content-length", "content-type"):
                    if name in headers:
                        del headers[name]
        self.sent = True
        await self._send(self.head)
        await self._send({"type": "http.response.body", "body": b"" if self.scope["method"] == "HEAD" else body})


def _request_id(headers: Headers) -> str:
    """The caller's id when it is harmless, else a new one."""
    given = headers.get("x-request-id", "")
    return given if re.fullmatch(r"[\w.-]{1,64}", given, re.ASCII) else uuid.uuid4().hex


def _matches(given: str, tag: str) -> bool:
    return given.strip() == "*" or tag in [part.strip().removeprefix("W/") for part in given.split(",")]


def _declared_length(scope: Scope) -> int:
    declared = Headers(scope=scope).get("content-length", "")
    return int(declared) if declared.isdecimal() else 0


def _too_large(most: int) -> HTTPException:
    return HTTPException(413, f"请求体超过 {most // 1024} KiB")


async def _drain(receive: Receive) -> None:
    """Take in some of a body that is refused: a client that is still sending would meet a closed connection instead."""
    seen, more = 0, True
    while more and seen < MAX_DRAINED:
        message = await receive()
        seen += len(message.get("body", b""))
        more = message.get("more_body", False)


def _limited(receive: Receive, most: int) -> Callable[[], Awaitable[Message]]:
    """`receive` that counts the body, as a length need not be declared."""
    seen = 0

    async def limited() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > most:
            if message.get("more_body", False):
                await _drain(receive)
            raise _too_large(most)
        return message

    return limited
