"""What a load depends on besides its source: the code of the pipeline, the schema and the alias table.

An unchanged file is skipped only as long as the same program would read it in the same way.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import graph.identity
import graph.schema
from graph.catalogue import folder
from loaders.spec import SourceSpec

LOADERS = Path(__file__).parent
DOORS = frozenset({"cli.py", "cli_show.py", "cli_sources.py", "cli_template.py", "cli_undo.py", "demo.py", "report.py"})
"""Files of this package that show and do not load."""
UNDERSTANDS = frozenset({"module.py", "region.py"})
"""Files of `loaders.given` that say what a kept row means; the others only make what is kept."""


@cache
def pipeline_revision() -> str:
    """SHA-256 over schema, identity rules with their tables, statements of writing, and the pipeline itself."""
    total = hashlib.sha256()
    for path in _files():
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


@cache
def forms_revision() -> str:
    """SHA-256 over what understands the rows of a given file beside that: forms, standards, gazetteer, region."""
    total = hashlib.sha256()
    folders = (LOADERS / "forms", LOADERS / "standards", LOADERS / "given", LOADERS.parent / "graph" / "gazetteer")
    for path in sorted(path for place in folders for path in place.rglob("*") if path.suffix in (".py", ".csv")):
        if path.parent.name != "given" or path.name in UNDERSTANDS:
            total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def source_hash(spec: SourceSpec) -> str:
    """SHA-256 over a source as it now lies in its folder and over what loads it."""
    forms = f"|{forms_revision()}" if spec.form else ""
    return hashlib.sha256(f"{spec.content_hash()}|{pipeline_revision()}{forms}".encode()).hexdigest()


def source_version(spec: SourceSpec) -> str:
    """What a load of this source, as it now lies in its folder, is called: `labs@` and 12 digits of its hash."""
    return version_named(spec, source_hash(spec))


def version_named(spec: SourceSpec, hash_: str) -> str:
    """What a load of this source with this hash (`source_hash`) is called."""
    return f"{spec.id}@{hash_[:12]}"


def _files() -> list[Path]:
    packages = [Path(str(package.__file__)).parent for package in (graph.schema, graph.identity)]
    found = [path for package in packages for path in package.rglob("*") if path.suffix in (".py", ".csv")]
    found += [path for path in LOADERS.glob("*.py") if path.name not in DOORS]
    found += list((LOADERS / "standards").glob("*.py"))  # bundled registries are read by them too
    found += list((folder() / "write").glob("*.cypher"))
    return sorted(found, key=lambda path: (path.parent.name, path.name))
