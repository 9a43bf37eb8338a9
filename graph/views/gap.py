"""The picture of a gap answer: every anchor of the rule once, grouped by state, with what it has or what is missing.

List, picture and ratio come from the same rows. A missing tie is a dashed grey line to a box that names what is
missing; "none found" (a complete source shows none) is drawn and worded differently from "not collected".
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from graph.answers import Answer, Counts, Finding, GapAnswer
from graph.views import layout, style
from graph.views.cards import anchor_name
from graph.views.layout import Point
from graph.views.page import Links, page
from graph.views.picture import Picture

ORDER = ("not_collected", "none_found", "linked")
LIMIT = 150
"""Most rows drawn; the list has all of them, and the picture's headings say how many it shows."""
HEAD = 34.0
ASPECT = 1.5
WIDEST = 1420.0
"""Widest picture, in pixels: at this width names are just readable in a window of 1280."""
STAGES = ("delivered", "started", "signed", "planned")


def gap_page(answer: Answer[GapAnswer], *, statement_text: str = "", links: Links | None = None) -> str:
    """The page of a gap answer as html text; `statement_text` is shown under "query"."""
    data = answer.data
    picture = Picture()
    groups = [(state, [row for row in data.rows if row.state == state]) for state in ORDER]
    _draw(picture, data, [(state, rows) for state, rows in groups if rows])
    for row in data.rows:
        picture.cards.finding(row)
    return page(
        "gap.html.j2",
        title=f"空白：{data.rule.title}",
        picture=picture,
        meta=answer.meta,
        statement_text=statement_text,
        links=links,
        data=data,
        groups=[(style.STATE_WORDS[state], [_words(row) for row in rows]) for state, rows in groups if rows],
        scope=_scope(answer),
        background=any(item.background for row in data.rows for item in row.evidence),
        looks_at="、".join(dict.fromkeys(style.about_words(item) for item in data.rule.looks_at)),
        tables=[
            (style.GROUPINGS.get(name, name), _table(name, counts))
            for name, counts in sorted(data.by.items())
            if counts
        ],
    )


def _scope(answer: Answer[GapAnswer]) -> dict[str, str] | None:
    """Which rows are looked at, and the way to the other choice; None for a rule without such a choice."""
    scope, asked = answer.data.rule.scope, answer.meta.parameters
    if scope is None:
        return None
    now, other = (scope.value, scope.words), (scope.widest, scope.widest_words)
    if asked.get(scope.parameter) == scope.widest:
        now, other = other, now
    query = urlencode(asked | {scope.parameter: other[0]})
    return {"words": now[1], "other": other[1], "way": f"/views/gap/{answer.data.rule.name}?{query}"}


def missing_words(looks_at: list[str], width: int = 7) -> str:
    """The ties a rule looks for, as the name of what is missing, in about `width` characters: 共建、合作等."""
    words = list(dict.fromkeys(style.MISSING_WORDS.get(item, style.about_words(item)) for item in looks_at))
    shown = words[:1]
    for word in words[1:]:
        if len("、".join([*shown, word])) > width - 1:
            break
        shown.append(word)
    return "、".join(shown) + ("等" if len(shown) < len(words) else "")


def _words(row: Finding) -> dict[str, Any]:
    return {
        "card": f"f:{row.finding}",
        "name": anchor_name(row),
        "reason": row.reason,
        "county": row.county,
        "evidence": len([item for item in row.evidence if not item.background]),
        "background": len([item for item in row.evidence if item.background]),
        "candidates": len(row.candidates),
    }


def _table(name: str, counts: dict[str, Counts]) -> list[tuple[str, Counts]]:
    rows = sorted(counts.items(), key=lambda item: (-item[1].total, item[0]))
    return [(style.kind_words(key) if name == "kind" else key or "未注明", value) for key, value in rows]


def _shown(groups: list[tuple[str, list[Finding]]]) -> list[tuple[str, list[Finding]]]:
    """At most `LIMIT` rows, each state with its fair share, so that none drops out of the picture."""
    total = sum(len(rows) for _, rows in groups)
    if total <= LIMIT:
        return groups
    return [(state, rows[: max(1, LIMIT * len(rows) // total)]) for state, rows in groups]


def _draw(picture: Picture, data: GapAnswer, groups: list[tuple[str, list[Finding]]]) -> None:
    shown = _shown(groups)
    sizes = [len(rows) for _, rows in shown]
    few = sum(sizes) <= 20
    width, lines = (10, 3) if few else (8, 2)
    cell: Point = (width * 14 + 16, 92 + lines * 16)
    wide, boxes = layout.grid(sizes, cell, HEAD, layout.best_columns(sizes, cell, HEAD, ASPECT, WIDEST))
    narrow, thin = layout.grid(sizes, cell, HEAD, 2 if few else 3)
    missing = missing_words(data.rule.looks_at)
    for (state, rows), places, narrows, box, thin_box, (_, all_rows) in zip(
        shown, wide, narrow, boxes, thin, groups, strict=True
    ):
        heading = f"{style.STATE_WORDS[state]}  {len(all_rows)} / {data.counts.total}"
        if len(rows) < len(all_rows):
            heading += f"（图中画出 {len(rows)}，其余见列表）"
        picture.box(heading, box, thin_box)
        for row, at, narrow_at in zip(rows, places, narrows, strict=True):
            _draw_row(picture, row, at, narrow_at, missing, (width, lines))


def _draw_row(
    picture: Picture, row: Finding, at: Point, narrow: Point, missing: str, name_room: tuple[int, int]
) -> None:
    card = f"f:{row.finding}"
    line, text = _other_end(row, missing)
    low = (0.0, 61.0)
    picture.body(
        card,
        anchor_name(row),
        row.anchor.kind,
        "",
        (at[0] + low[0], at[1] + low[1]),
        (narrow[0] + low[0], narrow[1] + low[1]),
        card=card,
        width=name_room[0],
        rows=name_room[1],
    )
    picture.stand_in(f"x:{row.finding}", text, line, (at[0], at[1] + 16), (narrow[0], narrow[1] + 16), card=card)
    picture.tie(card, f"x:{row.finding}", line, "", card=card, arrow=False)


def _other_end(row: Finding, missing: str) -> tuple[str, str]:
    """How the tie of a row is drawn, and the words of the box at its other end."""
    if row.state == "not_collected":
        return "not_collected", f"未收录依据\n缺：{missing}"
    if row.state == "none_found":
        return "none_found", f"查无\n{missing}"
    own = [item for item in row.evidence if not item.background]
    stages = {item.stage for item in own}
    stage = next((stage for stage in STAGES if stage in stages), "started")
    line = style.line_of(stage)
    words = f"依据 {len(own)} 条" if own or not row.evidence else f"背景 {len(row.evidence)} 条"
    if own and len(own) < len(row.evidence):
        words = f"依据 {len(own)}，背景 {len(row.evidence) - len(own)}"
    return line, words + (f"\n{style.LINES[line].label}" if style.LINES[line].label else "")
