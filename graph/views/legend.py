"""The legend: only what the picture shows, each with its count."""

from __future__ import annotations

from typing import Any

from graph.schema import NODE_KINDS
from graph.views import style
from graph.views.picture import Picture

# Marks of a 24 × 24 field with the same outlines vis-network draws.
OUTLINES = {
    "square": "5,5 19,5 19,19 5,19",
    "diamond": "12,3 21,12 12,21 3,12",
    "triangle": "12,4 21,19 3,19",
    "triangleDown": "12,20 3,5 21,5",
    "star": "12,2 14.6,8.6 21.5,9 16.2,13.5 17.9,20.4 12,16.6 6.1,20.4 7.8,13.5 2.5,9 9.4,8.6",
    "hexagon": "3,12 7.5,4.2 16.5,4.2 21,12 16.5,19.8 7.5,19.8",
}


def legend(picture: Picture) -> dict[str, list[dict[str, Any]]]:
    """Rows for kinds, sides and lines; kinds in the order of the schema, then by name."""
    order = list(NODE_KINDS)
    kinds = sorted(picture.kinds, key=lambda kind: (order.index(kind) if kind in order else len(order), kind))
    return {
        "kinds": [
            {
                "words": style.kind_words(kind),
                "count": picture.kinds[kind],
                "colour": style.colour_of(kind),
                "outline": OUTLINES.get(style.shape_of(kind), ""),
            }
            for kind in kinds
        ],
        "sides": [
            {
                "words": look.words,
                "count": picture.sides[name],
                "rings": look.rings,
                "dash": " ".join(map(str, look.dash)),
                "plate": look.plate,
            }
            for name, look in style.SIDES.items()
            if picture.sides[name]
        ],
        "lines": [
            {
                "words": look.words,
                "count": picture.lines[name],
                "colour": look.colour,
                "width": look.width,
                "dash": " ".join(map(str, look.dash)),
            }
            for name, look in style.LINES.items()
            if picture.lines[name]
        ],
    }
