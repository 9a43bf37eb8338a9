"""Lists that are no tables: numbered lines ("1. 名称") and plain lines of names, in a page or document."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.tables.aside import set_aside
from loaders.tables.divided import divide
from loaders.tables.model import Table, TableRow
from loaders.tables.text import clean_cell, garbled
from loaders.tables.words import GROUP, SUBGROUP

FEWEST_NUMBERED = 3
GAP = 10
"""Numbers a printed list may leave out at once."""
UNNUMBERED = 3
"""Lines without a number that may stand within a list; each is a row in doubt, for it may belong to the one above."""
FEWEST_PLAIN = 8
"""Lines of names in a row, without numbers, from which they are taken for a list."""
NO_NUMBER = "名单里没有编号的一行，可能是上一行的续行"
LONGEST = 60
LONGEST_LINE = 120
"""Letters of a numbered line: besides the name it may say place, product and more."""
_NUMBERED = re.compile(r"^[（(]?(\d{1,4})(?:[)）]\s*[.．、]?|\s*[.．、]|\s+(?=[^\d\s]))\s*(?!\d)(\S.*)$")
_WITH_MARK = re.compile(r"[（(]?(\d{1,4})\s*[)）.．、]")
_TITLE = re.compile(r"(?:名单|目录|清单|一览表|公示表)(?:[（(][^（）()]*[）)])?$")
_ANNEX = re.compile(r"^附\s*件\s*[\d一二三四五六七八九十]*\s*[:：]?$")
_SENTENCE = re.compile(r"[。！？；;：:，]|\d{3}[-—]\d{6}|@|https?:|\d{4}年\d{1,2}月|\d{4}-\d{1,2}-\d{1,2}")
_WORDS = re.compile(r"[\u4e00-\u9fff]{2}")
_END = "。；;，,、 "


@dataclass(frozen=True)
class Line:
    """A line of a page: its number, its text, `place` the element it stands in, `link` whether it is one, and
    `serial` the number that the program would print before it."""

    number: int
    text: str
    place: int = 0
    link: bool = False
    serial: str = ""


def find_lists(lines: Sequence[Line], *, file: str, format: str) -> list[Table]:
    """The lists among the lines, numbered ones first; where there is none, the longest runs of plain names.

    Columns are 序号 and 名称, or 名称 alone; the file has no header, so `headed` is False. The lines around a list are
    accounted for as titles and footers of its table.
    """
    spans = _numbered(lines) or _plain(lines)
    tables = []
    for at, (first, last) in enumerate(spans):
        start = spans[at - 1][1] + 1 if at else 0
        stop = len(lines) if at + 1 == len(spans) else last + 1
        tables.append(_table(lines, start, first, last, stop, f"名单{at + 1}", file, format))
    return tables


def mostly_numbered(texts: Sequence[str]) -> bool:
    """Whether lines of a text are a numbered list, whatever marks stand in them: most have a number that goes up."""
    lines = [Line(at, text) for at, text in enumerate(map(clean_cell, texts)) if text.strip()]
    numbers = [int(found[1]) for line in lines if (found := _WITH_MARK.match(line.text)) and _parts(line)]
    onward = sum(1 <= after - before <= GAP or after == 1 for before, after in itertools.pairwise(numbers))
    return len(numbers) >= FEWEST_NUMBERED and len(numbers) * 2 > len(lines) and onward * 10 >= 8 * (len(numbers) - 1)


def is_title(text: str) -> bool:
    """Whether a line is 附件 or the title of a list (…名单, …目录)."""
    return bool(_ANNEX.match(text) or _TITLE.search(text))


def _parts(line: Line) -> tuple[str, str] | None:
    """Number and name of a numbered line."""
    if line.link or len(line.text) > LONGEST_LINE:
        return None
    if line.serial:
        return (line.serial, line.text) if not line.text.rstrip(_END).count("。") else None
    found = _NUMBERED.match(line.text)
    if not found or not _WORDS.search(found[2]) or "。" in found[2].rstrip(_END) or found[2].endswith((":", "：")):
        return None
    return found[1], found[2]


def _numbered(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """First and last line of each run of numbers that go up: printed lists skip or repeat one now and then.

    A group row may start the numbers anew, and a few lines without a number may stand between.
    """
    spans: list[tuple[int, int]] = []
    first, last, count, before = 0, -1, 0, 0
    for at, line in enumerate(lines):
        parts = _parts(line)
        if parts is None:
            if count and at - last > UNNUMBERED and not _between(line):
                _keep(spans, first, last, count)
                count = 0
            continue
        number = int(parts[0])
        onward = count and before <= number <= before + GAP
        anew = count and number == 1 and _only_groups(lines[last + 1 : at])
        if not (onward or anew):
            _keep(spans, first, last, count)
            first, count = at, 0
        last, before, count = at, number, count + 1
    _keep(spans, first, last, count)
    return spans


def _keep(spans: list[tuple[int, int]], first: int, last: int, count: int) -> None:
    if count >= FEWEST_NUMBERED:
        spans.append((first, last))


def _between(line: Line) -> bool:
    return not line.text or bool(GROUP.match(line.text) or SUBGROUP.match(line.text))


def _only_groups(lines: Sequence[Line]) -> bool:
    return bool(lines) and all(_between(line) for line in lines)


def _is_name(line: Line) -> bool:
    text = line.text.rstrip(_END)
    return not line.link and 2 < len(text) <= LONGEST and bool(_WORDS.search(text)) and not _SENTENCE.search(text)


def _plain(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """First and last line of each run of names that stand in one element, after 附件 and the title of the list."""
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(lines):
        if not _is_name(lines[at]):
            at += 1
            continue
        first, last = at, at
        while last + 1 < len(lines) and (
            (_is_name(lines[last + 1]) or GROUP.match(lines[last + 1].text))
            and lines[last + 1].place == lines[first].place
        ):
            last += 1
        at = last + 1
        for heading in range(first, last + 1):
            if is_title(lines[heading].text) and (heading - first < 12 or _ANNEX.match(lines[heading].text)):
                first = heading + 1
        if last - first + 1 >= FEWEST_PLAIN:
            spans.append((first, last))
    if len(spans) > 1 and (announced := [span for span in spans if _stands_after_title(lines, span)]):
        return announced
    return spans


def _stands_after_title(lines: Sequence[Line], span: tuple[int, int]) -> bool:
    """Whether a line 附件 or a title stands right before a run."""
    return any(is_title(line.text) for line in lines[max(0, span[0] - 6) : span[0]])


def _table(
    lines: Sequence[Line], start: int, first: int, last: int, stop: int, name: str, file: str, format: str
) -> Table:
    while (
        first > start and lines[first - 1].text and _between(lines[first - 1]) and not is_title(lines[first - 1].text)
    ):
        first -= 1
    numbered = any(_parts(line) for line in lines[first : last + 1])
    columns = ["序号", "名称"] if numbered else ["名称"]
    table = Table(file, name, format, columns, [], headed=False)
    table.skipped = [
        set_aside(line.number, line.text, "title" if line.text else "blank") for line in lines[start:first]
    ]
    group, top = "", ""
    gaps, before = [], 0
    for line in lines[first : last + 1]:
        parts = _parts(line)
        if parts:
            if before and int(parts[0]) not in (1, before + 1):
                gaps.append(f"{before}→{parts[0]}")
            before = int(parts[0])
        if not line.text:
            table.skipped.append(set_aside(line.number, "", "blank"))
        elif parts or not _between(line):
            serial, text = parts or ("", line.text)
            plain = clean_cell(text).rstrip(_END)
            cells = {"序号": serial, "名称": plain} if numbered else {"名称": plain}
            doubt = "含乱码" if garbled(text) else NO_NUMBER if numbered and not parts else ""
            table.rows.append(TableRow(line.number, cells, group, doubt))
        else:
            group = f"{top} / {line.text}" if SUBGROUP.match(line.text) and top else line.text
            top = top if SUBGROUP.match(line.text) and top else line.text
            table.skipped.append(set_aside(line.number, line.text, "group"))
    table.skipped += [
        set_aside(line.number, line.text, "footer" if line.text else "blank") for line in lines[last + 1 : stop]
    ]
    if gaps:
        table.notes.append(f"编号不连续：{'、'.join(gaps)}")
    if numbered:
        divide(table)
    told = "编号" if numbered else "逐行"
    named, place = "、".join(table.columns), f"第 {lines[first].number}–{lines[last].number} 行"
    table.notes.append(f"{told}的名单，没有表头：列名 {named} 为代拟；{place}")
    return table
