"""Keyset cursors: the sort key of the last row shown, opaque to the caller, checked when it comes back."""

from __future__ import annotations

import base64
import binascii
import json

from graph.errors import UsageError


def encode(*key: str | int | float) -> str:
    """A cursor for the row with this sort key."""
    return base64.urlsafe_b64encode(json.dumps(key, ensure_ascii=False).encode()).decode().rstrip("=")


def decode(cursor: str | None, kinds: tuple[type, ...]) -> tuple[str | int | float, ...] | None:
    """The sort key of a cursor, or None for none. Raises `UsageError` for a made-up one."""
    if cursor is None:
        return None
    try:
        key = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError) as error:
        raise _made_up() from error
    if not isinstance(key, list) or len(key) != len(kinds):
        raise _made_up()
    if not all(
        type(part) is kind or (kind is float and type(part) is int) for part, kind in zip(key, kinds, strict=True)
    ):
        raise _made_up()
    return tuple(key)


def _made_up() -> UsageError:
    return UsageError("cursor 不是本服务给出的", way_out="从第一页重新取，或用上一页的 next")
