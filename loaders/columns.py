"""Headers to fields: by the words a form declares, never by likeness.

A header is compared in one form (`header_key`), whole first, then without a unit or a remark in brackets, then the last
part of a header over two rows. What no rule matches is unknown: named, kept in the raw cells, and not guessed at.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from rapidfuzz import fuzz, process

from graph.errors import SourceError, UsageError
from graph.schema.values import clean
from loaders.forms import ALWAYS_KNOWN, FORMS
from loaders.forms.form import Field, Form
from loaders.forms.targets import Seat
from loaders.personal import is_personal

UNIT = re.compile(
    r"[(（\[](?:单位[:：]?)?(千元|万元|亿元|百万元|元|万美元|美元|万欧元|欧元|万港元|年|月|天|平方米|㎡|亩|%|人|台|套|个)[)）\]]|[:：/](万元|千元|亿元)$"
)
REMARK = re.compile(r"\([^()]*\)$")
NEEDED_MARK = re.compile(r"^[*＊※★]+|[*＊※★]+$|\((?:必填|选填|可选|required|optional)\)")
INDEXED = re.compile(r"(?<=\D)(?:\d{1,2}|\((?:\d{1,2}|[一二三四五六七八九十])\))$")
LIKE = 75.0
"""Likeness (rapidfuzz ratio, 0 to 100) from which a header is offered as what may be meant; it never decides."""

HOW = {
    "heading": "表头",
    "bracket": "去括号",
    "part": "下层表头",
    "map": "指定",
}


@dataclass(frozen=True)
class Matched:
    """A column and its field; `how` is a key of `HOW`, `unit` what the header says its numbers are in."""

    column: str
    field: Field
    how: str
    unit: str = ""


@dataclass(frozen=True)
class ColumnMap:
    """What the columns of a table were taken for.

    `known` are understood and not kept (序号), `dropped` were mapped to nothing by the user, `personal` are never
    stored, `unknown` stay in the raw cells; `suggestions` say what an unknown one may mean.
    """

    form: Form
    columns: tuple[str, ...]
    matched: dict[str, Matched]
    known: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    suggestions: dict[str, str] = field(default_factory=dict)

    def of(self, name: str) -> list[Matched]:
        """The columns of a field, in the order of the table."""
        return [one for one in self.matched.values() if one.field.name == name]

    @cached_property
    def addresses_of_others(self) -> list[tuple[str, str]]:
        """Columns of addresses that are not of the row's own node, each with the field of whom they are."""
        return [
            (one.column, target.of)
            for one in self.matched.values()
            for target in one.field.becomes
            if one.field.reader == "address" and isinstance(target, Seat) and target.of
        ]

    def lines(self) -> list[str]:
        """The mapping for people, one line a column, in the order of the table."""
        told = {
            **{c: f"{c} → {m.field.zh}（{m.field.name}；{HOW[m.how]}）" for c, m in self.matched.items()},
            **{c: f"{c} → 认得，不入图" for c in self.known},
            **{c: f"{c} → 按指定不装" for c in self.dropped},
            **{c: f"{c} → 个人信息，已去除" for c in self.personal},
            **{c: f"{c} → 不认得，只留在原始记录{self._asked(c)}" for c in self.unknown},
        }
        return [told[column] for column in self.columns if column in told]

    def _asked(self, column: str) -> str:
        return f"；{self.suggestions[column]}" if column in self.suggestions else ""


@cache
def header_key(header: str) -> str:
    """The form in which headers are compared: cleaned, half width, lower case, no blanks, no mark for needed columns.

    >>> header_key("*名   称："), header_key("注册资本（千元）"), header_key("Project ID") == header_key("project_id")
    ('名称', '注册资本(千元)', True)
    """
    text = unicodedata.normalize("NFKC", clean(header)).lower()
    text = re.sub(r"[\s_\u200b\ufeff]+", "", text)
    return NEEDED_MARK.sub("", text).rstrip(":;,.。、")


def unit_of(header: str) -> str:
    """The unit a header gives in brackets, "" when there is none: 经费（万元） → 万元."""
    found = UNIT.search(unicodedata.normalize("NFKC", clean(header)))
    return next((unit for unit in found.groups() if unit), "") if found else ""


def bare_header(header: str) -> str:
    """A header as a word: cleaned, without unit, mark or number: *合作单位1（全称） → 合作单位."""
    text = REMARK.sub("", UNIT.sub("", NEEDED_MARK.sub("", unicodedata.normalize("NFKC", clean(header)))))
    return INDEXED.sub("", text.rpartition("/")[2] or text).strip(" :")


@cache
def _table(form: Form) -> dict[str, Field]:
    """Field by header key. The first field that declares a word has it."""
    table: dict[str, Field] = {}
    for one in form.fields:
        for word in (one.zh, one.name, *one.words):
            table.setdefault(header_key(word), one)
    return table


@cache
def _known(form: Form) -> frozenset[str]:
    return frozenset(header_key(word) for word in (*ALWAYS_KNOWN, *form.known))


@cache
def _everything() -> frozenset[str]:
    words = {key for form in FORMS.values() for key in (*_table(form), *_known(form), *map(header_key, form.personal))}
    return frozenset(words)


def _variants(key: str) -> list[tuple[str, str]]:
    """Ways to compare a header, surest first: (key, how)."""
    found = [(key, "heading")]
    bare = UNIT.sub("", key)
    found += [(bare, "bracket"), (REMARK.sub("", bare), "bracket")]
    if "/" in key:
        last = key.rpartition("/")[2]
        found += [(last, "part"), (REMARK.sub("", UNIT.sub("", last)), "part")]
    found += [(INDEXED.sub("", one), how) for one, how in found]
    return list(dict.fromkeys((one, how) for one, how in found if one))


def is_known(header: str) -> bool:
    """Whether a header is a word of any form, known and not kept, or personal: helps to find the header row."""
    key = header_key(header)
    if not key or len(key) > 40:
        return False
    return is_personal(key) or any(one in _everything() for one, _ in _variants(key))


def map_columns(form: Form, columns: Sequence[str], overrides: Mapping[str, str] | None = None) -> ColumnMap:
    """Sort the columns of a table. `overrides`: column → name of a field, or "" to drop the column.

    Raises `UsageError` for an override that names no column or no field, `SourceError` when a needed column is missing
    or two columns are taken for one field.
    """
    given = _overrides(form, columns, overrides or {})
    matched: dict[str, Matched] = {}
    sorted_: dict[str, list[str]] = {"known": [], "dropped": [], "personal": [], "unknown": []}
    for column in columns:
        key = header_key(column)
        if column in given:
            chosen = given[column]
            if chosen is None:
                sorted_["dropped"].append(column)
            else:
                matched[column] = chosen
            continue
        found = _match(form, key)
        if found is not None:
            matched[column] = Matched(column, found[0], found[1], unit_of(column))
        elif is_personal(key) or key in map(header_key, form.personal):
            sorted_["personal"].append(column)
        elif any(one in _known(form) for one, _ in _variants(key)):
            sorted_["known"].append(column)
        else:
            sorted_["unknown"].append(column)
    _check(form, columns, matched)
    suggestions = {column: told for column in sorted_["unknown"] if (told := _suggestion(form, column))}
    return ColumnMap(
        form=form,
        columns=tuple(columns),
        matched=matched,
        known=tuple(sorted_["known"]),
        dropped=tuple(sorted_["dropped"]),
        personal=tuple(sorted_["personal"]),
        unknown=tuple(sorted_["unknown"]),
        suggestions=suggestions,
    )


def _match(form: Form, key: str) -> tuple[Field, str] | None:
    """The field of a header. A form's own word wins over the personal words only where the form lists it itself."""
    table = _table(form)
    for one, how in _variants(key):
        if one in table and (how == "heading" or not is_personal(key)):
            return table[one], how
    return None


def _overrides(form: Form, columns: Sequence[str], overrides: Mapping[str, str]) -> dict[str, Matched | None]:
    """What the user says of columns; a unit may stand behind the field: funding(万元)."""
    by_key = {header_key(column): column for column in columns}
    given: dict[str, Matched | None] = {}
    for column, told in overrides.items():
        seen = column if column in columns else by_key.get(header_key(column))
        if seen is None:
            raise UsageError(f"--map 指定的列“{column}”不在表里", way_out=f"见到的列：{'、'.join(columns)}")
        name = UNIT.sub("", unicodedata.normalize("NFKC", told.strip()))
        chosen = form.by_name.get(name) or _table(form).get(header_key(name)) if name else None
        if name and chosen is None:
            listed = "、".join(f"{one.name}（{one.zh}）" for one in form.fields)
            raise UsageError(f"{form.kind} 没有字段“{told}”", way_out=f"可用的字段：{listed}")
        unit = unit_of(told) or unit_of(seen)
        given[seen] = Matched(seen, chosen, "map", unit) if chosen is not None else None
    return given


def _check(form: Form, columns: Sequence[str], matched: Mapping[str, Matched]) -> None:
    seen = "、".join(columns)
    present = Counter(one.field.name for one in matched.values())
    missing = [one for one in form.fields if one.needed and one.name not in present]
    if missing:
        told = "、".join(f"“{one.zh}”" for one in missing)
        example = f"--map 列名={missing[0].name}"
        raise SourceError(
            f"缺少必需的列 {told}；见到的列：{seen}",
            way_out=f"若表中另有叫法，用 {example} 指定；否则补上该列",
            columns=list(columns),
        )
    for name, count in present.items():
        if count > 1 and not form.by_name[name].many:
            twice = [column for column, one in matched.items() if one.field.name == name]
            told = "、".join(f"“{column}”" for column in twice)
            raise SourceError(
                f"列 {told} 都会当作“{form.by_name[name].zh}”；见到的列：{seen}",
                way_out=f"用 --map 指定其中一列，或用 --map {twice[-1]}= 去掉一列",
                columns=list(columns),
            )


def _suggestion(form: Form, column: str) -> str:
    """What an unknown header may mean, as a question; "" when nothing is near."""
    near = process.extractOne(header_key(column), list(_table(form)), scorer=fuzz.ratio, score_cutoff=LIKE)
    if near is None:
        return ""
    found = _table(form)[near[0]]
    return f"“{column}”是否指“{found.zh}”？若是，加 --map {column}={found.name}"
