"""The pages' templates and words: one look, Chinese fonts of the system, nothing from outside."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from graph import catalogue
from graph.answers import Meta, SourceRef
from graph.answers.cited import NO_PUBLISHER, cite, local_time, printed_date
from graph.due import every_words
from graph.views import style
from graph.views.words import tidy

HERE = Path(__file__).parent
STATIC = HERE / "static"

DIRECTIONS = {"both": "双向"}


def state_words(state: str) -> str:
    """已有联系, 查无 or 未收录依据."""
    return style.STATE_WORDS.get(state, "")


def direction_words(direction: str) -> str:
    """A direction of the agreement in words."""
    return DIRECTIONS.get(direction, direction)


def mark_words(mark: str) -> str:
    """A mark in words."""
    return style.MARK_WORDS.get(mark, mark)


def stage_words(stage: str | None) -> str:
    """A stage in words."""
    return style.STAGE_WORDS.get(stage or "", stage or "")


def web(address: str | None) -> str:
    """An address that may be a link: http or https; "" for any other scheme, whatever a source says."""
    return address if address and address.startswith(("http://", "https://")) else ""


def segment(text: str) -> str:
    """A text as one part of an address."""
    return quote(text, safe="")


def short_cite(source: SourceRef) -> str:
    """A citation for a narrow place: publisher and date, or the title where no publisher is known."""
    who = source.publisher if source.publisher not in ("", NO_PUBLISHER) else f"《{source.title}》"
    return f"{who}，{printed_date(source.date, source.date_note)}"


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
        "short_cite": short_cite,
        "printed_date": printed_date,
        "local_time": local_time,
        "every_words": every_words,
        "kind_words": style.kind_words,
        "about_words": style.about_words,
        "state_words": state_words,
        "stage_words": stage_words,
        "direction_words": direction_words,
        "mark_words": mark_words,
        "segment": segment,
        "tidy": tidy,
        "web": web,
    }
    templates.filters.update(words)
    templates.globals["query"] = lambda **values: urlencode(values)
    return templates


TEMPLATES = environment()


def text_of(template: str, *, meta: Meta | None = None, **words: Any) -> str:
    """A page as html text; `meta` gives its footer: version, date, statement with parameters."""
    shown = meta.statement if meta else ""
    known = catalogue.catalogue().get(shown)
    parameters = json.dumps(meta.parameters, ensure_ascii=False, sort_keys=True, default=str) if meta else ""
    return TEMPLATES.get_template(template).render(
        meta=meta, statement_text=known.text if known else "", parameters=parameters, **words
    )


def html(template: str, *, status: int = 200, meta: Meta | None = None, **words: Any) -> Response:
    """A page from a template as a reply."""
    return page(text_of(template, meta=meta, **words), status)


def page(text: str, status: int = 200) -> Response:
    """Html text as a reply."""
    return Response(text, status_code=status, media_type="text/html; charset=utf-8")
