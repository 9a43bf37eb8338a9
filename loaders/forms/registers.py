"""Fields of registers of bodies: renaming, appraisal, part taken in projects."""

from __future__ import annotations

from loaders.forms.form import Field
from loaders.forms.parts import (
    result,
)
from loaders.forms.targets import BodyKind, FormerName, Helps, RoleIn, Tie
from loaders.words import words

APPRAISAL = result("考核结果", "结果 等次 评估结果 评价结果 考核等次 评价等次")
ORGANISATION_KIND = Field(
    "organisation_kind",
    "单位性质",
    (BodyKind(),),
    words("机构属性 单位类型 单位类别 机构类型 机构性质 activitytype"),
    template=False,
)
# A list of who takes part in which project (CORDIS organization.csv): each row a body and its part.
PARTICIPATION = (
    Field(
        "project",
        "承担项目",
        (Tie("UNDERTOOK", "Project", key=("project_number", "project_number")),),
        words("参与项目 projectacronym"),
        template=False,
    ),
    Field("project_number", "承担项目编号", (Helps(),), words("projectid"), "code", template=False),
    Field("role", "承担角色", (RoleIn("project"),), words("role"), template=False),
)
CORDIS = words(
    "organisationid vatnumber sme nutscode geolocation organizationurl contentupdatedate "
    "eccontribution neteccontribution totalcost endofparticipation active country"
)
REGISTER = (("project_number", "name"), ("uscc",), ("name",))


def renamed(words_: str, example: str) -> tuple[Field, ...]:
    """The name before and the day of the change."""
    return (
        Field(
            "former_name",
            "曾用名",
            (FormerName("renamed"),),
            words(f"原名称 原名 更名前名称 变更前名称 {words_}"),
            "names",
            example=example,
        ),
        Field(
            "renamed", "更名日期", (Helps(),), words("变更日期 更名时间 变更时间 核准变更日期"), "date", template=False
        ),
    )
