"""Two registered names of firms that may be one before and after: the brand kept, the trade or the form changed.

The core decides. A core of two characters is shared by many firms, and another trade beside it is a veto. What is left
for a person: one trade in another word, a trade left out where one of the two is limited by shares, and another trade
beside a core of three characters or more, or beside a core with a rare character where one of the two, in one city or
province, is limited by shares: a company that goes to the market changes its trade words, and few others share it.
"""

from __future__ import annotations

from graph.identity.regions import relation
from graph.identity.takeapart import Parts
from graph.identity.trade_kin import of_one_trade
from graph.identity.trades import FILLERS
from graph.identity.words import words

DISTINCTIVE = 3
"""A core of so many characters is seldom chosen twice in one place."""
_COMMON = frozenset(words("common_brand_characters"))
"""Characters of which many cores of two are made: 华泰, 宏达."""

_SISTERS = frozenset(words("sister_trades"))
"""Trades of which a group has a firm of its own beside its first one: no company of science becomes one of haulage."""


def renamed(one: Parts, other: Parts) -> str:
    """Why two firms of one core and different trade words may be one; "" where the trade is a veto.

    >>> from graph.identity.takeapart import take_apart
    >>> def told(one, other): return bool(renamed(take_apart(one), take_apart(other)))
    >>> told("陕西香菊制药有限公司", "陕西香菊药业集团有限公司"), told("西安华泰电子有限公司", "西安华泰餐饮有限公司")
    (True, False)
    >>> told("西安铂力特激光有限公司", "西安铂力特增材公司"), told("西安铂力特激光有限公司", "咸阳铂力特增材公司")
    (True, False)
    >>> told("无锡先导自动化股份有限公司", "无锡先导智能股份有限公司")
    True
    >>> told("苏州天准科技股份有限公司", "苏州天准物流有限公司")
    False
    >>> told("西安蓝晓科技有限公司", "西安蓝晓科技新材料股份有限公司")
    True
    """
    lying = relation(one.region, other.region)
    if not one.core or one.core != other.core or lying == "apart":
        return ""
    mine, theirs = "".join(one.trades), "".join(other.trades)
    if mine and theirs and of_one_trade(mine, theirs):
        return f"字号相同，行业写法不同：{mine} / {theirs}"
    holding = (
        one.form.stock != other.form.stock and one.form.group != other.form.group and one.form.group != one.form.stock
    )
    fillers = set(one.trades) ^ set(other.trades) <= FILLERS
    grown = one.form.stock != other.form.stock or one.form.group != other.form.group or (one.form.stock and fillers)
    left_out = not mine or not theirs or mine.startswith(theirs) or theirs.startswith(mine)
    whole = bool(mine and theirs) or fillers or not (one.form.group or other.form.group)
    if grown and not holding and left_out and whole and lying == "equal" and one.region.codes:
        return f"字号、地区相同，可能是改制前后：{mine or '未写'} / {theirs or '未写'}"
    if bool(set(one.trades) & _SISTERS) != bool(set(other.trades) & _SISTERS):
        return ""
    if len(one.core) >= DISTINCTIVE and lying in ("equal", "untold"):
        return f"字号独特而行业不同，可能是更名前后：{mine or '未写'} / {theirs or '未写'}"
    became_stock = (one.form.stock or other.form.stock) and one.form.limited and other.form.limited
    grouped = one.form.group or other.form.group  # a group's sister firms bear its core beside other trades
    if became_stock and not grouped and lying == "equal" and one.region.codes and set(one.core) - _COMMON:
        return f"同地同字号，一方是股份公司，可能是改制更名前后：{mine or '未写'} / {theirs or '未写'}"
    return ""


def grown_core(one: Parts, other: Parts) -> str:
    """Why two cores of which one starts with the other may be one brand; "" where nothing says so.

    >>> from graph.identity.takeapart import take_apart
    >>> def told(one, other): return bool(grown_core(take_apart(one), take_apart(other)))
    >>> told("西安天和防务技术股份有限公司", "西安天和房地产有限公司")
    False
    >>> told("西安诺瓦电子科技有限公司", "西安诺瓦星云科技股份有限公司"), told("西安华泰有限公司", "西安华泰益有限公司")
    (True, False)
    """
    lying = relation(one.region, other.region)
    short, long = sorted((one.core, other.core), key=len)
    if len(short) < 2 or lying not in ("equal", "untold") or not (one.form.stock or other.form.stock):
        return ""
    common = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    rest = (short[common:], long[common:])
    rare = common >= DISTINCTIVE or bool(set(short[:common]) - _COMMON)
    if common >= 2 and rare and all(len(text) != 1 for text in rest) and (lying == "equal" or common >= DISTINCTIVE):
        return f"字号开头相同（{short[:common]}），一方是股份公司，可能是更名前后"
    return ""
