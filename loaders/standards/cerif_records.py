"""What each kind of CERIF record says: OrgUnit, Person, Project, Equipment, Patent, Publication."""

from __future__ import annotations

import re
from collections.abc import Callable

from graph.schema.values import When, doi, patent_number, read_date
from loaders.claims import Claims, NodeClaim
from loaders.standards.bodies import belongs, mention, state
from loaders.standards.cerif_values import Element, bodies, body_of, person_key, person_name

LEFT_OUT = {
    "Funding": "资助（Funding）随项目记载，不单独入图",
    "Product": "数据产品（Product）不入图",
    "Event": "会议（Event）随成果记载，不单独入图",
    "Service": "系统自述（Service）不入图",
}
PARTNERS = ("Partner", "Contractor", "Member")
NO_ORCID = "没有 ORCID 的人不能与同名者区分"


def _unit(unit: Element, out: Claims) -> None:
    body = state(body_of(unit, out, "OrgUnit"), out, column="Type")
    for whole in bodies(unit, out, "PartOf", "PartOf"):
        belongs(body, whole, out)


def _person(person: Element, out: Claims) -> None:
    key = person_key(person, out, "ORCID")
    if not key:
        out.leave_out(NO_ORCID)
    homes = bodies(person, out, "Affiliation", "Affiliation")
    if not homes:
        out.leave_out("没有任职单位的人不入图")
    _state_person(person, key, homes, out)


def _project(project: Element, out: Claims) -> None:
    names = project.names("Title") or project.names("Acronym")
    if not names:
        out.reject("Title", "", "empty-name", "项目没有名称")
    period = _period(project, out)
    numbers = [one.members.get("text", "") for one in project.all("Identifier") if "ProjectReference" in _type(one)]
    node = out.node(
        "Project",
        names[0],
        keys=project.key | _number_key(numbers),
        aliases=(*names[1:], *(one.members.get("text", "") for one in project.all("Acronym"))),
        kind="research",
        number=next(iter(numbers), ""),
        period=period.text,
        programme=project.text("Funded", "As", "Funding", "Name"),
    )
    for body in bodies(project, out, "Consortium", "Consortium", "Coordinator"):
        out.tie("LED", body, node, at=period, role="Coordinator")
    for role in PARTNERS:
        for body in bodies(project, out, "Consortium", "Consortium", role):
            out.tie("UNDERTOOK", body, node, at=period, role=role)
    for backer in bodies(project, out, "Funded", "Funded", "By"):
        out.tie("SUPPORTED_BY", node, backer, at=period)
    for role in ("PrincipalInvestigator", "Contact", "Member"):
        for person in project.all("Team", role, "Person"):
            key = person_key(person, out, "Team")
            homes = bodies(person, out, "Team", "Affiliation")
            if role != "Contact" and key and homes:
                tie = "LED" if role == "PrincipalInvestigator" else "UNDERTOOK"
                out.tie(tie, _state_person(person, key, homes, out), node, at=period, role=role)
            else:
                out.cannot_place("Team", role, "person", "联系人不入图" if role == "Contact" else NO_ORCID)
    for tool in project.all("Uses", "Equipment"):
        shown = next(iter(tool.names("Name")), "")
        out.cannot_place("Uses", shown, "uses-equipment", "图中没有项目与所用仪器之间的关系")


def _equipment(tool: Element, out: Claims) -> None:
    names = tool.names("Name")
    if not names:
        out.reject("Name", "", "empty-name", "仪器没有名称")
    node = out.node(
        "Instrument",
        names[0],
        keys=tool.key,
        aliases=names[1:],
        number=tool.text("Identifier"),
        specification=next(iter(tool.names("Description")), ""),
    )
    for owner in bodies(tool, out, "Owner", "Owner"):
        out.tie("OWNS", owner, node)


def _patent(patent: Element, out: Claims) -> None:
    names = patent.names("Title")
    if not names:
        out.reject("Title", "", "empty-name", "专利没有名称")
    country, number = patent.text("CountryCode"), patent.text("PatentNumber")
    keys = dict(patent.key)
    try:
        number = patent_number(number if number[:2].isalpha() else f"{country}{number}")
        keys["patent_number"] = number
    except ValueError as error:
        out.cannot_place("PatentNumber", number, "patent-number", str(error))
    filed, granted = _day(patent, "RegistrationDate", out), _day(patent, "ApprovalDate", out)
    node = out.node("Patent", names[0], keys=keys, aliases=names[1:], number=number, filed=filed, granted=granted)
    for owner in bodies(patent, out, "Holders", "Holders", "Holder"):
        out.tie("OWNS", owner, node, at=granted)
    _people(patent, ("Inventors", "Inventor"), node, granted, out)


def _publication(publication: Element, out: Claims) -> None:
    names = publication.names("Title")
    if not names:
        out.reject("Title", "", "empty-name", "成果没有名称")
    keys = dict(publication.key)
    if publication.text("DOI"):
        try:
            keys["doi"] = doi(publication.text("DOI"))
        except ValueError as error:
            out.cannot_place("DOI", publication.text("DOI"), "doi", str(error))
    date = _day(publication, "PublicationDate", out)
    node = out.node("Achievement", names[0], keys=keys, aliases=names[1:], kind="论文", completed=date)
    made: dict[str, NodeClaim] = {}
    for unit in publication.all("Authors", "Author", "Affiliation", "OrgUnit"):
        key = str(unit.members.get("id") or unit.names("Name"))
        if key not in made and (body := mention(body_of(unit, out, "Authors"), out, "Authors")):
            made[key] = body
            out.tie("RESULTED_IN", body, node, at=date)
    _people(publication, ("Authors", "Author"), node, date, out)


def _people(record: Element, path: tuple[str, str], node: NodeClaim, date: str, out: Claims) -> None:
    """People who made something: those with ORCID and a home body; the others are counted."""
    unknown = 0
    for place in record.all(*path):
        for person in place.all("Person"):
            key = person_key(person, out, path[0])
            homes = bodies(place, out, path[0], "Affiliation") if key else []
            if key and homes:
                out.tie("RESULTED_IN", _state_person(person, key, homes, out), node, at=date)
            else:
                unknown += 1
    if unknown:
        why = f"{unknown} 人没有 ORCID 或没有单位，不能与同名者区分，不入图"
        out.cannot_place(path[0], f"{unknown} 人", "no-orcid", why)


def _state_person(person: Element, key: str, homes: list[NodeClaim], out: Claims) -> NodeClaim:
    node = out.node("Person", person_name(person), keys={"orcid": key}, within=homes[0].name)
    for home in homes:
        out.tie("WORKS_AT", node, home)
    return node


def _period(project: Element, out: Claims) -> When:
    start, end = _day(project, "StartDate", out), _day(project, "EndDate", out)
    return out.date(f"{start}/{end}" if start or end else "", "StartDate")


def _number_key(numbers: list[str]) -> dict[str, str]:
    """A number that no other project has, as a key: 2018YFD0500200; a bare 777541 is one for its funder only."""
    found = next((n for n in numbers if re.fullmatch(r"(?=.*[A-Z])(?=.*\d)[A-Z0-9-]{8,}", n)), "")
    return {"project_number": found} if found else {}


def _day(record: Element, name: str, out: Claims) -> str:
    """A date in normal form; one that cannot be read is reported and left away."""
    try:
        return read_date(record.text(name)).text
    except ValueError as error:
        out.cannot_place(name, record.text(name), "date", str(error))
        return ""


def _type(element: Element) -> str:
    return str(element.members.get("type", ""))


UNDERSTAND: dict[str, Callable[[Element, Claims], None]] = {
    "OrgUnit": _unit,
    "Person": _person,
    "Project": _project,
    "Equipment": _equipment,
    "Patent": _patent,
    "Publication": _publication,
}
