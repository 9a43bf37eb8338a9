"""The forms: one for each kind that a roster may list. `FORMS` has them by label."""

from __future__ import annotations

from loaders.forms.form import Field, Form, Given

__all__ = ["ALWAYS_KNOWN", "FORMS", "Field", "Form", "Given"]

ALWAYS_KNOWN = ("序号", "编号序号", "No.", "no", "index", "id", "行号", "页码", "rcn", "order")
"""Headers of any roster that are understood and not kept."""

FORMS: dict[str, Form] = {}
