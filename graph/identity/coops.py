"""Co-operatives of one county: a town written or left out, a trade written wider or narrower, a core written short.

A county registers one name once, yet a town or a trade that only one name has is for a person to look at.
"""

from __future__ import annotations

import re

from graph.identity.likeness import subsequence
from graph.identity.regions import relation
from graph.identity.takeapart import Parts
from graph.identity.trade_kin import of_one_trade
from graph.identity.trades import split_trades

_TOWN = re.compile(r"^(..?.?)(?:镇|乡|街道|办事处)(?=..)")


def alike(one: Parts, other: Parts) -> str:
    """Why two co-operatives of one place may be one; "" where nothing says so, or two towns are named.

    >>> from graph.identity.takeapart import take_apart
    >>> def told(one, other): return bool(alike(take_apart(one), take_apart(other)))
    >>> told("洛南县四皓镇永丰核桃专业合作社", "洛南县永丰核桃专业合作社")
    True
    >>> told("洛南县四皓镇永丰核桃专业合作社", "洛南县保安镇永丰核桃专业合作社")
    False
    >>> told("旬邑县盛世果业专业合作社", "旬邑县盛世苹果专业合作社"), told("甲县盛世养猪合作社", "甲县盛世苹果合作社")
    (True, False)
    """
    if relation(one.region, other.region) not in ("equal", "untold"):
        return ""
    (mine, core, trade), (theirs, other_core, other_trade) = _read(one), _read(other)
    if mine and theirs and mine != theirs and not (mine.startswith(theirs) or theirs.startswith(mine)):
        return ""
    if core and core == other_core and (not trade or not other_trade or of_one_trade(trade, other_trade)):
        return "字号相同，一方未写乡镇或行业写得宽窄不同"
    short, long = sorted((core + trade, other_core + other_trade), key=len)
    if one.region.codes and other.region.codes and _town_without_its_word(short, long, towns=(mine, theirs)):
        return "字号、行业相同，一方开头多写几个字，可能是乡镇或村"
    if one.region.codes and other.region.codes and len(short) >= 5 and core[:2] == other_core[:2]:
        return "字号开头相同，一方少写几个字" if subsequence(short, long) else ""
    return ""


def _read(parts: Parts) -> tuple[str, str, str]:
    """The town, the core and the trade words of a co-operative."""
    match = _TOWN.match(parts.middle)
    core, trades = split_trades(parts.middle[match.end() :] if match else parts.middle)
    tail = next((word for word in _MORE if core.endswith(word) and len(core) - len(word) >= 2), "")
    return match[1] if match else "", core.removesuffix(tail), tail + "".join(trades)


_MORE = ("种植业", "养殖业", "种养", "农产品", "果品", "养猪", "猪业", "水稻", "小麦", "茗茶", "名茶", "绿茶", "草莓")
"""Words for what a co-operative grows that firms rarely have in their names."""


def _town_without_its_word(short: str, long: str, *, towns: tuple[str, str]) -> bool:
    return len(short) >= 4 and not any(towns) and 2 <= len(long) - len(short) <= 3 and long.endswith(short)
