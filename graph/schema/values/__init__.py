"""Values that clean and validate themselves: names, dates with precision, ids, money, codes."""

from __future__ import annotations

from graph.schema.values.dates import NO_DATE, When, interval, when
from graph.schema.values.ids import digest, mint
from graph.schema.values.text import GLOSS, QUOTES, VARIANTS, clean, fold

__all__ = ["GLOSS", "NO_DATE", "QUOTES", "VARIANTS", "When", "clean", "digest", "fold", "interval", "mint", "when"]
