"""Files in a standard's own form: ROR, OpenAlex, CERIF-XML. The way in for the systems of universities and institutes.

Each standard is one module with `recognise`, `read` and `understand`; `standard_of` says which one a file is in.
"""

from __future__ import annotations

from pathlib import Path

import loaders.standards.cerif as cerif
import loaders.standards.openalex as openalex
import loaders.standards.ror as ror
from loaders.standards.standard import Standard, head_of

# OpenAlex before ROR: its institutions carry a ROR id too.
STANDARDS: dict[str, Standard] = {
    "openalex": Standard("openalex", "OpenAlex", openalex.recognise, openalex.read, openalex.understand),
    "ror": Standard("ror", "ROR", ror.recognise, ror.read, ror.understand),
    "cerif": Standard("cerif", "CERIF-XML", cerif.recognise, cerif.read, cerif.understand),
}


def standard_of(path: Path) -> Standard | None:
    """The standard whose form a file has, told by its beginning; None for anything else."""
    head = head_of(path)
    return next((one for one in STANDARDS.values() if one.recognise(head)), None)


__all__ = ["STANDARDS", "Standard", "standard_of"]
