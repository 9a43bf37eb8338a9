"""A picture and its words as one offline html file.

Names go into the page in two ways only: through Jinja with autoescape, and as JSON inside a data block
with `<` escaped. The policy in the page's head allows nothing but the page's own two scripts and one style sheet, by
their hashes.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from graph.answers import Meta
from graph.answers.cited import local_time
from graph.views import style
from graph.views.legend import legend
from graph.views.picture import Picture
from graph.views.words import tidy

HERE = Path(__file__).parent
SCRIPTS = ("draw.js", "details.js", "page.js")


@dataclass(frozen=True)
class Links:
    """Where a served page leads: the answer as JSON and CSV, the page as a file. An offline file has none of these."""

    json: str
    csv: str
    file: str = ""


def embed(value: Any) -> Markup:
    """JSON that cannot end its script block: `<`, `>` and `&` are written as escapes."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    # Safe to mark: nothing in the text can open or close a tag any more.
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


@cache
def _static(*names: str) -> str:
    """Our own files, joined. The library's pointer to its source map goes: it would be asked for by developer tools."""
    parts = [(HERE / "static" / name).read_text("utf-8") for name in names]
    text = "\n".join(
        line for part in parts for line in part.splitlines() if not line.startswith("//# sourceMappingURL")
    )
    if "</script" in text.lower() or "</style" in text.lower():
        raise ValueError(f"{names}: a closing tag inside a static file")
    return f"\n{text}\n"


def _hash(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"tidy": tidy, "local_time": local_time}
    environment.globals["style"] = style
    return environment


def page(
    template: str,
    *,
    title: str,
    picture: Picture,
    meta: Meta,
    statement_text: str = "",
    links: Links | None = None,
    **words: Any,
) -> str:
    """The html text of one page. The same arguments give the same bytes."""
    library, script, sheet = (
        _static("vis-network/vis-network.min.js"),
        _static(*SCRIPTS),
        style.variables() + _static("page.css"),
    )
    policy = (
        f"default-src 'none'; script-src {_hash(library)} {_hash(script)}; style-src {_hash(sheet)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        _templates()
        .get_template(template)
        .render(
            title=tidy(title),
            policy=policy,
            # Our own files as they were hashed, checked for closing tags by `_static`.
            library=Markup(library),
            script=Markup(script),
            sheet=Markup(sheet),
            drawing=embed(picture.data()),
            legend=legend(picture),
            meta=meta,
            parameters=json.dumps(meta.parameters, ensure_ascii=False, sort_keys=True, default=str),
            statement_text=statement_text,
            links=links,
            **words,
        )
    )


def write_page(path: Path, html: str) -> Path:
    """Write a page whole or not at all: a reader never sees half of it. Returns the absolute path."""
    target = path.expanduser().resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            out.write(html)
            out.flush()
            os.fsync(out.fileno())
        part.chmod(0o644)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return target
