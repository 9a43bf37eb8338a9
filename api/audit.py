"""One line for each free statement: who, what, how it ended. In a file of its own, never in the database."""

from __future__ import annotations

import json
import os
import threading
from datetime import UTC, datetime

from fastapi import Request

from graph.settings import Settings

_lock = threading.Lock()


def audit(request: Request, statement: str, outcome: str) -> None:
    """Append to `audit.jsonl` of the home folder, which only its owner reads."""
    settings: Settings = request.app.state.settings
    line = json.dumps(
        {
            "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "request_id": request.state.request_id,
            "client": request.client.host if request.client else "",
            "outcome": outcome,
            "statement": statement,
        },
        ensure_ascii=False,
    )
    settings.home.mkdir(parents=True, exist_ok=True)
    with _lock:
        file = os.open(settings.home / "audit.jsonl", os.O_APPEND | os.O_CREAT | os.O_WRONLY, 0o600)
        with os.fdopen(file, "a", encoding="utf-8") as out:
            out.write(line + "\n")
