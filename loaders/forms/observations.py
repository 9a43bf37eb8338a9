"""Measured values: a column that measures, and a row that is itself one value of an indicator."""

from __future__ import annotations

from graph.answers.cited import period as period_words
from graph.schema.values import Money, When
from loaders.claims import Claims, NodeClaim, Status
from loaders.forms.cells import Cells, Read
from loaders.forms.ends import Ends
from loaders.forms.form import Given
from loaders.forms.stages import status_of
from loaders.forms.targets import Measure, Tie


def measure(
    record: str, target: Measure, read: Read, subject: NodeClaim, out: Claims, given: Given, cells: Cells
) -> None:
    """One value of an indicator about `subject`; money is in yuan, the value stays as printed."""
    number, unit = _number(read, target.unit)
    value = read.printed.strip() + (read.unit if isinstance(read.value, Money) and read.unit else "")
    period = _period(cells) or given.period
    _state(record, subject, target.indicator, value, number, unit, period, given.status, "", out)


def observe(key: str, cells: Cells, out: Claims, given: Given, ends: Ends) -> None:
    """A row of a table of indicators: who, what, how much, when."""
    subject_name, indicator = cells.names("subject")[0], cells.names("indicator")[0]
    anywhere = out.node("Indicator", indicator)
    subject = ends.end(Tie("HAS_VALUE", "Place"), subject_name, anywhere, {})
    if subject is None:
        out.reject("subject", subject_name, "subject", f"“{subject_name}”认不出是机构还是地方")
    read = cells.of("value")[0]
    printed = read.printed.strip()
    unit = "".join(cells.names("unit")) or read.unit
    try:
        number: float | None = float(printed.replace(",", ""))
    except ValueError:
        number = None
    stage = cells.first("status")
    status: Status = given.status if stage is None else (status_of(stage.printed) or given.status)
    note = "；".join(cells.names("note"))
    period = _period(cells) or given.period
    _state(f"{given.source}:{key}", subject, indicator, printed, number, unit, period, status, note, out)


def _period(cells: Cells) -> str:
    read = cells.first("period")
    return read.value.text if read is not None and isinstance(read.value, When) else ""


def _number(read: Read, unit: str) -> tuple[float | None, str]:
    match read.value:
        case Money():
            low, high = read.value.low, read.value.high
            exact = low is not None and low == high
            return (float(low) if exact and low is not None else None), "元" if read.value.currency == "CNY" else ""
        case float():
            return read.value, unit or read.unit
    return None, unit or read.unit


def _state(
    record: str,
    subject: NodeClaim,
    indicator: str,
    value: str,
    number: float | None,
    unit: str,
    period: str,
    status: Status,
    note: str,
    out: Claims,
) -> None:
    when = f"（{period_words(period)}）" if period else ""
    shown = value if not unit or value.endswith(unit) or number is None or unit == "元" else f"{value} {unit}"
    node = out.node(
        "Observation",
        f"{subject.name}{indicator}{when}：{shown}",
        keys={"record": record},
        value=value,
        number=number,
        unit=unit,
        period=period,
        status=status,
        note=note,
    )
    out.tie("HAS_VALUE", subject, node, status=status, at=period)
    out.tie("OF_INDICATOR", node, out.node("Indicator", indicator), status=status)
