"""Names that try to be markup, script, template or query syntax stay text, wherever they are shown."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from graph.answers import Answer, GapAnswer, NodeDetail, NodeRef, PathAnswer, SourceRef
from graph.views import gap_page, node_page, path_page
from tests.browser import made_up
from tests.browser.conftest import Opened

HOSTILE = [
    "<script>window.hit=1</script>",
    "</script><script>window.hit=1;alert(1)</script><!--",
    "<img src=x onerror=window.hit=1>",
    "{{ 7*7 }}{% raw %}${7*7}",
    "'\"`;window.hit=1//",
    "甲\n乙\r\n丙\u2028丁\u202e反",
    "name:(a OR b)~2 && !c \\ / [a TO b]^3",
    "__proto__",
    "constructor",
    "&lt;b&gt;粗&amp;",
    "javascript:alert(1)",
]


def hostile(name: str) -> tuple[Answer[PathAnswer], Answer[GapAnswer], Answer[NodeDetail]]:
    """The three answers with `name` in every place that holds text of a source."""
    source = SourceRef(id=name, publisher=name, title=name, date=name, mark="O", url=name)
    start = NodeRef(id=name, kind="Enterprise", name=name, city=name, place=name)
    end = made_up.SCHOOL
    tie = made_up.tie(
        0, "PARTNER_OF", start, end, note=name, role=name, sources=[source], records=[name], date_text=name
    )
    path = made_up.path([start, end], [tie]).model_copy(update={"sentence": name, "pattern": name})
    found = PathAnswer.model_validate({"answer": "found", "from": start, "to": end, "paths": [path]})
    meta = made_up.META.model_copy(update={"parameters": {"from": name}, "statement": name})
    gap = made_up.gap(3, 1)
    row = gap.data.rows[0]
    rows = [
        row.model_copy(
            update={
                "finding": name,
                "reason": name,
                "anchor": row.anchor.model_copy(update={"name": name, "key": name}),
            }
        )
    ]
    detail = made_up.one_node(1).data.model_copy(update={"node": start, "names": [name], "properties": {name: name}})
    neighbour = detail.ties[0].model_copy(update={"tie": tie, "other": end})
    return (
        Answer[PathAnswer](data=found, meta=meta),
        Answer[GapAnswer](data=gap.data.model_copy(update={"rows": rows}), meta=meta),
        Answer[NodeDetail](data=detail.model_copy(update={"ties": [neighbour], "sources": [source]}), meta=meta),
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_text(opened: Callable[..., Opened], name: str) -> None:
    path, gap, detail = hostile(name)
    plain = " ".join(re.sub("[\u2028\u202e]", " ", name).split())
    for html in (path_page(path, statement_text=name), gap_page(gap), node_page(detail)):
        page = opened(html)
        buttons = page.page.locator(".list button[data-card]:visible")
        for number in range(buttons.count()):
            buttons.nth(number).click()
        shown = page.page.locator("body").inner_text()
        assert plain in " ".join(shown.split())
        assert page.run("window.hit ?? null") is None
        assert page.run("document.querySelectorAll('script').length") == 3
        assert page.run("document.querySelectorAll('img, iframe, object').length") == 0
        assert page.run("[...document.querySelectorAll('a')].every((a) => /^(https?:|file:)/.test(a.href))")
        assert page.run("document.querySelectorAll('b b, h1 *, h2 *').length") == 0
