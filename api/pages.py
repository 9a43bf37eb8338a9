"""The pages' templates and words: one look, Chinese fonts of the system, nothing from outside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from graph import catalogue
from graph.answers import Meta
from graph.citation import cite
from graph.views import style

HERE = Path(__file__).parent
STATIC = HERE / "static"

STATES = {"linked": "已有联系", "none_found": "查无", "not_collected": "未收录依据"}
DIRECTIONS = {"both": "双向"}
MARKS = {"O": "发布者原址", "R": "转载", "M": "仅见于镜像", "N": "无网址"}


def state_words(state: str) -> str:
    """已有联系, 查无 or 未收录依据."""
    return STATES.get(state, "")


def direction_words(direction: str) -> str:
    """A direction of the agreement in words."""
    return DIRECTIONS.get(direction, direction)


def mark_words(mark: str) -> str:
    """A mark in words."""
    return MARKS.get(mark, mark)


def segment(text: str) -> str:
    """A text as one part of an address."""
    return quote(text, safe="")


def environment() -> Environment:
    """The templates, with the words all of them use."""
    templates = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    words: dict[str, Callable[..., str]] = {
        "cite": cite,
        "kind_words": style.kind_words,
        "about_words": style.about_words,
        "state_words": state_words,
        "direction_words": direction_words,
        "mark_words": mark_words,
        "segment": segment,
    }
    templates.filters.update(words)
    templates.globals["query"] = lambda **values: urlencode(values)
    return templates


TEMPLATES = environment()


def html(template: str, *, status: int = 200, meta: Meta | None = None, **words: Any) -> Response:
    """A page from a template; `meta` gives its footer: version, date, statement."""
    shown = meta.statement if meta else ""
    known = catalogue.catalogue().get(shown)
    text = TEMPLATES.get_template(template).render(meta=meta, statement_text=known.text if known else "", **words)
    return Response(text, status_code=status, media_type="text/html; charset=utf-8")
