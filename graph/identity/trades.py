"""Trade words: what a body says it does. They tell two bodies of one short core apart and are no name by themselves."""

from __future__ import annotations

from functools import cache

from graph.identity.words import words as word_list


@cache
def words() -> frozenset[str]:
    """All trade words."""
    return frozenset(word_list("trades"))


LONGEST = 6

FILLERS = frozenset(
    ("发展", "开发", "实业", "产业", "国际", "投资", "管理", "服务", "工程", "技术", "科技", "工业", "股份")
)
"""Trade words that say little: a name may carry or drop them, which a person should see."""


def split_trades(text: str) -> tuple[str, tuple[str, ...]]:
    """The brand core and the trade words behind it, in their order.

    >>> split_trades("宏兴乳业")
    ('宏兴', ('乳业',))
    >>> split_trades("嘉禾生物科技")
    ('嘉禾', ('生物科技',))
    >>> split_trades("电子科技")
    ('', ('电子科技',))
    """
    known, found = words(), []
    while text:
        for length in range(min(LONGEST, len(text)), 1, -1):
            if text[-length:] in known:
                found.append(text[-length:])
                text = text[:-length]
                break
        else:
            break
    return text, tuple(reversed(found))
