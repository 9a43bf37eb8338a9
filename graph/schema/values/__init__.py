"""Values that clean and validate themselves: names, dates with precision, ids, money, codes.

Each reader returns the normal form or raises `ValueError` with a Chinese reason; what publishers write for nothing
(—, N/A, 无, 0000-00-00) is told by `is_nothing` beforehand.
"""

from __future__ import annotations

from graph.schema.values.amounts import Money, money, unit_of
from graph.schema.values.body_codes import moe_code, organisation_code, uscc
from graph.schema.values.certificates import hnte_number, patent_number
from graph.schema.values.dates import NO_DATE, When, interval, when
from graph.schema.values.ids import digest, mint
from graph.schema.values.nothing import is_nothing
from graph.schema.values.pinyin import GLOSS
from graph.schema.values.printed_dates import read_date
from graph.schema.values.readable import readable
from graph.schema.values.text import QUOTES, VARIANTS, clean, fold
from graph.schema.values.world_ids import doi, isni, orcid, ror_id

__all__ = [
    "GLOSS",
    "NO_DATE",
    "QUOTES",
    "VARIANTS",
    "Money",
    "When",
    "clean",
    "digest",
    "doi",
    "fold",
    "hnte_number",
    "interval",
    "is_nothing",
    "isni",
    "mint",
    "moe_code",
    "money",
    "orcid",
    "organisation_code",
    "patent_number",
    "read_date",
    "readable",
    "ror_id",
    "unit_of",
    "uscc",
    "when",
]
