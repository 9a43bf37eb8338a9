"""What a path question asks: two ends and what a path between them may be made of."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from graph.schema import HUB_FLOOR, WALKED

Stage = Literal["planned", "signed", "started", "delivered"]
Mark = Literal["O", "R", "M", "N"]
STAGES: tuple[Stage, ...] = ("planned", "signed", "started", "delivered")


class PathQuestion(BaseModel):
    """A question for `find_paths`; every field but the ends has a default. Raises pydantic's `ValidationError`.

    `start` and `end` (written `from` and `to`) are ids or names. A plan is no tie yet, so `min_stage` is `signed`
    unless `planned` is asked for. A hub (more than `hub_floor` walkable ties) is an end only, unless `hubs` is
    `transit`. `as_of` is a day; an act counts from its day on, a state while it lasts.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    start: str = Field(alias="from", min_length=1, max_length=200)
    end: str = Field(alias="to", min_length=1, max_length=200)
    max_hops: int = Field(default=3, ge=1, le=4)
    k: int = Field(default=10, ge=1, le=200)
    via: tuple[str, ...] = Field(default=(), max_length=10)
    avoid: tuple[str, ...] = Field(default=(), max_length=1000)
    types: tuple[str, ...] = ()
    not_types: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    min_stage: Stage = "signed"
    as_of: date | None = None
    as_of_mode: Literal["possible", "certain"] = "possible"
    include_inferred: bool = False
    hubs: Literal["end", "transit"] = "end"
    hub_floor: int = Field(default=HUB_FLOOR, ge=1)

    @field_validator("types", "not_types")
    @classmethod
    def _walkable(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        unknown = [name for name in value if name not in WALKED and name != LOCATED]
        if unknown:
            raise ValueError(f"不是路径可走的关系：{'、'.join(unknown)}；可走的有：{'、'.join(WALKED)}")
        return value


LOCATED = "LOCATED_IN"
"""The one tie that is walked as a last hop only, onto a place that was asked for."""
