"""What is typed for a number, in the registry's spelling: blanks, addresses, case and trailing zeros do not count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress

from graph.schema import NODE_KINDS
from graph.schema.values import doi, hnte_number, isni, moe_code, orcid, patent_number, ror_id, uscc

LONGEST = 80
"""A longer text is no number."""
NO_NUMBER = frozenset({"name", "name_at_body", "record"})
SCHEMES = frozenset({key for kind in NODE_KINDS.values() for key in kind.keys} - NO_NUMBER)
"""Schemes of numbers that a person may type."""
WORDS = {
    "uscc": "统一社会信用代码",
    "moe": "学校标识码",
    "ror": "ROR",
    "division": "区划代码",
    "project_number": "项目编号",
}

_READERS: dict[str, Callable[[str], str]] = {
    "uscc": uscc,
    "moe": moe_code,
    "ror": ror_id,
    "isni": isni,
    "orcid": orcid,
    "doi": doi,
    "hnte": hnte_number,
    "patent_number": patent_number,
}
_LABEL = re.compile(
    r"^(?:统一社会信用代码|信用代码|学校标识码|项目编号|课题编号|区划代码|专利号|编号|代码)\s*[:：]?\s*"
)
_BLANKS = re.compile(r"[\s\-‐-―]+")


def numbers_in(text: str) -> frozenset[tuple[str, str]]:
    """Scheme and value of every number that a text may be, in the registry's spelling; scheme "" fits any.

    >>> ("uscc", "91110000600037341L") in numbers_in("9111 0000 6000 3734 1l")
    True
    >>> ("ror", "017zhmm22") in numbers_in("https://ror.org/017zhmm22")
    True
    >>> ("division", "611002") in numbers_in("611002000000"), ("", "2020YFA0713400") in numbers_in("2020yfa0713400")
    (True, True)
    >>> numbers_in("西安交通大学")
    frozenset()
    """
    plain = _LABEL.sub("", unicodedata.normalize("NFKC", text).strip())
    if not plain or len(plain) > LONGEST or not re.search(r"[0-9]", plain):
        return frozenset()
    return frozenset(_readings(plain))


def _readings(plain: str) -> Iterator[tuple[str, str]]:
    for scheme, reader in _READERS.items():
        with suppress(ValueError):  # it is no number of this scheme
            yield scheme, reader(plain)
    packed = _BLANKS.sub("", plain)
    for value in (plain, packed):
        for spelled in (value, value.upper(), value.lower()):
            yield "", spelled
    if packed.isascii() and packed.isdigit():
        for length in (2, 4, 6, 9):
            if len(packed) > length and not packed[length:].strip("0"):
                yield "division", packed[:length]
                yield "division", packed[:length].ljust(6, "0")
        if len(packed) in (2, 4):
            yield "division", packed.ljust(6, "0")


def given(scheme: str, value: str) -> str:
    """A number given with its scheme, in the registry's spelling; "" when it is none of that scheme."""
    reader = _READERS.get(scheme)
    plain = unicodedata.normalize("NFKC", value).strip()
    if reader is None:
        return plain
    with suppress(ValueError):
        return reader(plain)
    return ""
