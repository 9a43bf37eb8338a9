"""Keys of the HTTP door. They live in the environment, never in the database (free Cypher reads all of it)."""

from __future__ import annotations

import hmac

from fastapi import Request

from graph.errors import KeyRequiredError, UsageError
from graph.settings import Settings

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def require_key(request: Request) -> None:
    """Where keys are set, refuse a request without one (`Authorization: Bearer …` or `X-API-Key`)."""
    keys = request.app.state.settings.keys
    if not keys:
        return
    given = request.headers.get("x-api-key") or request.headers.get("authorization", "").removeprefix("Bearer ")
    # Compared in constant time, all of them, so that the time taken says nothing about a key.
    if not sum(hmac.compare_digest(given.encode(), key.encode()) for key in keys):
        raise KeyRequiredError("缺少密钥，或密钥不对", way_out="请求头加 Authorization: Bearer <密钥>")


def refuse_open_door(host: str, settings: Settings) -> None:
    """Raise `UsageError` when another address than loopback is to be served without keys."""
    if host not in LOOPBACK and not settings.keys:
        raise UsageError(
            f"没有设密钥，不在 {host} 上提供服务",
            way_out="先设 XISHANG_API_KEYS（用逗号分隔的密钥），或只在 127.0.0.1 上提供服务",
        )
