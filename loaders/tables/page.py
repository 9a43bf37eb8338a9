"""Web pages: their tables with rowspan and colspan, the document's card, and lists in paragraphs or <br> lines."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from lxml import etree, html

from loaders.tables.grid import Grid, width_of
from loaders.tables.lists import Line
from loaders.tables.refuse import cut_off, refused
from loaders.tables.text import clean_cell, clean_header
from loaders.tables.words import general

WIDEST = 1000
"""The most columns a colspan may ask for, as in the HTML standard."""
_SILENT = {"script", "style", "noscript", "template", "select", "textarea", "title", "button", "option"}
_UNREADABLE = re.compile(r"#{2,}|-?\d(?:\.\d+)?E[+-]?\d+", re.IGNORECASE)
_ENDS = re.compile(r"</?(?:table|html|body)\b", re.IGNORECASE)
_BLOCK_NAMES = """
p div li ul ol dl dt dd tr td th table tbody thead tfoot h1 h2 h3 h4 h5 h6 section article header footer nav form
center blockquote pre hr caption address main aside figure
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())


def parse(path: Path, text: str) -> html.HtmlElement:
    """The tree of a page, mended as browsers do. Raises `SourceError` when nothing is in it."""
    tags = Counter(tag.lower() for tag in _ENDS.findall(text))
    if tags["<table"] > tags["</table"] and (tags["<html"] or tags["<body"]) and not (tags["</html"] or tags["</body"]):
        raise cut_off(path, "网页在表格中间断开")
    # The text is decoded already: what the page declares about its encoding no longer holds.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.lstrip("\ufeff").encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise refused(path, "no-table") from error
    for element in list(root.iter(*_SILENT)):
        _drop(element)
    return root


def _drop(element: html.HtmlElement) -> None:
    """Takes an element out of the page and leaves the text behind it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is None:
        parent.text = (parent.text or "") + (element.tail or "")
    else:
        before.tail = (before.tail or "") + (element.tail or "")
    parent.remove(element)


def tables_of(root: html.HtmlElement) -> tuple[list[Grid], list[str], dict[str, str]]:
    """The data tables of a page, notes on what was dropped, and the document's card."""
    grids: list[Grid] = []
    card: dict[str, str] = {}
    layout = 0
    for table in root.iter("table"):
        grid = _grid(table, f"表{len(grids) + 1}")
        pairs = {} if card else card_of(grid)
        if pairs:
            card = pairs
        elif _is_data(table, grid):
            grids.append(grid)
            # Lists are looked for in what is left of the page.
            table.set("data-read", "yes")
        else:
            layout += 1
    notes = [f"另有 {layout} 个排版用的表（菜单、按钮、页框）未作数据读"] if layout else []
    return grids, notes, card


def _grid(table: html.HtmlElement, name: str) -> Grid:
    """The lines of a table, one a <tr> of its own; a nested table's text is not its cell's."""
    lines: list[list[str]] = []
    grid = Grid(name, lines)
    taken: dict[tuple[int, int], bool] = {}
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    for at, row in enumerate(rows):
        line: list[str] = []
        cells = list(row.iterchildren("td", "th"))
        column = 0
        for cell in cells:
            while taken.pop((at, column), False):
                column += 1
            down, across = _span(cell, "rowspan", len(rows) - at), _span(cell, "colspan", WIDEST)
            line += [""] * (column - len(line)) + [_shown(cell)]
            if down > 1 or across > 1:
                grid.spans.append((at, column, at + down - 1, column + across - 1))
                for below in range(1, down):
                    taken.update({(at + below, column + right): True for right in range(across)})
            column += across
        lines.append(line)
        head = bool(cells) and (all(cell.tag == "th" for cell in cells) or row.getparent().tag == "thead")
        if head and grid.marked == at:
            grid.marked = at + 1
    return grid


def _shown(cell: html.HtmlElement) -> str:
    """The text of a cell; where Excel or WPS could only print ##### or 9.16E+17, the value it keeps in `x:num`."""
    text = text_of(cell)
    kept = (cell.get("x:num") or "").strip() if _UNREADABLE.fullmatch(text) else ""
    return kept or text


def _span(cell: html.HtmlElement, name: str, most: int) -> int:
    digits = re.match(r"\s*(\d{1,6})", cell.get(name) or "")
    asked = int(digits[1]) if digits else 1
    return max(1, min(asked or (most if name == "rowspan" else 1), most))


def text_of(element: html.HtmlElement) -> str:
    """The text of a cell, <br> and blocks as line breaks, nested tables left out."""
    return clean_cell(_text(element).strip())


def _text(element: html.HtmlElement) -> str:
    parts = [re.sub(r"\s*\n\s*", " ", element.text or "")]
    for child in element:
        if child.tag == "br":
            parts.append("\n")
        elif child.tag != "table":
            text = _text(child)
            parts.append(f"\n{text}\n" if child.tag in _BLOCKS else text)
        parts.append(re.sub(r"\s*\n\s*", " ", child.tail or ""))
    return "".join(parts)


def _is_data(table: html.HtmlElement, grid: Grid) -> bool:
    """At least two lines of two cells with words in them, not all links, and no frame around other tables."""
    filled = [sum(map(bool, line)) for line in grid.lines]
    full = [count for count in filled if count > 1]
    if width_of(grid.lines) == 1 and not table.findall(".//table"):
        # One column is a table only under a header; else it is a frame, and its lines are looked at as a list.
        words = [cell for line in grid.lines for cell in line if cell]
        return len(words) > 1 and general(clean_header(words[0])) and not table.findall(".//a")
    if len(full) < 2 and not (grid.marked and len([count for count in filled if count]) > 1):
        return False
    first = next(line for line in grid.lines if any(line))
    if sum(general(clean_header(cell)) for cell in first) > 1:
        return True
    if any(inner is not table for inner in table.iter("table")) and len(full) * 2 < len(filled):
        return False
    text = sum(len(cell) for line in grid.lines for cell in line)
    linked = sum(
        len("".join(link.itertext()).strip())
        for link in table.iter("a")
        if next(link.iterancestors("table"), None) is table
    )
    return linked * 10 < text * 9


def card_of(grid: Grid) -> dict[str, str]:
    """The document's card: a small table of label, value, label, value …, every label with a colon; else nothing."""
    pairs: dict[str, str] = {}
    if not 1 < len(grid.lines) <= 15 or width_of(grid.lines) > 8:
        return {}
    for line in grid.lines:
        cells = list(line)
        at = 0
        while at < len(cells):
            label = cells[at]
            if label.endswith(("：", ":")) and len(label) < 20:
                value = cells[at + 1] if at + 1 < len(cells) else ""
                pairs[re.sub(r"[\s：:]+", "", label)] = value
                at += 2
            elif label:
                return {}
            else:
                at += 1
    return pairs if len(pairs) > 1 else {}


def lines_of(root: html.HtmlElement) -> list[Line]:
    """The visible lines of a page outside the tables already read, numbered from 1."""
    found: list[Line] = []
    # What stands on the line now: pieces of text, the element they stand in, letters of it that are links.
    pieces: list[str] = []
    state = {"place": 0, "linked": 0}

    def end() -> None:
        text = clean_cell(re.sub(r"\s*\n\s*", " ", "".join(pieces)))
        if text:
            found.append(Line(len(found) + 1, text, state["place"], state["linked"] * 2 > len(text)))
        pieces.clear()
        state["linked"] = 0

    def add(text: str | None, place: int, link: bool) -> None:
        if text and text.strip():
            if not "".join(pieces).strip():
                state["place"] = place
            state["linked"] += len(text.strip()) * link
        pieces.append(text or "")

    def walk(element: html.HtmlElement, place: int, link: bool) -> None:
        block = element.tag in _BLOCKS
        if block:
            end()
        # Paragraphs side by side belong together; so do lines that <br> divides within one paragraph.
        here = (
            place
            if element.tag in ("p", "li", "div") and not element.findall(".//br")
            else id(element)
            if block
            else place
        )
        inner = id(element) if block and element.tag not in ("p", "li") else here
        link = link or element.tag == "a"
        add(element.text, here, link)
        for child in element:
            if child.tag == "br":
                end()
            elif child.get("data-read") is None:
                walk(child, inner, link)
            add(child.tail, here, link)
        if block:
            end()

    body = root.find("body")
    walk(root if body is None else body, 0, False)
    end()
    return found
