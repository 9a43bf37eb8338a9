"""Word lists as they are read best: words with blanks between."""

from __future__ import annotations


def words(text: str) -> tuple[str, ...]:
    """The words of a text, in order.

    >>> words("单位 单位名称")
    ('单位', '单位名称')
    """
    return tuple(text.split())
