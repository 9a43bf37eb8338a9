"""Fields that many forms share, in the words bureaus use."""

from __future__ import annotations

from loaders.forms.form import Field, Reader
from loaders.forms.targets import Key, Name, Note, OtherName, Property, Seat, Stage, Tie
from loaders.words import words

COUNTIES = (
    "所在地 所在地区 所属地区 所在区县 所属区县 所在县区 县区 区县 县市区 市县区 所属县区 属地 所在地域 county place"
)
AUTHORITIES = (
    "主管部门 主管单位 归口管理部门 归口部门 业务主管单位 行政主管部门 推荐单位 推荐部门 administrator authority"
)
YES_NO = ("是", "否")
STAGES = ("计划", "签约", "在建", "已完成")


def name(
    zh: str, also: str = "", *, needed: bool = True, hint: str = "", example: str = "", reader: Reader = "name"
) -> Field:
    """The name of what a row is about."""
    from_form = words(f"名称 name title {also}")
    return Field("name", zh, (Name(),), from_form, reader, needed=needed, hint=hint, example=example)


def uscc(also: str = "") -> Field:
    """The unified social credit code."""
    return Field(
        "uscc",
        "统一社会信用代码",
        (Key("uscc"),),
        words(
            f"18位统一社会信用代码 社会信用代码 信用代码 统一信用代码 纳税人识别号 creditcode socialcreditcode {also}"
        ),
        "uscc",
        hint="18 位；校验位不对的不会采用",
        example="91610000MA00000003",
    )


def seats(zh: str = "所在地", also: str = "", *, of: str = "", address: str = "") -> tuple[Field, ...]:
    """Province, city, county and seat; `address` adds a column for the address (of organisations only)."""
    fields = [
        Field(
            "seat",
            zh,
            (Seat(of),),
            words(f"{COUNTIES} {also}"),
            "place",
            hint="写到县区，例如 商州区、雁塔区；也可写区划代码",
            example="商州区",
        ),
        Field(
            "city", "地区", (Seat(of),), words("所在市 地市 城市 市 所属市 地级市 city 市州"), "place", template=False
        ),
        Field(
            "province",
            "所在省份",
            (Seat(of),),
            words("省份 省 所在省 所属省份 地域 所在省(自治区、直辖市) 省区市 省市 province region"),
            "place",
            template=False,
        ),
    ]
    if address:
        fields.append(
            Field(
                "address",
                address,
                (Seat(of),),
                words("地址 详细地址 单位地址 企业地址 注册地址 注册地 住所 联系地址 办公地址 street address"),
                "address",
                hint="机构的地址，不要写个人住址",
                example="商洛市商州区示例路 1 号",
            ),
        )
    return tuple(fields)


def authority(zh: str = "主管部门", also: str = "", *, of: str = "") -> Field:
    """The authority in charge."""
    return Field(
        "authority",
        zh,
        (Tie("GOVERNED_BY", "Agency", of=of),),
        words(f"{AUTHORITIES} {also}"),
        "names",
        hint="几个部门用、分开",
        example="陕西省科学技术厅",
    )


def chains(also: str = "", *, of: str = "") -> Field:
    """The industry chains a body or project is in."""
    return Field(
        "chain",
        "所属产业链",
        (Tie("IN_CHAIN", "Chain", of=of),),
        words(f"产业链 产业链名称 所在产业链 重点产业链 链条 chain {also}"),
        "names",
        hint="例如 核桃、食用菌、新材料",
        example="核桃",
    )


def industry(*, of: str = "") -> Field:
    """The class of GB/T 4754-2017."""
    return Field(
        "industry",
        "所属行业",
        (Tie("IN_INDUSTRY", "Industry", of=of),),
        words("行业 行业类别 行业名称 行业代码 国民经济行业 国民经济行业分类 应用行业 industry"),
        "industry",
        hint="GB/T 4754-2017 的名称或代码",
        example="C3340",
    )


def subjects(zh: str = "技术领域", also: str = "", *, name: str = "field", example: str = "新材料") -> Field:
    """Technical fields and subjects."""
    return Field(
        name,
        zh,
        (Tie("COVERS", "Topic"),),
        words(
            f"技术领域 所属领域 领域 专业领域 所属技术领域 高新技术领域 学科分类 学科领域 学科 研究方向 field {also}"
        ),
        "names",
        hint="几个用、分开",
        example=example,
    )


def people(name: str, zh: str, also: str, tie: Tie, *, hint: str = "", example: str = "王示例") -> Field:
    """People in a public role."""
    return Field(name, zh, (tie,), words(also), "people", hint=hint or "只写姓名，几人用、分开", example=example)


def bodies(name: str, zh: str, also: str, *ties: Tie, hint: str = "", example: str = "", needed: bool = False) -> Field:
    """Bodies named in a column."""
    return Field(
        name, zh, ties, words(also), "names", needed=needed, hint=hint or "写全称，几个单位用、分开", example=example
    )


def prop(name: str, zh: str, also: str = "", reader: Reader = "text", *, hint: str = "", example: str = "") -> Field:
    """A column that becomes the declared property of its name."""
    return Field(name, zh, (Property(name),), words(also), reader, hint=hint, example=example)


def kind(zh: str, also: str = "", choices: tuple[str, ...] = (), example: str = "", *, plain: bool = True) -> Field:
    """The sub-kind; `plain`: a column 类别 means it."""
    listed = words(f"{'类别' if plain else ''} kind {also}")
    return Field("kind", zh, (Property("kind"),), listed, "subkind", choices=choices, example=example)


def stage(zh: str = "项目进展", also: str = "", choices: tuple[str, ...] = STAGES, *, kept: bool = False) -> Field:
    """How far it has come; the words stay in the note, or as property `progress` (`kept`)."""
    return Field(
        "stage",
        zh,
        (Stage(), Property("progress") if kept else Note()),
        words(f"进展 进展情况 建设进展 进度 工作进展 实施进展 项目状态 推进情况 阶段 stage progress {also}"),
        "stage",
        choices=choices,
        hint=f"{'、'.join(choices)}之一；计划与签约不会当成成果",
        example=choices[-1],
    )


def remark() -> Field:
    """What a roster adds."""
    return Field("note", "备注", (Property("note"),), words("说明 备注说明 附注 note remark remarks comment"))


def seat_of(name: str, zh: str, also: str, of: str) -> Field:
    """Where the bodies of another column are: the side of a partner is told by it."""
    hint = "写到市或县区；几个单位不在一处时，按同样的次序写，或分行写"
    return Field(name, zh, (Seat(of, each=True),), words(also), "place", hint=hint, example="雁塔区", template=False)


def basis() -> Field:
    """The document or other place that says so, kept in the note as printed."""
    return Field("basis", "文号或出处", (Note(),), words("文号 出处 依据 依据文件"), template=False)


def level(also: str = "") -> Field:
    """The rank of a title, as printed; kept in the note."""
    return Field("rank", "级别", (Note(),), words(f"等级 认定级别 级次 {also}"), example="省级")


def other_names(also: str = "") -> Field:
    """Abbreviations and foreign names."""
    return Field(
        "other_names",
        "别名",
        (OtherName(),),
        words(f"简称 英文名称 外文名称 又名 shortname acronym aliases {also}"),
        "names",
        hint="简称、英文名",
        example="示例简称",
    )


def result(zh: str, also: str) -> Field:
    """The result of an appraisal, kept in the note with its heading."""
    return Field("result", zh, (Note(),), words(also), template=False)
