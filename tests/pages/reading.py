"""Html as lxml reads it."""

from __future__ import annotations

from typing import Any

from lxml import html


def parsed(text: str) -> Any:
    """The document; `Any`, as the type of an XPath's result depends on the XPath."""
    return html.document_fromstring(text)
