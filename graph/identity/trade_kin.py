"""Trade words of one trade, wide and narrow: 果业 and 苹果 beside one core are for a person, 苹果 and 养猪 are not."""

from __future__ import annotations

from functools import cache

from graph.identity.words import rows

_GROWING = ("种植业", "养殖业", "种养殖", "种植", "养殖", "种养", "农产品")


@cache
def _kin() -> frozenset[frozenset[str]]:
    return frozenset(frozenset({wide, word}) for wide, narrow in rows("trade_kin") for word in narrow.split())


def of_one_trade(one: str, other: str) -> bool:
    """Whether two texts of trade words may be said of one body: one leaves a word out, or names the wider trade.

    >>> of_one_trade("苹果", "果业"), of_one_trade("中药材种植", "药材"), of_one_trade("苹果", "养猪")
    (True, True, False)
    >>> of_one_trade("制药", "药业"), of_one_trade("电子", "建材"), of_one_trade("核桃种植", "核桃养殖")
    (True, False, False)
    """
    if one == other or frozenset({one, other}) in _kin():
        return True
    if one.endswith(("养殖", "养殖业")) != other.endswith(("养殖", "养殖业")):
        return False
    mine, theirs = _without_growing(one), _without_growing(other)
    return mine == theirs or frozenset({mine, theirs}) in _kin()


def _without_growing(text: str) -> str:
    ending = next((word for word in _GROWING if text.endswith(word) and text != word), "")
    return text.removesuffix(ending)
