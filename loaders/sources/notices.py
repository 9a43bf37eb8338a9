"""What notices of ministries have in common: the document's card on the page, and several bodies in one cell."""

from __future__ import annotations

import re

from lxml import html

from graph.schema.values import clean
from loaders.files import broken, read_text
from loaders.spec import SourceSpec


def card(page: str) -> dict[str, str]:
    """The document's card, the first table: label, value, label, value …; labels lose colons and blanks inside.

    >>> card("<table><tr><td>标　　题：</td><td> 通知 </td></tr></table>")
    {'标题': '通知'}
    """
    table = html.fromstring(page).find(".//table")
    pairs: dict[str, str] = {}
    for line in [] if table is None else table.iter("tr"):
        cells = ["".join(map(str, cell.itertext())) for cell in line.iterchildren("td", "th")]
        for label, value in zip(cells[::2], cells[1::2], strict=False):
            pairs[re.sub(r"[\s：:]+", "", label)] = value.strip()
    pairs.pop("", None)
    return pairs


def check_card(spec: SourceSpec, name: str, number: str) -> None:
    """Raise `SourceError` when the card of a page names another document than the one of that number."""
    seen = card(read_text(spec, name)).get("发文字号", "")
    if seen != number:
        raise broken(spec, name, f"发文字号为“{seen}”，应为“{number}”", "换回该通知的页面")


def check_words(spec: SourceSpec, name: str, words: str) -> None:
    """Raise `SourceError` when a page without a card does not hold the words that name the document."""
    if words not in " ".join(read_text(spec, name).split()):
        raise broken(spec, name, f"页面里没有“{words}”，像是另一份文件", "换回该通知的页面")


def bodies(cell: str) -> list[str]:
    """The bodies named in one cell, in order.

    >>> bodies("教育部、甘肃省科学技术厅")
    ['教育部', '甘肃省科学技术厅']
    """
    return [clean(part) for part in re.split(r"[、，,;；]", cell) if part.strip()]
