"""Cells and headers as they are to be compared: blanks of every kind, line breaks and glosses taken care of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

SEPARATOR = "\x1f"
"""Joins the cells of a line for one look at all of them; no file holds it in a cell."""

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\x00"
BLANKS = "\u00a0\u3000\u2000-\u200a\u202f\u205f\t\f\v"
_DIRTY = re.compile(
    rf"[{BLANKS}{INVISIBLE}\r\n\u2028\u2029\x85]|  | {SEPARATOR}|{SEPARATOR} |^ | $|(?:^|{SEPARATOR})(?:['‘’]\d|=\")"
)
_AS_TEXT = re.compile(r"""['‘’](?=\d[\dA-Za-z.-]*$)|="([^"]*)"$""")
"""How a number is kept as text in a cell: '00123, and in a csv ="00123"."""
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_BLANK = re.compile(f"[ {BLANKS}]+")
_BREAK = re.compile(r" *(?:[\r\n\u2028\u2029\x85]+ *)+")
_WIDE = r"[\u3400-\u9fff\uf900-\ufaff（）〔〕【】《》“”、，。；：]"
_BODY_END = re.compile(r"(?:(?<!分)公司|合作社|大学|厅|局|委员会)$")
_GLOSS = re.compile(r"(?<=[\u3400-\u9fff])\([a-züê]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-züê]*\)")
_BRACKETS = str.maketrans("〔〕【】［］", "()()()")
_NO_ROOM = re.compile(rf"[\s{BLANKS}{INVISIBLE}]+")
_GARBLED = re.compile(r"[\ufffd\x80-\x84\x86-\x9f]|锟斤|斤拷|烫烫|屯屯|[ÃÂ][\xa0-\xbf]|[äåæçèé][\xa0-\xbf€-™]")
_LEADS, _LOWS = range(0xE4, 0xEA), range(0x80, 0xC0)
_UTF8_AS_GBK = re.compile("[" + "".join(bytes((lead, low)).decode("gbk") for lead in _LEADS for low in _LOWS) + "]")


def dirty(cells: Sequence[str]) -> bool:
    """Whether any cell of a line needs `clean_cell`: one search over all, so that clean lines cost little."""
    return _DIRTY.search(SEPARATOR.join(cells)) is not None


def clean_cell(text: str) -> str:
    """A cell without blanks around it, each run of blanks one, invisible characters gone and line breaks mended.

    A break between Chinese characters is a wrapped name and goes; between two whole bodies it divides them and
    becomes 、; any other becomes a blank.

    >>> clean_cell(" 西安工业大学北方信息工程\\n学院 ")
    '西安工业大学北方信息工程学院'
    >>> clean_cell("西安甲科技有限公司\\n商洛乙科技有限公司")
    '西安甲科技有限公司、商洛乙科技有限公司'
    """
    text = _BLANK.sub(" ", _INVISIBLE.sub("", text)).strip()
    if text[:1] in ("'", "‘", "’", "=") and (marked := _AS_TEXT.match(text)):
        text = marked[1] if marked[1] is not None else text[1:]
    if not _BREAK.search(text):
        return text
    lines = [line for line in _BREAK.split(text) if line]
    if len(lines) > 1 and all(len(line) > 4 and _BODY_END.search(line) for line in lines):
        return "、".join(lines)
    joined = lines[0] if lines else ""
    for line in lines[1:]:
        near = re.match(_WIDE, line) and re.search(_WIDE + "$", joined)
        joined += line if near else f" {line}"
    return joined


def clean_cells(cells: Sequence[str]) -> list[str]:
    """A line of cells, cleaned where there is something to clean."""
    return [clean_cell(cell) for cell in cells] if dirty(cells) else list(cells)


def clean_header(text: str) -> str:
    """A header in the form in which headers are compared.

    NFKC (brackets, colons and digits half width), 〔【［ as round brackets, pinyin glosses, every blank and line
    break gone, and so are the star of a required column and a colon at the end.

    >>> clean_header("名   称"), clean_header("中央财政经费\\n（万元）"), clean_header("*實(shí)習(xí)单位：")
    ('名称', '中央财政经费(万元)', '實習单位')
    """
    folded = unicodedata.normalize("NFKC", text).translate(_BRACKETS)
    return _GLOSS.sub("", _NO_ROOM.sub("", folded)).strip("*").rstrip(":")


def garbled(text: str) -> bool:
    """Whether a text holds what only a wrong decoding leaves behind (�, 锟斤拷, å…, 浼佷笟 …); a cell, or a line.

    >>> garbled("陕西省商洛市".encode().decode("gbk", "replace")), garbled("西安市")
    (True, False)
    """
    if _GARBLED.search(text):
        return True
    if len(_UTF8_AS_GBK.findall(text)) < 2:
        return False
    return any(_misread(cell) for cell in text.split(SEPARATOR))


def _misread(cell: str) -> bool:
    """Read as GBK by mistake, UTF-8 turns into rare characters; turned back it makes sense, which chance does not."""
    back = cell.encode("gb18030").decode("utf-8", "replace")
    return len(re.findall(r"[\u4e00-\u9fff]", back)) > max(1, back.count("\ufffd"))


def letter(index: int) -> str:
    """The letter of a column as a spreadsheet shows it: 0 → A, 26 → AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
