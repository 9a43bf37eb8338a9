"""Ids: minted once from the first key seen, never computed again (model.md, "Identity")."""

from __future__ import annotations

import base64
import hashlib


def digest(text: str, length: int = 8) -> str:
    """Lower-case base-32 letters and digits of a SHA-256, `length` characters (8 → 40 bits)."""
    needed = hashlib.sha256(text.encode()).digest()[: (length * 5 + 7) // 8]
    return base64.b32encode(needed).decode().lower()[:length]


def mint(prefix: str, key: str) -> str:
    """A new id from a kind's prefix and the first key seen, for example `ent-7k3m9qdx`."""
    return f"{prefix}-{digest(key)}"
