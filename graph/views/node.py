"""The picture of one node: itself in the middle, neighbours around it, Xi'an to the left, Shangluo to the right."""

from __future__ import annotations

from collections import Counter, defaultdict

from graph.answers import Answer, Neighbour, NodeDetail, NodeRef, StatedList, Tie
from graph.answers.cited import cite
from graph.schema import EDGE_KINDS
from graph.views import layout, style
from graph.views.layout import Point
from graph.views.page import Links, page
from graph.views.path import draw_tie, tie_label
from graph.views.picture import Picture
from graph.views.words import wrap

LIMIT = 40
"""Most neighbours drawn, by weight of their strongest tie; the page says how many more there are."""
BOX: Point = (128.0, 92.0)
"""Room of a neighbour with two lines of name and one for its ties, in pixels."""


def node_page(
    answer: Answer[NodeDetail],
    *,
    statement_text: str = "",
    links: Links | None = None,
    limit: int = LIMIT,
    stated: StatedList | None = None,
) -> str:
    """The page of one node as html text: at most `limit` neighbours drawn, all listed ties in the list.

    `stated` adds what each source says of it, value by value.
    """
    data = answer.data
    picture = Picture()
    drawn = _strongest(data.ties, limit)
    names = {data.node.id: data.node.name} | {item.other.id: item.other.name for item in data.ties}
    for item in data.ties:
        picture.cards.tie(item.tie, names)
    _draw(picture, data, drawn)
    others = len({item.other.id for item in data.ties})
    return page(
        "node.html.j2",
        title=f"{style.kind_words(data.node.kind)}：{data.node.name}",
        picture=picture,
        meta=answer.meta,
        statement_text=statement_text,
        links=links,
        data=data,
        drawn=len({item.other.id for item in drawn}),
        others=others,
        found=max(data.ties_found, len(data.ties)),
        groups=_groups(data, names),
        stated=_stated(stated),
        neighbours=sorted({(n.other.name, f"n:{n.other.id}", style.kind_words(n.other.kind)) for n in drawn}),
    )


def _stated(found: StatedList | None) -> list[tuple[str, list[tuple[str, bool, str]]]]:
    """Each property with its different values, the shown one first, and who states it."""
    by_value: dict[str, dict[str, tuple[bool, list[str]]]] = defaultdict(dict)
    for value in found.values if found else ():
        cited = by_value[value.zh].setdefault(value.value, (value.shown, []))[1]
        cited.extend(name for source in value.sources if (name := cite(source)) not in cited)
    return [
        (
            zh,
            sorted(
                ((text, shown, "；".join(cited)) for text, (shown, cited) in values.items()), key=lambda v: not v[1]
            ),
        )
        for zh, values in by_value.items()
    ]


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
        more = style.about_tie(tie)
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
        count = Counter(tie_label(tie) for tie in ties)
        named = "、".join(name if n == 1 else f"{name}×{n}" for name, n in count.items())
        words = "\n" + wrap(named, 9, 1)
        at, narrow_at = places[id_], narrow[id_]
        picture.body(id_, other.name, other.kind, other.city, at, narrow_at, card=card, width=8, rows=2, below=words)
        picture.cards.node(other, ties)
        _draw_ties(picture, centre, other, ties)


def _draw_ties(picture: Picture, centre: NodeRef, other: NodeRef, ties: list[Tie]) -> None:
    """One line for all ties of one look to a neighbour; its card names each of them with its sources."""
    alike: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        alike[style.line_of(tie.stage, inferred=tie.inferred)].append(tie)
    names = {centre.id: centre.name, other.id: other.name}
    for line, same in alike.items():
        if len(same) == 1:
            draw_tie(picture, same[0], "")
            continue
        card = f"s:{other.id}:{line}"
        lines = [
            (style.tie_words(tie.type), style.clause(tie.type, names[tie.start], names[tie.end], forward=tie.forward))
            for tie in same
        ]
        title = f"{centre.name} 与 {other.name}"
        picture.cards.group(card, title, f"{len(same)} 条关系", [card], lines, same)
        for tie in same:
            picture.cards.cards[f"t:{tie.id}"]["members"] = [card]
        directions = {(tie.start == centre.id) == tie.forward for tie in same if not style.mutual(tie.type)}
        start, end = (centre.id, other.id) if directions != {False} else (other.id, centre.id)
        picture.tie(start, end, line, "", card=card, arrow=len(directions) == 1)
