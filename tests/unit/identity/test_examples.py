"""The examples beside each rule hold: docstrings of the modules, and the rows of the word lists."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re

import pytest

import graph.identity
from graph.identity.forms import form_of
from graph.identity.regions import spellings
from graph.identity.words import rows

MODULES = [f"graph.identity.{module.name}" for module in pkgutil.iter_modules(graph.identity.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


@pytest.mark.parametrize(("pattern", "full", "example", "becomes"), rows("in_full"))
def test_each_short_word_has_an_example(pattern: str, full: str, example: str, becomes: str) -> None:
    assert example != becomes
    assert re.sub(pattern, full, example) == becomes


@pytest.mark.parametrize(("sort", "full", "written"), rows("forms"))
def test_each_form_is_taken_off_at_the_end_only(sort: str, full: str, written: str) -> None:
    for spelling in written.split():
        rest, form = form_of("甲乙丙" + spelling)
        assert rest.startswith("甲乙丙"), spelling
        assert form.sort, spelling
        assert form_of(spelling + "甲乙丙")[0] == spelling + "甲乙丙"
    assert form_of("甲乙丙" + full)[1].sort == sort


def test_a_former_place_has_a_code_of_today() -> None:
    today = {code for codes in spellings().values() for code in codes}
    assert {code for _, code in rows("former_places")} <= today
