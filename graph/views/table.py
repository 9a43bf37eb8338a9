"""The picture of a user's own statement: the nodes that came back, the ties between them, and the table itself."""

from __future__ import annotations

import json
from typing import Any

from graph.answers import MOST_DRAWN, Answer, CypherAnswer, TableTie
from graph.views import style
from graph.views.page import Links, page
from graph.views.path import tie_label
from graph.views.picture import Picture
from graph.views.scatter import scatter
from graph.views.words import tidy

WIDE, NARROW = 1.5, 0.6
"""Width over height of the room for the picture on a desk's screen and on a telephone."""
NAMED = 60
"""Ties above which their names are left to the list: they would cover the picture."""
ROWS = 200
"""Rows of the table shown on the page."""
LONGEST = 80
"""Characters of a cell shown."""


def table_page(answer: Answer[CypherAnswer], *, links: Links | None = None) -> str:
    """The page of a statement's answer as html text; without any node it holds the table alone."""
    data, picture = answer.data, Picture()
    names = {node.id: node.name for node in data.nodes}
    _draw(picture, data, names)
    cells = Cells(data)
    return page(
        "table.html.j2",
        title=f"查询结果：{len(data.rows)} 行",
        picture=picture,
        # The statement stands in the footer as text; the line above it only says that it was the user's own.
        meta=answer.meta.model_copy(update={"statement": "自写语句"}),
        statement_text=answer.meta.statement,
        links=links,
        data=data,
        most=MOST_DRAWN,
        rows=[[cells.words(value) for value in row] for row in data.rows[:ROWS]],
        nodes=[(f"n:{node.id}", node.name, style.kind_words(node.kind), node.retired) for node in data.nodes],
        ties=[(f"t:{tie.id}", *_clause(tie, names)) for tie in data.ties],
    )


def _clause(tie: TableTie, names: dict[str, str]) -> tuple[str, str]:
    """A tie of the list: its clause, and its stage and date."""
    parts = (style.about_tie(tie), "已退役" if tie.retired else "")
    said = style.clause(tie.type, names[tie.start], names[tie.end], forward=True)
    return said, "，".join(part for part in parts if part)


def _draw(picture: Picture, data: CypherAnswer, names: dict[str, str]) -> None:
    ids, pairs = list(names), [(tie.start, tie.end) for tie in data.ties]
    wide, narrow = (scatter(ids, pairs, aspect=aspect) for aspect in (WIDE, NARROW))
    for node in data.nodes:
        at, small = wide[node.id], narrow[node.id]
        below = "\n（已退役）" if node.retired else ""
        picture.body(
            node.id, node.name, node.kind, node.city, at, small, card=f"n:{node.id}", width=8, rows=2, below=below
        )
        picture.cards.node(node, [tie for tie in data.ties if node.id in (tie.start, tie.end)], node.sources)
    for tie in data.ties:
        line = "retired" if tie.retired else style.line_of(tie.stage, inferred=tie.inferred)
        label = "" if len(data.ties) > NAMED else style.tie_words(tie.type) if tie.retired else tie_label(tie)
        picture.tie(tie.start, tie.end, line, label, card=f"t:{tie.id}", arrow=not style.mutual(tie.type))
        note = "；".join(part for part in ("已没有来源这样说" if tie.retired else "", tie.note or "") if part)
        picture.cards.tie(tie.model_copy(update={"note": note or None}), names)


class Cells:
    """Values of a table as short words: a node by its name, a tie by its kind, a path as a chain of names."""

    def __init__(self, data: CypherAnswer) -> None:
        self.nodes = {node.id: node.name for node in data.nodes}
        self.ties = {tie.id: style.tie_words(tie.type) for tie in data.ties}

    def words(self, value: Any, longest: int = LONGEST) -> str:
        """The words of one cell on one line, cut with … after `longest` characters."""
        text = tidy(self._words(value))
        return text if len(text) <= longest else text[: longest - 1] + "…"

    def _words(self, value: Any) -> str:
        if value is None:
            return ""
        if isinstance(value, bool):
            return "是" if value else "否"
        if isinstance(value, list):
            return "、".join(self._words(item) for item in value)
        if isinstance(value, dict):
            return self._map(value)
        return str(value)

    def _map(self, value: dict[str, Any]) -> str:
        if value.keys() == {"nodes", "ties"}:
            return " – ".join(self._words(node) for node in value["nodes"])
        known = str(value.get("id", ""))
        if known in self.nodes:
            return self.nodes[known]
        if known in self.ties:
            return self.ties[known]
        return str(value.get("name") or json.dumps(value, ensure_ascii=False, sort_keys=True))
