"""Measured values and dated acts: a fact with a number or a day of its own becomes an observation."""

from __future__ import annotations

import re

from graph.answers.cited import period as period_words
from graph.schema.values import readable
from loaders.claims import Claims, NodeClaim, Status
from loaders.sources.facts.notes import Note

# A plain number. `1-3` is a range, `1/6` a fraction, `002864` a code: those stay text and have no number.
NUMBER = re.compile(r"(?:0|[1-9]\d*)(?:\.\d+)?")


def observe(
    out: Claims,
    record: str,
    subject: NodeClaim,
    indicator: str,
    *,
    value: str,
    unit: str,
    period: str,
    place: str,
    status: Status,
    note: Note,
) -> NodeClaim:
    """State the observation, its indicator and both ties; gives the observation.

    An observation is keyed by its record, so that two sources that disagree stay two observations.
    """
    printed = note.value(value)
    when = f"（{period_words(period)}）" if period not in ("", value) else ""
    amount = note.value(readable(value, unit))
    observation = out.node(
        "Observation",
        f"{subject.name}{indicator}{when}：{amount}",
        keys={"record": record},
        value=printed,
        number=float(value) if NUMBER.fullmatch(value) else None,
        unit=unit,
        period=period,
        status=status,
        place=place,
        note=note.text,
    )
    out.tie(
        "HAS_VALUE",
        subject,
        observation,
        status=status,
        at=period,
        date_inferred=note.inferred,
        role=note.role,
        note=note.text,
    )
    out.tie("OF_INDICATOR", observation, out.node("Indicator", indicator), status=status)
    return observation
