"""What a file is taken for: kind, tables, columns, rows without personal data, and what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import UsageError
from graph.schema.values import clean, read_date
from loaders.columns import ColumnMap, header_key, is_known, map_columns
from loaders.forms import FORMS, Form
from loaders.forms.filled import ASKED, kind_of_template, sheet_of_template, stated_in_template
from loaders.forms.keys import RowKeys
from loaders.given import wish as wishes
from loaders.given.choose import Chosen, choose
from loaders.given.cover import place_of
from loaders.given.file import unchanged
from loaders.given.rejects import number_of
from loaders.given.rows import Cleaned, KeptRow, keyed, without_personal
from loaders.given.wish import Wish
from loaders.personal import is_personal
from loaders.spec import CoverageClaim
from loaders.tables import Table, read_tables

MEASURED = frozenset({"money", "number", "code", "uscc", "moe", "ror", "doi", "patent", "hnte"})
"""Readers of numbers that may look like a telephone or an account and are none."""

TITLE = re.compile(r"(名单|名录|目录|台账|一览表|汇总表|清单|统计表|登记表|情况表|明细表)(\s*[（(][^（）()]*[)）])?$")
LONGEST_TITLE = 80
TOLD = 5
"""Rows named in a note."""

CARD = {"publisher": "发文机构", "date": "成文日期", "title": "标题"}
"""What the card of a published document says of it."""


@dataclass(frozen=True)
class Taken:
    """A file as it was understood, before anything is staged. `said` are title, publisher and date, "" = not known."""

    path: Path
    sha256: str
    kind: str
    chosen: Chosen
    columns: ColumnMap
    """Of the columns that are kept."""
    cleaned: Cleaned
    overrides: dict[str, str]
    said: Mapping[str, str]
    notes: list[str] = field(default_factory=list)
    titled: str = ""
    """The title that stands above the header. Only shown: next year's list has another, and is the same source."""
    covers: tuple[CoverageClaim, ...] = ()
    """What a filled template says the list covers."""

    @property
    def format(self) -> str:
        """The format of the file, as the reader of tables calls it."""
        return self.chosen.tables[0].format


def take(path: Path, sha256: str, wish: Wish) -> Taken:
    """Read the file and say what it is; a filled template says kind, publisher and the rest itself.

    Raises `SourceError` or `UsageError` with what was seen and the way out.
    """
    told = _template(path)
    saved_kind, saved = wishes.read_map(wish.map_file) if wish.map_file else ("", {})
    kind = _kind(wish.kind or told.get("kind", "") or saved_kind, path)
    form = FORMS[kind]
    with unchanged(path, sha256):
        tables = read_tables(path, known=is_known, sheet=wish.sheet or told.get("sheet", ""))
    seen = {column for table in tables for column in table.columns}
    overrides = {column: name for column, name in saved.items() if column in seen} | dict(wish.overrides)
    _refuse_personal(overrides)
    chosen = choose(tables, form, overrides, wish.table)
    columns = chosen.columns
    measured = measured_columns(columns)
    cleaned = without_personal(chosen.rows, columns.personal, measured)
    kept = [column for column in columns.columns if column not in columns.personal]
    used = {column: name for column, name in overrides.items() if column in kept}
    narrowed = map_columns(form, kept, used)
    cleaned.rows = keyed(cleaned.rows, RowKeys(narrowed).key)
    same = repeated(cleaned.rows, [column for column in kept if column not in columns.known])
    card = next((table.document for table in tables if table.document), {})
    said, notes = _said(wish, told, card)
    notes = [*chosen.notes(), *notes, *same]
    left = sorted(saved.keys() - seen)
    if left:
        notes.append(f"对应表里的列不在这个文件里：{'、'.join(left)}")
    titled = "" if said["title"] else title_of(chosen.tables)
    if titled:
        notes.append(f"标题取自表头上方：{titled}")
    return Taken(path, sha256, kind, chosen, narrowed, cleaned, used, said, notes, titled, _covers(kind, told))


def title_of(tables: Iterable[Table]) -> str:
    """The line above a header that says which list it is; "" where none does (附件1, a unit, a date)."""
    lines = (clean(one.text) for table in tables for one in table.skipped if one.why == "title")
    return next((line for line in lines if TITLE.search(line) and len(line) <= LONGEST_TITLE), "")


def _template(path: Path) -> dict[str, str]:
    """What a filled template says of itself; empty for any other file."""
    kind = kind_of_template(path)
    if kind is None:
        return {}
    return {**stated_in_template(path), "kind": kind, "sheet": sheet_of_template(path)}


def _covers(kind: str, told: Mapping[str, str]) -> tuple[CoverageClaim, ...]:
    """The coverage a template states. It is the word of who filled it in, so of the loading user."""
    if not told.get("place"):
        return ()
    words = "，".join(f"{label} {told[name]}" for label, (name, _) in ASKED.items() if told.get(name))
    declared = told.get("declared", "")
    period = told.get("period", "")
    try:
        claim = read_date(period)
    except ValueError as error:
        raise UsageError(f"模板里的覆盖期间“{period}”读不出", way_out="写成 2025 或 2024-2025") from error
    first, _, last = claim.text.partition("/")
    return (
        CoverageClaim(
            about=kind,
            place=place_of(told["place"], words),
            first=first,
            last=last or first,
            complete=told.get("complete", "") in ("是", "完整"),
            declared=int(declared) if declared.isdecimal() else None,
            words=words,
            claimed_by="user",
        ),
    )


def repeated(rows: Sequence[KeptRow], columns: Sequence[str]) -> list[str]:
    """A note on rows that say the same as one above them, in all `columns`; none where there are none."""
    seen: set[tuple[str, ...]] = set()
    again: list[KeptRow] = []
    for row in rows:
        said = tuple(clean(row.cells.get(column, "")) for column in columns)
        if said in seen:
            again.append(row)
        seen.add(said)
    if not again:
        return []
    told = "、".join(number_of(row.place) for row in again[:TOLD]) + ("……" if len(again) > TOLD else "")
    return [f"{len(again)} 行与上面的某一行所说相同（第 {told} 行）：照样读入，图里不重复"]


def measured_columns(columns: ColumnMap) -> Collection[str]:
    """The columns of measured numbers and of codes, which are not looked at as telephones or accounts."""
    return [column for column, one in columns.matched.items() if one.field.reader in MEASURED]


def _kind(text: str, path: Path) -> str:
    if not text:
        raise UsageError(
            f"不知道 {path.name} 列的是哪一类", way_out="用 --kind 指明，例如 --kind Enterprise；可用：" + _kinds()
        )
    kind = wishes.kind_of(text)
    if kind not in FORMS:
        raise UsageError(f"{kind} 没有可装的表式", way_out="可用：" + _kinds())
    return kind


def _kinds() -> str:
    from_forms: list[Form] = list(FORMS.values())
    return "、".join(form.kind for form in from_forms)


def _refuse_personal(overrides: Mapping[str, str]) -> None:
    """A column of telephones stays out whatever it is said to be."""
    for column, name in overrides.items():
        if name and is_personal(header_key(column)):
            raise UsageError(f"列“{column}”是个人信息，不入库，不能对应到 {name}", way_out="去掉这个 --map")


def _said(wish: Wish, told: Mapping[str, str], card: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Title, publisher and date: what the user says, else the template, else the document's own card."""
    said: dict[str, str] = {}
    notes: list[str] = []
    for key, heading in CARD.items():
        given = getattr(wish, key) or told.get(key, "")
        said[key] = clean(given or card.get(heading, ""))
        if said[key] and not given:
            notes.append(f"{heading}取自文件：{said[key]}")
    if card.get("发文字号"):
        notes.append(f"发文字号：{clean(card['发文字号'])}")
        said["number"] = clean(card["发文字号"])
    if not said["publisher"]:
        raise UsageError(
            "没有说是谁公布的（--publisher），文件里也没有写",
            way_out="每条事实都要有出处，例如 --publisher 商洛市科技局",
        )
    if said["date"]:
        said["date"] = date_of(said["date"], from_user=bool(wish.date or told.get("date")))
        if not said["date"]:
            notes.append("文件里的成文日期读不出，没有用")
    if not said["date"]:
        notes.append("没有日期：关系的起始时间不知道；可用 --date 给出公布日期")
    return said, notes


def date_of(text: str, *, from_user: bool) -> str:
    """The date in its normal form with the precision printed. Raises `UsageError` where the user's cannot be read."""
    try:
        return read_date(text).text
    except ValueError as error:
        if not from_user:
            return ""
        raise UsageError(f"--date “{text}” 读不出", way_out="写成 2019、2019-05 或 2019-05-20") from error
