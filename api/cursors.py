"""Keyset cursors: the sort key of the last row shown, opaque to the caller, checked when it comes back.

A cursor carries a digest of its key and of the question it belongs to. That is no secret: it refuses what was typed,
cut or taken from another question, which would otherwise be an answer with a silent hole.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from urllib.parse import quote, urlencode

from fastapi import Request

from graph.errors import UsageError

Key = tuple[str | int, ...]
NOT_ASKED = frozenset({"cursor", "limit", "format"})
"""Parameters that do not change which rows there are, nor their order."""


class Pages:
    """The pages of one question: address and parameters of the request, without where and how much."""

    def __init__(self, request: Request) -> None:
        kept = sorted((name, value) for name, value in request.query_params.multi_items() if name not in NOT_ASKED)
        self._request = request
        self._question = f"{request.url.path}?{urlencode(kept)}"

    def after(self, cursor: str | None) -> Key | None:
        """The sort key of a cursor, or None for none. Raises `UsageError` for one that this question did not give."""
        if cursor is None:
            return None
        try:
            text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
        except ValueError as error:
            raise _made_up() from error
        check, _, body = text.partition(" ")
        if check != self._digest(body):
            raise _made_up()
        return tuple(json.loads(body))

    def cursor(self, key: Sequence[str | int] | None) -> str | None:
        """A cursor for the row with this sort key; None when no more follow."""
        if not key:
            return None
        body = json.dumps(list(key), ensure_ascii=False)
        return base64.urlsafe_b64encode(f"{self._digest(body)} {body}".encode()).decode().rstrip("=")

    def link(self, cursor: str | None) -> dict[str, str]:
        """The `Link` header (RFC 8288) to the next page: the only one that an answer as CSV has."""
        if cursor is None:
            return {}
        following = self._request.url.include_query_params(cursor=cursor)
        return {"Link": f'<{quote(following.path)}?{following.query}>; rel="next"'}

    def _digest(self, body: str) -> str:
        return hashlib.sha256(f"{self._question}\n{body}".encode()).hexdigest()[:16]


def _made_up() -> UsageError:
    return UsageError("cursor 不是这个问题的上一页给出的", way_out="从第一页重新取，或用上一页的 next，其余参数照旧")
