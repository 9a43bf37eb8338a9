"""The encoding of a text file: a mark at its start, else UTF-8 where that holds, else GB18030.

What a page declares is not asked: pages that say GB2312 are GB18030 all the same, and others are UTF-8 in truth.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from loaders.tables.refuse import cut_off, faulty, refused

_USUAL = re.compile(r"[\t\r\n\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”‘’·—…\u00a0]")
"""Characters of which a Chinese table consists."""
BROKEN = 0.002
"""Undecodable characters per character up to which a file is read, its broken rows marked."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(path: Path, content: bytes) -> tuple[str, str]:
    """The text and its encoding. Raises `SourceError` for what is no text, or is cut inside a character."""
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "") or _utf16(content)
    if encoding:
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError as error:
            if encoding.startswith("utf-16"):
                raise cut_off(path, "在一个字符中间断开") from error
            return _mostly(path, content, "utf-8")
    if b"\0" in content:
        # Of hardly anything but Chinese: no mark, and few bytes that are zero.
        if encoding := _chinese_utf16(content):
            return content.decode(encoding), encoding
        raise refused(path, "binary")
    for encoding in ("utf-8", "gb18030"):
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError as error:
            if (
                encoding == "utf-8"
                and error.end >= len(content) - 3
                and error.start > 3
                and _wide(content[: error.start])
            ):
                raise cut_off(path, "在一个字符中间断开") from error
    return _mostly(path, content, "")


def _wide(content: bytes) -> bool:
    """Whether valid UTF-8 holds anything beyond ASCII."""
    return not content.isascii()


def _utf16(content: bytes) -> str:
    """UTF-16 without a mark: every other byte of what is ASCII in it is zero."""
    head = content[:2000]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 8 < len(head) or min(even, odd) * 4 > max(even, odd):
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _chinese_utf16(content: bytes) -> str:
    for encoding in ("utf-16-le", "utf-16-be"):
        text = content[:4000].decode(encoding, "replace")
        if len(content) % 2 == 0 and len(_USUAL.findall(text)) * 100 >= len(text) * 97 and _decodes(content, encoding):
            return encoding
    return ""


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _mostly(path: Path, content: bytes, sure: str) -> tuple[str, str]:
    """A text with a few broken characters, in the encoding that breaks fewest."""
    best = min((sure,) if sure else ("utf-8", "gb18030"), key=lambda name: content.decode(name, "replace").count("�"))
    text = content.decode(best, "replace")
    broken = text.count("\ufffd")
    if broken > max(3, BROKEN * len(text)):
        raise faulty(path, f"编码认不出：按 {best} 解有 {broken} 处乱码", "用原来的程序打开，另存为 UTF-8 再装")
    return text, f"{best}，{broken} 处乱码"
