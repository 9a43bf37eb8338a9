"""docker-compose.yml read as `docker compose` reads it: variables of the forms it uses filled in, then YAML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

from tests.contract.tree import ROOT

FILE = ROOT / "docker-compose.yml"
VARIABLE = re.compile(r"\$\{(?P<name>\w+)(?::(?P<kind>[-?])(?P<rest>[^}]*))?\}")


class MissingError(Exception):
    """A variable that must be set and is not; the text is the message of the file."""


def text() -> str:
    """The file without its comments: a `#` stands in no value of it."""
    return "\n".join(re.sub(r"(^|\s)#.*", "", line) for line in FILE.read_text(encoding="utf-8").splitlines())


def variables() -> dict[str, str | None]:
    """Every variable with its default; None for one that must be set."""
    return {found["name"]: None if found["kind"] == "?" else found["rest"] or "" for found in VARIABLE.finditer(text())}


def filled(given: Mapping[str, str]) -> dict[str, Any]:
    """The file under these variables. Raises `MissingError`; an empty value counts as none, as `:-` and `:?` say."""

    def value(found: re.Match[str]) -> str:
        if given.get(found["name"]):
            return given[found["name"]]
        if found["kind"] == "?":
            raise MissingError(found["rest"])
        return found["rest"] or ""

    parsed: dict[str, Any] = yaml.safe_load(VARIABLE.sub(value, text()))
    return parsed


def example() -> dict[str, str]:
    """.env.example, with the lines that are commented out counted in."""
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    pairs = [re.fullmatch(r"#?([A-Z]\w*)=(.*)", line) for line in lines]
    return {pair[1]: pair[2] for pair in pairs if pair}
