"""The picture as data: pyvis keeps nodes, ties and options; positions are set beforehand and physics is off.

pyvis writes no page here: its own template loads from outside and runs script from names. `page.py` has ours.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from graph.views import style
from graph.views.cards import Cards
from graph.views.layout import Box, Point
from graph.views.words import wrap

OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {"hover": True, "tooltipDelay": 3600000, "keyboard": False, "selectConnectedEdges": False},
    "nodes": {"borderWidth": 1, "font": {"face": style.FONT, "color": style.INK, "size": 14}},
    "edges": {
        "smooth": False,
        "arrowStrikethrough": False,
        "selectionWidth": 1.5,
        "font": {"face": style.FONT, "size": 12, "color": style.INK, "background": "#ffffff", "strokeWidth": 0},
    },
}


class Picture:
    """Nodes and ties with their places, plus headings, boxes and the cards that a click shows."""

    def __init__(self) -> None:
        # Loaded here: it brings networkx and IPython with it (0.3 s), most commands draw nothing, and all come past
        # this file.
        from pyvis.network import Network

        self.net = Network(directed=True)
        self.net.set_options(json.dumps(OPTIONS))
        self.cards = Cards()
        self.kinds: Counter[str] = Counter()
        self.sides: Counter[str] = Counter()
        self.lines: Counter[str] = Counter()
        self.boxes: list[dict[str, Any]] = []
        self.focus: Point | None = None
        self._ids: dict[str, str] = {}
        self._pairs: Counter[tuple[str, str]] = Counter()

    def body(
        self, key: str, name: str, kind: str, city: str, at: Point, narrow: Point, *, card: str, **look: Any
    ) -> None:
        """A node of the graph. `at` and `narrow` are its places on a wide and on a narrow screen; `card` its card.

        `city` "" leaves the side out, for what has none. `look` may hold `width` (Chinese characters a line), `rows`,
        `size` (radius in pixels), `main` (larger name) and `below` (a line after the name).
        """
        side = style.side(city)
        main = look.get("main", False)
        city = style.side_word(kind, city)
        self.kinds[kind] += 1
        if city:
            self.sides[city] += 1
        self.net.add_node(
            self._id(key),
            label=wrap(name, look.get("width", 9), look.get("rows", 3)) + look.get("below", ""),
            shape=style.shape_of(kind),
            color=_fill(style.colour_of(kind)),
            size=look.get("size", 15 if main else 11),
            font={"size": 16 if main else 14, "background": side.plate, "vadjust": 3 if side.rings else 0},
            city=city,
            card=card,
            **_place(at, narrow),
        )

    def stand_in(self, key: str, text: str, line: str, at: Point, narrow: Point, *, card: str) -> None:
        """A box that is no node of the graph: what is missing, or how much evidence there is, drawn as `line`."""
        look = style.LINES[line]
        self.net.add_node(
            self._id(key),
            label=text,
            shape="box",
            color={"background": "#ffffff", "border": look.colour, "highlight": _plain(look), "hover": _plain(look)},
            shapeProperties={"borderDashes": list(look.dash) or False, "borderRadius": 4},
            font={"size": 12, "color": look.colour if line != "not_collected" else style.GREY},
            margin=4,
            card=card,
            **_place(at, narrow),
        )

    def tie(
        self,
        start: str,
        end: str,
        line: str,
        label: str,
        *,
        card: str,
        arrow: bool = True,
        bends: Sequence[tuple[Point, Point]] = (),
    ) -> None:
        """A tie from `start` to `end` drawn as `line`; ties between the same two nodes bend apart.

        `bends` are corners on the way from `start` to `end`, each for a wide and a narrow screen.
        """
        self.lines[line] += 1
        pair = (min(start, end), max(start, end))
        nth = self._pairs[pair]
        self._pairs[pair] += 1
        corners = [self._corner(card, i, at, narrow) for i, (at, narrow) in enumerate(bends)]
        stops = [self._id(start), *corners, self._id(end)]
        for i, (a, b) in enumerate(pairwise(stops)):
            turn = "curvedCW" if (nth % 2 == 1) == (start == pair[0]) else "curvedCCW"
            bend = {"enabled": True, "type": turn, "roundness": round(0.18 * ((nth + 1) // 2), 2)}
            self._segment(
                a, b, line, label if i == 0 else "", card, arrow and i == len(stops) - 2, bend if nth else False
            )

    def _segment(self, a: str, b: str, line: str, label: str, card: str, arrow: bool, bend: Any) -> None:
        look = style.LINES[line]
        self.net.add_edge(
            a,
            b,
            id=f"e{len(self.net.edges)}",
            card=card,
            label=label,
            color={"color": look.colour, "highlight": style.ACCENT, "hover": look.colour},
            width=look.width,
            dashes=list(look.dash) or False,
            arrows={"to": {"enabled": arrow, "scaleFactor": 0.55}},
            smooth=bend,
        )

    def _corner(self, card: str, number: int, at: Point, narrow: Point) -> str:
        """A point a tie bends at: drawn as nothing, and clicked as the tie."""
        key = self._id(f"{card}~{number}")
        look = {"shape": "dot", "size": 0.1, "color": "rgba(0,0,0,0)", "corner": True, "card": card}
        self.net.add_node(key, label=" ", **look, **_place(at, narrow))
        return key

    def _id(self, key: str) -> str:
        """A plain id for the drawing: the library keeps ids as names of members, where `__proto__` breaks it."""
        return self._ids.setdefault(key, f"n{len(self._ids)}")

    def box(self, text: str, wide: Box, narrow: Box) -> None:
        """A pale box behind a group, with its heading; an empty box (width 0) is a heading alone."""
        self.boxes.append({"text": text, "wide": [round(v, 1) for v in wide], "narrow": [round(v, 1) for v in narrow]})

    def data(self) -> dict[str, Any]:
        """Everything the page's script draws and shows, as plain values."""
        nodes, edges, _, _, _, options = self.net.get_network_data()
        return {
            "nodes": nodes,
            "edges": edges,
            "options": json.loads(options),
            "boxes": self.boxes,
            "focus": self.focus,
            "cards": self.cards.cards,
            "sources": self.cards.sources,
            "sides": {name: {"rings": list(s.rings), "dash": list(s.dash)} for name, s in style.SIDES.items()},
            "look": {"font": style.FONT, "ink": style.INK, "grey": style.GREY, "wash": style.WASH},
        }


def _place(at: Point, narrow: Point) -> dict[str, float]:
    """Where a node stands on a wide screen (x, y) and on a narrow one (nx, ny)."""
    return {"x": round(at[0], 1), "y": round(at[1], 1), "nx": round(narrow[0], 1), "ny": round(narrow[1], 1)}


def _plain(line: style.Line) -> dict[str, str]:
    return {"background": style.mix(style.ACCENT, 0.12), "border": line.colour}


def _fill(colour: str) -> dict[str, Any]:
    lit = {"background": colour, "border": style.INK}
    return {"background": colour, "border": style.mix(style.INK, 0.75), "highlight": lit, "hover": lit}
