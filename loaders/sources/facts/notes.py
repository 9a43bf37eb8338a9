"""What the note beside a fact holds: short forms, a role, a bound on the value, and the remark that is left.

The parts of a note are separated by `; `. "given as 3,000+", "more than" and "about" belong to the value; the figure as
given stays in the remark too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

SHORT = re.compile(r"short form: (?P<name>.+)|also (?:called )?(?P<also>[\u4e00-\u9fff]+)")
AT_LEAST = re.compile(r"given as .*(?:\d|k|m|bn)\+|given as more than ")
ABOUT = re.compile(r"about(?: \d.*)?")
INFERRED = re.compile(r"\d{4} inferred|for about the last .* years")


@dataclass(frozen=True)
class Note:
    """`bound` is 以上, 约 or empty; `inferred` says that a year or period was inferred by the compiler."""

    text: str = ""
    short_forms: tuple[str, ...] = ()
    role: str = ""
    bound: str = ""
    inferred: bool = False

    def value(self, printed: str) -> str:
        """A value with its bound: 3000 以上, 约 30."""
        return {"以上": f"{printed} 以上", "约": f"约 {printed}"}.get(self.bound, printed)


def parse(note: str, roles: Mapping[str, str]) -> Note:
    """Take a note apart. `roles` maps a part that is a role to the role in Chinese."""
    parts = [part.strip() for part in note.split(";") if part.strip()]
    short = [match["name"] or match["also"] for part in parts if (match := SHORT.fullmatch(part))]
    kept = [part for part in parts if not SHORT.fullmatch(part) and part not in roles]
    return Note(
        text="; ".join(kept),
        short_forms=tuple(short),
        role="、".join(roles[part] for part in parts if part in roles),
        bound=_bound(parts),
        inferred=any(INFERRED.search(part) for part in parts),
    )


def _bound(parts: list[str]) -> str:
    if any(AT_LEAST.match(part) for part in parts):
        return "以上"
    return "约" if any(ABOUT.fullmatch(part) for part in parts) else ""
