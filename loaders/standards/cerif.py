"""OpenAIRE CERIF-XML: records of research information systems, inside OAI-PMH envelopes or bare.

Envelope and payload have namespaces of their own, and the payload's changes with the version of the profile (1.1, 1.2):
elements are told by their local names. Names repeat by language. Mailboxes, telephones, birth dates and sex of people
are not read at all.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from graph.errors import SourceError
from loaders.claims import Claims
from loaders.rows import Row
from loaders.standards.cerif_records import LEFT_OUT, UNDERSTAND
from loaders.standards.cerif_values import Element
from loaders.standards.standard import GZIP, taken

PROFILE = "https://www.openaire.eu/cerif-profile/"
PAYLOADS = frozenset({*UNDERSTAND, *LEFT_OUT})
PRIVATE = frozenset({"Gender", "BirthDate", "DateOfBirth", "Birthdate"})
"""Elements about people that are never read; of ElectronicAddress only web addresses are."""


def recognise(head: bytes) -> bool:
    """Whether a file begins like CERIF-XML."""
    return PROFILE.encode() in head


def read(path: Path) -> Iterator[Row]:
    """One row a record; key: the identifier of the envelope, else the id of the payload.

    Cells: `record` the kind of payload, `oai` the identifier of the envelope, `status` where it is deleted, and one for
    each element of the payload as JSON.
    """
    root = _parsed(path)
    payloads = [one for one in root.iter() if _is_payload(one)]
    types = _types_by_id(payloads)
    records = [one for one in root.iter() if _local(one) == "record"] or payloads
    for number, record in enumerate(records, start=1):
        cells = _cells(record, types)
        yield Row(file=path.name, number=number, key=cells.get("oai") or cells.get("id", ""), cells=cells)


def understand(row: Row, out: Claims) -> None:
    """One record: a body, person, project, instrument, patent or publication; others are left out by name."""
    cells = taken(row)
    if cells.get("status") == "deleted":
        out.leave_out("来源系统已删除的记录")
    kind = cells.get("record", "")
    if kind in LEFT_OUT:
        out.leave_out(LEFT_OUT[kind])
    if kind not in UNDERSTAND:
        out.reject("record", kind, "unknown-record", f"不认识的 CERIF 记录“{kind or '空'}”")
    domain = cells["oai"].split(":")[1] if cells.get("oai", "").count(":") > 1 else ""
    UNDERSTAND[kind](Element.of_cells(cells, domain), out)


def _parsed(path: Path) -> etree._Element:
    """The root. Entities are not resolved and nothing is fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        with path.open("rb") as file:
            packed = file.read(2) == GZIP
        if packed:
            raise SourceError(f"{path.name} 是压缩文件", way_out="解压后再装载", file=path.name)
        return etree.parse(str(path), parser).getroot()
    except (OSError, etree.XMLSyntaxError) as error:
        raise SourceError(f"{path.name} 不是完整的 XML：{error}", way_out="重新导出后再装载", file=path.name) from error


def _is_payload(element: etree._Element) -> bool:
    """A record of its own: directly below `metadata`, or on top of a file without envelopes."""
    if not isinstance(element.tag, str) or _local(element) not in PAYLOADS:
        return False
    parent = element.getparent()
    return parent is None or _local(parent) in ("metadata", "CERIF", "Records")


def _types_by_id(payloads: list[etree._Element]) -> dict[str, str]:
    """The type of each body that has a record in the file, for where it is only named."""
    found = {}
    for one in payloads:
        if _local(one) == "OrgUnit":
            types = [(child.text or "").strip() for child in one if _local(child) == "Type"]
            if types and one.get("id"):
                found[str(one.get("id"))] = types[0]
    return found


def _cells(record: etree._Element, types: dict[str, str]) -> dict[str, str]:
    cells: dict[str, str] = {}
    header = next((child for child in record if _local(child) == "header"), None)
    if header is not None:
        cells["oai"] = next(((c.text or "").strip() for c in header if _local(c) == "identifier"), "")
        if header.get("status"):
            cells["status"] = str(header.get("status"))
    payload = record if _is_payload(record) else next((one for one in record.iter() if _is_payload(one)), None)
    if payload is not None:
        cells |= {"record": _local(payload), "id": str(payload.get("id") or "")}
        whole = _plain(payload, types)
        for name, value in whole.items():
            if name not in ("id", "text"):
                cells[name] = json.dumps(value, ensure_ascii=False)
    return cells


def _plain(element: etree._Element, types: dict[str, str]) -> dict[str, Any]:
    """An element as a dictionary: text, attributes, and its children by name as lists; without what is private."""
    found: dict[str, Any] = {}
    if (element.text or "").strip():
        found["text"] = " ".join(str(element.text).split())
    for attribute, value in element.attrib.items():
        found[etree.QName(str(attribute)).localname] = str(value)
    for child in element:
        name = _local(child)
        if not name or name in PRIVATE or (name == "ElectronicAddress" and not _web(child)):
            continue
        found.setdefault(name, []).append(_plain(child, types))
    if _local(element) == "OrgUnit" and "Type" not in found and found.get("id") in types:
        found["Type"] = [{"text": types[found["id"]]}]
    return found


def _web(element: etree._Element) -> bool:
    return (element.text or "").strip().lower().startswith(("http://", "https://"))


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
