"""Keys of the HTTP door. They live in the environment, never in the database (free Cypher reads all of it)."""

from __future__ import annotations

import base64
import hmac

from fastapi import Request

from graph.errors import KeyRequiredError, UsageError
from graph.settings import Settings

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


async def require_key(request: Request) -> None:
    """Where keys are set, refuse a request without one (`X-API-Key`, `Authorization: Bearer …`, or as a password).

    Async without awaiting: it runs in the event loop, not in a thread of its own, as it only looks at the request.
    """
    keys = request.app.state.settings.keys
    if not keys:
        return
    given = given_key(request)
    # Compared in constant time, all of them, so that the time taken says nothing about a key.
    if not sum(hmac.compare_digest(given.encode(), key.encode()) for key in keys):
        raise KeyRequiredError(
            "缺少密钥，或密钥不对", way_out="请求头加 Authorization: Bearer <密钥>；浏览器里作为口令填入，用户名随意"
        )


def given_key(request: Request) -> str:
    """The key a request carries, "" for none. `Basic` is for browsers, whose pages ask questions of their own."""
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    if request.headers.get("x-api-key"):
        return request.headers["x-api-key"]
    if scheme.lower() == "bearer":
        return value.strip()
    if scheme.lower() == "basic":
        try:
            return base64.b64decode(value.strip(), validate=True).decode().partition(":")[2]
        except ValueError:
            return ""
    return ""


def refuse_open_door(host: str, settings: Settings) -> None:
    """Raise `UsageError` when another address than loopback is to be served without keys."""
    if host not in LOOPBACK and not settings.keys:
        raise UsageError(
            f"没有设密钥，不在 {host} 上提供服务",
            way_out="先设 XISHANG_API_KEYS（用逗号分隔的密钥），或只在 127.0.0.1 上提供服务",
        )
