"""Amounts of money as publishers print them, in units of their currency (yuan, dollars), never converted.

The unit stands in the cell (500万元, 500(万), 1,000(万元人民币)) or in the header (资助金额(万元)); the cell's wins.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from graph.schema.values.nothing import is_nothing
from graph.schema.values.numerals import DIGITS, HAN_NUMBER, counted

_CURRENCIES = {
    "CNY": "人民币|RMB|CNY|¥|元|圆",
    "USD": r"美元|美金|USD|US\$|\$",
    "HKD": r"港元|港币|香港元|香港币|HKD|HK\$",
    "MOP": "澳门元|澳门币|MOP",
    "TWD": r"新台币|台币|TWD|NT\$",
    "EUR": "欧元|EUR|€",
    "JPY": "日元|日圆|日币|JPY",
    "GBP": "英镑|GBP|£",
    "KRW": "韩元|韩圆|韩币|KRW",
    "SGD": "新加坡元|新加坡币|新元|SGD",
    "AUD": "澳大利亚元|澳元|AUD",
    "CAD": "加拿大元|加元|CAD",
    "CHF": "瑞士法郎|CHF",
    "DEM": "德国马克|DEM",
}
# Longest words first, so that 万香港元 is no 万香 and 港元, and 元 comes after all that end with it.
_WORDS = sorted(((w, code) for code, ws in _CURRENCIES.items() for w in ws.split("|")), key=lambda p: -len(p[0]))
_CURRENCY = "|".join(word for word, _ in _WORDS)
_CODES = {re.sub(r"\\", "", word): code for word, code in _WORDS}
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8}
_SCALES |= {"十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12}
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_DIGITS = r"\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:e[+]?\d+)?"

_UNIT = re.compile(rf"(?P<scale>{_SCALE})?(?P<money>{_CURRENCY})(?:人民币|整|正)?|(?P<bare>{_SCALE})")
_AMOUNT = re.compile(
    rf"(?P<front>{_CURRENCY})?(?:(?P<digits>{_DIGITS})|(?P<han>{HAN_NUMBER}+))"
    rf"(?P<scale>{_SCALE})?(?P<money>(?:{_CURRENCY}){{0,2}})[整正]?",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"^(?:约为?|大约|近|左右|共计?|合计|总计)|(?:左右|上下)$")
_AT_LEAST = re.compile(r"^(?:不少于|不低于|至少|超过|超|大于|≥|>=|>|高于)|(?:以上|及以上|起)$")
_AT_MOST = re.compile(r"^(?:不超过|不高于|不多于|最高|至多|低于|小于|≤|<=|<)|(?:以下|及以下|以内)$")
_BRACKETS = re.compile(r"[(\[【]([^)\]】]*)[)\]】]")
_HAN_DIGIT = re.compile(f"[{''.join(DIGITS)}十拾]")
_BETWEEN = re.compile(r"[-—–~至到]|--|——")


@dataclass(frozen=True)
class Money:
    """An amount in units of `currency` (ISO 4217; CNY: yuan), with what was printed.

    `low` and `high` are equal for one amount; `high` is None for 100万元以上; `low` is 0 for 100万元以下.
    """

    low: Decimal
    high: Decimal | None
    currency: str
    printed: str

    @property
    def one(self) -> bool:
        """Whether it is one amount, no range."""
        return self.low == self.high


@dataclass(frozen=True)
class _Part:
    number: Decimal
    scale: int | None
    currency: str
    signed: bool
    """Whether a currency stands in front: ¥500 is 500 yuan unless the header says 万元."""


def unit_of(header: str) -> str:
    """The unit a header names: 资助金额(万元) → 万元, 注册资本（千元） → 千元, 单位：万元 → 万元; "" for none."""
    plain = _plain(header)
    for inside in (*_BRACKETS.findall(plain), *re.split("[:/]", plain)[1:]):
        found = _UNIT.fullmatch(re.sub("^(?:单位:?|以)|(?:计|为单位)$", "", inside))
        if found:
            return found[0]
    last = re.search(rf"(?:{_SCALE})(?:{_CURRENCY})$", plain)  # 金额万元
    return last[0] if last else ""


def money(text: str, unit: str = "") -> Money:
    """An amount or a range as printed. `unit` is the unit, or the header, that counts where the cell names none.

    Reads 500万元, 1.2亿, 500(万), 1,000(万元人民币), 约1.2亿元, 100-200万元, USD 500万, 伍佰万元整, 100万元以上.

    Raises `ValueError` with a Chinese reason: nothing there, no unit anywhere (元, 千元 and 万元 differ a
    thousandfold: never guessed), two currencies, a negative amount, separators out of place, a range upside down.

    >>> money("500(万)").low, money("3.5", "资助金额(万元)").low, money("100万美元").currency
    (Decimal('5000000'), Decimal('35000'), 'USD')
    """
    printed = text.strip()
    if is_nothing(text):
        raise ValueError("没有金额")
    plain = _plain(text)
    at_least, at_most = bool(_AT_LEAST.search(plain)), bool(_AT_MOST.search(plain))
    for words in (_ABOUT, _AT_LEAST, _AT_MOST):
        plain = words.sub("", plain)
    # 500(万) and 1,000(万元人民币): the bracket is the unit.
    plain = re.sub(r"[(\[]([^()\[\]]*)[)\]]$", lambda m: m[1] if _UNIT.fullmatch(m[1]) else m[0], plain)
    if re.match(r"[-−]", plain) or re.fullmatch(r"\(\d[^)]*\).*", plain):
        raise ValueError(f"金额为负：{printed}")
    whole = _part(plain)
    parts = [whole] if whole else _range(plain)
    if not parts:
        raise ValueError(f"不是金额：{printed}")
    return _money(parts, _unit(unit), printed, at_least=at_least, at_most=at_most)


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).strip().replace("¥", "¥").replace("，", ",").replace("萬", "万")
    # A blank between digits may part thousands; any other is nothing.
    return re.sub(r"(?<!\d)\s+|\s+(?!\d)", "", plain)


def _range(plain: str) -> list[_Part]:
    for separator in _BETWEEN.finditer(plain):
        low, high = _part(plain[: separator.start()]), _part(plain[separator.end() :])
        if low and high:
            return [low, high]
    return []


def _part(plain: str) -> _Part | None:
    found = _AMOUNT.fullmatch(plain)
    if not found:
        return None
    try:
        number = Decimal(re.sub("[, ]", "", found["digits"])) if found["digits"] else counted(found["han"])
    except (InvalidOperation, ValueError):
        return None
    if found["han"] and not _HAN_DIGIT.search(found["han"]):  # 万美元: a unit whose number is missing
        return None
    codes = {_code(word) for word in re.findall(_CURRENCY, f"{found['front'] or ''}{found['money'] or ''}", re.I)}
    # 人民币 beside 元, 美元 beside $: one. 港币 500 元: the coin's name counts, 元 is its unit.
    foreign = codes - {"CNY"}
    if len(foreign) > 1 or ("人民币" in plain and foreign):
        raise ValueError(f"一个金额有两种货币：{plain}")
    currency = next(iter(foreign or codes), "")
    scale = _SCALES[found["scale"]] if found["scale"] else None
    # 500元 states its unit, and so does 伍佰万. 一千二百 under a header in 万元 does not, nor does USD 500.
    stated = bool(found["money"]) or bool(re.search("[万亿]", found["han"] or ""))
    return _Part(number, scale if scale else 1 if stated else None, currency, bool(found["front"]))


def _unit(unit: str) -> tuple[int | None, str]:
    """Scale and currency of a unit or of the header that names it."""
    word = unit_of(unit) or unit_of(f"({unit})")
    if unit and not word:
        return None, ""
    found = _UNIT.fullmatch(word)
    if not found:
        return None, ""
    scale = found["scale"] or found["bare"]
    return _SCALES[scale] if scale else 1, _code(found["money"]) if found["money"] else ""


def _code(word: str) -> str:
    return next(code for known, code in _CODES.items() if known.lower() == word.lower())


def _money(parts: list[_Part], unit: tuple[int | None, str], printed: str, *, at_least: bool, at_most: bool) -> Money:
    scale = next((part.scale for part in reversed(parts) if part.scale), None) or unit[0]
    if scale is None and any(part.signed for part in parts):
        scale = 1
    if scale is None:
        raise ValueError(f"没有写明单位（元、千元还是万元）：{printed}")
    foreign = {part.currency for part in parts} - {""}
    if len(foreign) > 1:
        raise ValueError(f"一个金额有两种货币：{printed}")
    values = [_tidy(part.number * (part.scale or scale)) for part in parts]
    if values[0] > values[-1]:
        raise ValueError(f"范围的上限小于下限：{printed}")
    currency = next(iter(foreign), "") or unit[1] or "CNY"
    low = Decimal(0) if at_most and len(parts) == 1 else values[0]
    return Money(low, None if at_least and len(parts) == 1 else values[-1], currency, printed)


def _tidy(value: Decimal) -> Decimal:
    """Without a needless fraction or exponent: 1.2E+7 and 12000000.00 → 12000000."""
    return Decimal(int(value)) if value == value.to_integral_value() else value
