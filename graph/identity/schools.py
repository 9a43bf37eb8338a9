"""Schools of a university as they are called in short: 材料学院 is 材料科学与工程学院."""

from __future__ import annotations

from graph.identity.likeness import plain
from graph.identity.words import rows


def one_school(one: str, other: str) -> bool:
    """Whether two middles of schools below one university are one school by the table.

    >>> one_school("材料", "材料科学与工程"), one_school("化学", "化学工程"), one_school("机械工程", "机电工程")
    (True, False, False)
    """
    short, long = sorted((plain(one), plain(other)), key=len)
    return any(
        short == plain(name) and long in map(plain, fulls.split()) for name, fulls in rows("schools_of_a_university")
    )
