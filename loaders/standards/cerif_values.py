"""Elements of CERIF as read: names by language, identifiers, dates, bodies and people inside records."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from graph.schema.values import isni, orcid, ror_id
from loaders.claims import Claims, NodeClaim
from loaders.standards.bodies import Body, mention

HAN = re.compile(r"[\u4e00-\u9fff]")
# Last part of the address of a type (CERIF vocabulary OrganisationTypes) → type in the words of ROR.
TYPES = {
    "highereducation": "education",
    "university": "education",
    "academicinstitute": "facility",
    "researchinstitute": "facility",
    "strategicresearchinstitute": "facility",
    "company": "company",
    "sme": "company",
    "government": "government",
    "intergovernmental": "government",
    "nonprofit": "nonprofit",
    "charity": "nonprofit",
    "nationalhealthservice": "healthcare",
    "healthcare": "healthcare",
}


@dataclass(frozen=True)
class Element:
    """An element: `members` has its attributes and text as text, its children by name as lists."""

    members: dict[str, Any]
    domain: str = ""
    """The repository of the envelope, which makes its ids unique in the world; "" without envelope."""

    @classmethod
    def of_cells(cls, cells: dict[str, str], domain: str) -> Element:
        """The payload of a row again."""
        plain = ("record", "oai", "status", "id")
        return cls({k: v if k in plain else json.loads(v) for k, v in cells.items()}, domain)

    def all(self, *path: str) -> list[Element]:
        """The elements at the end of a path of names."""
        found = [self]
        for name in path:
            found = [Element(child, self.domain) for one in found for child in one.members.get(name) or []]
        return found

    def text(self, *path: str) -> str:
        """The text of the first element at the end of a path; "" when there is none."""
        return next((one.members.get("text", "") for one in self.all(*path)), "")

    def names(self, name: str) -> tuple[str, ...]:
        """Texts in all languages: Chinese first, then English, then the others in their order."""
        found = [(one.members.get("lang", ""), one.members.get("text", "")) for one in self.all(name)]
        order = {"zh": 0, "en": 2}
        rank = [
            (1 if HAN.search(text) and not lang.startswith("zh") else order.get(lang[:2], 3), at, text)
            for at, (lang, text) in enumerate(found)
            if text
        ]
        return tuple(dict.fromkeys(text for _, _, text in sorted(rank)))

    @property
    def key(self) -> dict[str, str]:
        """Its id in its repository, as a key; empty without one."""
        own = self.members.get("id")
        return {"cerif": f"{self.domain}:{own}"} if own and self.domain else {}


def body_of(unit: Element, out: Claims, column: str) -> Body:
    """An OrgUnit. A wrong ROR id is reported and not used."""
    keys = dict(unit.key)
    for name, scheme, check in (("RORID", "ror", ror_id), ("ISNI", "isni", isni)):
        if value := unit.text(name):
            try:
                keys[scheme] = check(value)
            except ValueError as error:
                out.cannot_place(column, value, f"{scheme}-id", str(error))
    types = [TYPES.get(_last(one.members.get("text", "")), "other") for one in unit.all("Type")]
    acronyms = tuple(one.members.get("text", "") for one in unit.all("Acronym"))
    return Body(tuple(name for name in (*unit.names("Name"), *acronyms) if name), tuple(types), keys)


def bodies(parent: Element, out: Claims, column: str, *path: str) -> list[NodeClaim]:
    """The bodies at the end of a path, each an OrgUnit; those whose kind cannot be told are reported."""
    units = parent.all(*path, "OrgUnit")
    return [node for unit in units if (node := mention(body_of(unit, out, column), out, column)) is not None]


def person_name(person: Element) -> str:
    """Family name first without a blank for a Chinese name, last for any other."""
    family, first = person.text("PersonName", "FamilyNames"), person.text("PersonName", "FirstNames")
    if HAN.search(family + first):
        return family + first
    return " ".join(part for part in (first, family) if part)


def person_key(person: Element, out: Claims, column: str) -> str:
    """The ORCID iD of a person; "" without one, and where it is wrong, which is reported."""
    value = person.text("ORCID")
    if not value:
        return ""
    try:
        return orcid(value)
    except ValueError as error:
        out.cannot_place(column, value, "orcid", str(error))
        return ""


def _last(address: str) -> str:
    return re.split(r"[#/]", address)[-1].replace("-", "").lower()
