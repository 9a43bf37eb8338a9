"""The picture of one node: itself in the middle, neighbours around it, Xi'an to the left, Shangluo to the right."""

from __future__ import annotations

from collections import Counter, defaultdict

from graph.answers import Answer, Neighbour, NodeDetail
from graph.schema import EDGE_KINDS
from graph.views import layout, style
from graph.views.layout import Point
from graph.views.page import page
from graph.views.path import draw_tie, tie_label
from graph.views.picture import Picture
from graph.views.words import wrap

LIMIT = 40
"""Most neighbours drawn, by weight of their strongest tie; the page says how many more there are."""
BOX: Point = (128.0, 92.0)
"""Room of a neighbour with two lines of name and one for its ties, in pixels."""


def node_page(answer: Answer[NodeDetail], *, statement_text: str = "", limit: int = LIMIT) -> str:
    """The page of one node as html text: at most `limit` neighbours drawn, all listed ties in the list."""
    data = answer.data
    picture = Picture()
    drawn = _strongest(data.ties, limit)
    _draw(picture, data, drawn)
    names = {data.node.id: data.node.name} | {item.other.id: item.other.name for item in data.ties}
    for item in data.ties:
        picture.cards.tie(item.tie, names)
    others = len({item.other.id for item in data.ties})
    return page(
        "node.html.j2",
        title=f"{style.kind_words(data.node.kind)}：{data.node.name}",
        picture=picture,
        meta=answer.meta,
        statement_text=statement_text,
        data=data,
        drawn=len({item.other.id for item in drawn}),
        others=others,
        found=max(data.ties_found, len(data.ties)),
        groups=_groups(data, names),
        neighbours=sorted({(n.other.name, f"n:{n.other.id}", style.kind_words(n.other.kind)) for n in drawn}),
    )


def _weight(item: Neighbour) -> float:
    known = item.tie.type in EDGE_KINDS and not item.tie.inferred
    return EDGE_KINDS[item.tie.type].weight if known else 0.0


def _strongest(ties: list[Neighbour], limit: int) -> list[Neighbour]:
    """The ties to the `limit` neighbours with the greatest weight, in a fixed order."""
    best: Counter[str] = Counter()
    for item in ties:
        if item.other.id != item.tie.start or item.other.id != item.tie.end:
            best[item.other.id] = max(best[item.other.id], round(1000 * _weight(item)))
    kept = set(sorted(best, key=lambda id_: (-best[id_], id_))[:limit])
    return [item for item in ties if item.other.id in kept]


def _groups(data: NodeDetail, names: dict[str, str]) -> list[tuple[str, list[dict[str, str]]]]:
    """The ties of the list by kind, the heaviest kind first."""
    groups: dict[str, list[dict[str, str]]] = defaultdict(list)
    for item in sorted(data.ties, key=lambda item: (-_weight(item), item.tie.type, item.other.name, item.tie.id)):
        tie = item.tie
        text = style.clause(tie.type, names[tie.start], names[tie.end], forward=tie.forward)
        stage = style.STAGE_WORDS.get(tie.stage, tie.stage)
        more = "，".join(part for part in (stage, tie.date_text, "推断" if tie.inferred else "") if part)
        groups[style.tie_words(tie.type)].append({"card": f"t:{tie.id}", "text": text, "more": more})
    return list(groups.items())


def _draw(picture: Picture, data: NodeDetail, drawn: list[Neighbour]) -> None:
    centre = data.node
    others = {item.other.id: item.other for item in drawn if item.other.id != centre.id}
    sides: dict[str, list[str]] = defaultdict(list)
    for id_, other in sorted(others.items(), key=lambda pair: (pair[1].kind, pair[1].name, pair[0])):
        sides[other.city if other.city in ("西安", "商洛") else ""].append(id_)
    around = (sides["商洛"], sides["西安"], sides[""], BOX)
    places = layout.rings(*around, stretch=1.7)
    # A narrow screen is higher than wide: the same rings, stretched the other way.
    narrow = layout.rings(*around, stretch=0.7)
    origin: Point = (0.0, 0.0)
    picture.body(
        centre.id, centre.name, centre.kind, centre.city, origin, origin, card=f"n:{centre.id}", main=True, size=20
    )
    picture.focus = origin
    picture.cards.detail(data)
    for id_, other in others.items():
        card = f"n:{id_}"
        ties = [item.tie for item in data.ties if item.other.id == id_]
        # The ties are named below the neighbour: on the lines their names would crowd around the centre.
        words = "\n" + wrap("、".join(dict.fromkeys(tie_label(tie) for tie in ties)), 9, 1)
        at, narrow_at = places[id_], narrow[id_]
        picture.body(id_, other.name, other.kind, other.city, at, narrow_at, card=card, width=8, rows=2, below=words)
        picture.cards.node(other, ties)
    for item in drawn:
        draw_tie(picture, item.tie, "")
