"""Places of China and classes of industry, looked up by what publishers write: name, code, old name, address.

Nothing is read at import; the tables (`data/`, origin in README.md) are read once, on first use. Never a guess: what
several divisions may be is None, and `candidates` lists them.
"""

from __future__ import annotations

from graph.gazetteer.addresses import Located, county_of, locate
from graph.gazetteer.industries import IndustryClass, industry
from graph.gazetteer.model import Division
from graph.gazetteer.places import candidates, division
from graph.gazetteer.sides import Side, side_of
from graph.gazetteer.zones import Zone, zone

__all__ = [
    "Division",
    "IndustryClass",
    "Located",
    "Side",
    "Zone",
    "candidates",
    "county_of",
    "division",
    "industry",
    "locate",
    "side_of",
    "zone",
]
