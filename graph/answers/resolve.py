"""The answer to many names at once: for each the body it means, how sure that is, and what else it may mean."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from graph.answers.base import Model
from graph.answers.search import SearchHit

Sure = Literal["same", "queue", "none"]
"""same: this body, by an exact name or number or by a rule; queue: may be, a person should look; none: not found."""


class AskedName(Model):
    """A name as a list has it; `place` and `kind` ("" = untold) tell bodies apart, `keys` are its codes by scheme."""

    name: str = Field(max_length=2000, description="名称、简称、曾用名、拼音或编号")
    place: str = Field(default="", max_length=200, description="所在地，用来区分同名")
    kind: str = Field(default="", max_length=50, description="类别，如 University 或 高校")
    keys: dict[str, str] = Field(default_factory=dict, max_length=10, description="编号，如 uscc、moe、ror")


class ResolvedName(Model):
    """One name of the list. `best` is empty where several bodies fit equally well; `others` has them then.

    `score` orders what is alike, 0 to 1, and decides nothing; `why` is for people.
    """

    row: int
    asked: AskedName
    sure: Sure
    best: SearchHit | None = None
    score: float = 0.0
    why: str
    others: list[SearchHit] = Field(default_factory=list)


class ResolveAnswer(Model):
    """Every name asked, in its order; same + queue + none = how many were asked."""

    rows: list[ResolvedName]
    same: int
    queue: int
    none: int
