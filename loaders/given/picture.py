"""What a file was taken for, as an answer: columns, what was dropped, and the first rows as they would be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graph.answers import ColumnTaken, FileTaken, RowTaken
from graph.identity.keys import NAMES as CODES
from graph.schema import EDGE_KINDS, NODE_KINDS
from loaders.columns import HOW, ColumnMap
from loaders.given.module import columns_of, form_of
from loaders.given.taking import Taken
from loaders.reading import LoadedRow
from loaders.spec import SourceSpec
from loaders.understood import NodeSaid, Said

FIRST = 5
"""Rows shown as they would be."""


def picture(taken: Taken, spec: SourceSpec) -> FileTaken:
    """Everything but the first rows, which are known only when the rows were understood."""
    columns = taken.chosen.columns
    skipped = Counter(line.why for table in taken.chosen.tables for line in table.skipped)
    return FileTaken(
        file=taken.path.name,
        format=taken.format,
        tables=[table.sheet for table in taken.chosen.tables],
        kind=taken.kind,
        publisher=spec.publisher,
        title=spec.title,
        date=spec.date,
        mark=spec.mark,
        notes=list(spec.form.notes) if spec.form else [],
        columns=_columns(columns),
        unknown=list(columns.unknown),
        suggestions=dict(columns.suggestions),
        known=[*columns.known, *columns.dropped],
        personal=dict(taken.cleaned.dropped),
        masked=dict(taken.cleaned.masked),
        skipped=dict(skipped),
    )


def picture_of(spec: SourceSpec) -> FileTaken:
    """The same from what is kept of a source, for a file that was not read again."""
    form = form_of(spec)
    columns = columns_of(spec) if form.kind else None
    return FileTaken(
        file=form.file,
        format=form.format,
        tables=[],
        kind=form.kind,
        publisher=spec.publisher,
        title=spec.title,
        date=spec.date,
        mark=spec.mark,
        notes=list(form.notes),
        columns=_columns(columns) if columns else [],
        unknown=list(columns.unknown) if columns else [],
        suggestions=dict(columns.suggestions) if columns else {},
        known=[*columns.known, *columns.dropped] if columns else [],
        personal=dict(form.personal),
        masked=dict(form.masked),
    )


def _columns(columns: ColumnMap) -> list[ColumnTaken]:
    return [
        ColumnTaken(column=column, field=one.field.name, zh=one.field.zh, how=HOW[one.how])
        for column, one in columns.matched.items()
    ]


def first_rows(rows: Sequence[LoadedRow]) -> list[RowTaken]:
    """The first loaded rows in Chinese."""
    return [RowTaken(row=row.number, nodes=_nodes(row.said), ties=_ties(row.said)) for row in rows[:FIRST]]


def _nodes(said: Said) -> list[str]:
    return list(dict.fromkeys(_node(node) for node in said.nodes))


def _node(node: NodeSaid) -> str:
    """`企业 某某公司（统一社会信用代码 9161…，成立日期 2019）`."""
    kind = NODE_KINDS[node.kind]
    props = {prop.name: prop for prop in kind.properties}
    told = [
        f"{props[name].zh} {_value(value, props[name].unit)}" if name in props else f"{WORDS.get(name, name)} {value}"
        for name, value in node.props.items()
        if name != "city_reason"
    ]
    shown = {str(value) for value in node.props.values()}
    keys = {scheme: value for scheme, value in node.keys.items() if value not in shown and scheme not in DIGESTS}
    told += [f"{SCHEMES.get(scheme, scheme)} {value}" for scheme, value in keys.items()]
    told += [f"在{node.city}"] if node.city else []
    return f"{kind.zh} {node.name}" + (f"（{'，'.join(told)}）" if told else "")


def _value(value: object, unit: str) -> str:
    """A value for people: 5000000.0 元 → 500 万元."""
    if not isinstance(value, float):
        return str(value)
    number, unit = (value / 10_000, f"万{unit}") if unit == "元" and value >= 10_000 else (value, unit)
    return f"{number:,.6f}".rstrip("0").rstrip(".") + (f" {unit}" if unit else "")


SCHEMES = CODES | {
    "hnte": "高新技术企业证书编号",
    "division": "区划代码",
    "gbt4754": "行业代码",
    "commitment": "条款",
    "patent_number": "申请号",
    "project_number": "项目编号",
    "contract_number": "合同登记号",
    "instrument_number": "仪器编号",
    "achievement_number": "成果登记号",
    "demand_number": "需求编号",
    "policy_number": "文号",
    "service_number": "工单编号",
}
"""Registers in Chinese."""
DIGESTS = frozenset({"assignment", "service"})
"""Keys made of what the row says, to tell two of one name apart; nobody reads them."""
WORDS = {"kind": "子类", "place": "地点", "note": "说明", "city": "城市"}
"""Properties of every kind."""


def _ties(said: Said) -> list[str]:
    told = []
    for tie in said.ties:
        clause = EDGE_KINDS[tie.type].clause(said.nodes[tie.start].name, said.nodes[tie.end].name)
        extra = [part for part in (tie.role, tie.at) if part]
        told.append(clause + (f"（{'，'.join(extra)}）" if extra else ""))
    return told
