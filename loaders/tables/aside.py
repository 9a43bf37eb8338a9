"""What is no row is kept for the account only: telephone numbers and the like in it are masked at once."""

from __future__ import annotations

import re

from loaders.privacy import DROPPED, POSSIBLE, guarded
from loaders.tables.model import Skipped

LONGEST = 500
_DIGITS = str.maketrans("０１２３４５６７８９－（）", "0123456789-()")
_TELEPHONE = re.compile(
    r"(?<!\d)0\d{2,3}\s*[)—–―~-]+\s*[2-9]\d{3}[\s-]?\d{3,4}(?!\d)"
    r"|(?:(?<=电话)|(?<=热线)|(?<=传真)|(?<=手机)|(?<=座机)|(?<=分机))[^\d，。；]{0,6}\d[\d\s—–-]{2,}\d"
)
"""Dashes of all kinds, and any number behind a word that says it is one, as footers print them."""


def set_aside(number: int, text: str, why: str) -> Skipped:
    """A line that is no row, its text shortened and without telephone numbers, mailboxes and id numbers.

    >>> set_aside(9, "联系电话：０９１４—２３１２３４５", "footer").text
    '联系电话（已去除个人信息）'
    """
    if POSSIBLE.search(text):
        text = guarded(_TELEPHONE.sub(DROPPED, text.translate(_DIGITS)))
    return Skipped(number, text[:LONGEST], why)
