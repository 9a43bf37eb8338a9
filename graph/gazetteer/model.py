"""What a division is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["省", "市", "县区", "街道乡镇"]
LEVELS: dict[int, Level] = {2: "省", 4: "市", 6: "县区", 9: "街道乡镇"}
"""Level by the length of the short code."""


def administrative(code: str) -> bool:
    """Whether a code of nine digits is a street, town or township: 001–399 at its end.

    400–599 are the units that the statistics bureau adds where something is run like a township: a reservoir, a
    forest farm, an industrial park, a college. Source: 统计用区划代码和城乡划分代码编制规则, third segment.

    >>> administrative("611002001"), administrative("611002407"), administrative("611002")
    (True, False, True)
    """
    return len(code) != 9 or not "400" <= code[6:] <= "599"


@dataclass(frozen=True)
class Division:
    """A division as it stands today.

    `code` is short: 2 digits a province, 4 a city, 6 a county or district, 9 a street or town. `province`, `city` and
    `county` are the names on the way down, its own included ("" where there is none: 仙桃市 is under no city; for the
    districts of 北京 and the other three the city is the province). `former` has old names with the year they ended.
    """

    code: str
    name: str
    level: Level
    province: str
    city: str
    county: str
    former: tuple[tuple[str, int], ...] = ()
    elsewhere: int = 0
    """Of a town: how many towns outside the two cities bear its name, so that the name alone does not tell it."""

    def holds(self, other: Division) -> bool:
        """Whether the other is this one or lies in it."""
        return other.code.startswith(self.code)
