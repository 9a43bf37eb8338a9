"""The forms: one for each kind that a roster may list. `FORMS` has them by label.

To add one: declare it in the file of its group; templates, headers, loading and the tests follow by themselves.
"""

from __future__ import annotations

from loaders.forms.carriers import CARRIERS
from loaders.forms.enterprises import ENTERPRISE
from loaders.forms.form import Field, Form, Given
from loaders.forms.frames import FRAMES
from loaders.forms.organisations import ORGANISATIONS
from loaders.forms.projects import PROJECT
from loaders.forms.resources import RESOURCES
from loaders.forms.talent import TALENT
from loaders.forms.work import WORK
from loaders.words import words

__all__ = ["ALWAYS_KNOWN", "FORMS", "Field", "Form", "Given"]

ALWAYS_KNOWN = words("序号 序 编号序号 no. no index id 行号 页码 rcn order 填写标记")
"""Headers of any roster that are understood and not kept."""

GROUPS = (ORGANISATIONS, (ENTERPRISE,), CARRIERS, TALENT, RESOURCES, (PROJECT,), WORK, FRAMES)
FORMS: dict[str, Form] = {form.kind: form for group in GROUPS for form in group}
