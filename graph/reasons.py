"""What pydantic found wrong, in the user's words: one piece for every door."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from graph.errors import UsageError

Q = TypeVar("Q", bound=BaseModel)

# pydantic's error types (its documentation, "Validation Errors") that our parameters can meet. Others keep its words.
REASONS = {
    "missing": "必填",
    "extra_forbidden": "没有这个参数",
    "int_parsing": "应为整数",
    "int_type": "应为整数",
    "int_from_float": "应为整数",
    "int_parsing_size": "数太大",
    "float_parsing": "应为数",
    "float_type": "应为数",
    "finite_number": "应为有限的数",
    "bool_parsing": "应为 true 或 false",
    "bool_type": "应为 true 或 false",
    "string_type": "应为文字",
    "string_unicode": "含有不成对的代理字符，不是合法的文字",
    "string_too_short": "至少 {min_length} 个字",
    "string_too_long": "最多 {max_length} 个字",
    "too_long": "最多 {max_length} 个",
    "greater_than": "应大于 {gt}",
    "greater_than_equal": "应不小于 {ge}",
    "less_than": "应小于 {lt}",
    "less_than_equal": "应不大于 {le}",
    "literal_error": "只能是 {expected}",
    "dict_type": "应为 JSON 对象",
    "model_attributes_type": "应为 JSON 对象",
    "model_type": "应为 JSON 对象",
    "json_invalid": "不是合法的 JSON",
    "date_from_datetime_parsing": "应为日期，如 2021-11-18",
    "date_parsing": "应为日期，如 2021-11-18",
    "date_type": "应为日期，如 2021-11-18",
    "date_from_datetime_inexact": "应为日期，不带时刻，如 2021-11-18",
}

ENDS = {"query.from": "起点（from）", "query.to": "终点（to）"}


def field_errors(found: Iterable[Mapping[str, Any]], *place: str) -> list[dict[str, str]]:
    """pydantic's findings as `errors` of a problem: where each stands (`query.limit`), and why it is wrong."""
    return [
        {"at": ".".join([*place, *(str(part) for part in error["loc"])]), "reason": reason_of(error)} for error in found
    ]


def in_words(errors: Iterable[Mapping[str, str]]) -> str:
    """The same as one sentence; the two ends of a path are called what the page calls them."""
    return "参数有误：" + "；".join(f"{ENDS.get(error['at'], error['at'])} {error['reason']}" for error in errors)


def checked(model: type[Q], given: Mapping[str, Any], called: Mapping[str, str], *, way_out: str) -> Q:
    """The question `given` makes. Raises `UsageError` naming each faulty field as the user calls it, and its value.

    `called` is that name by field; a field not in it is called as it is.
    """
    try:
        return model.model_validate(dict(given))
    except ValidationError as error:
        faults = "；".join(_fault(found, called) for found in error.errors())
        raise UsageError(faults, way_out=way_out) from error


def _fault(found: Mapping[str, Any], called: Mapping[str, str]) -> str:
    field = str(found["loc"][0]) if found["loc"] else ""
    value = found.get("input")
    told = f" “{str(value)[:60]}”" if isinstance(value, str | int | float) and value != "" else ""
    return f"{called.get(field, field)}{told}：{reason_of(found)}"


def reason_of(error: Mapping[str, Any]) -> str:
    """Why pydantic does not take a value, in Chinese; the words of a check of ours as they are."""
    context = error.get("ctx") or {}
    if error["type"] == "string_too_short" and context.get("min_length") == 1:
        return "不能为空"
    words = REASONS.get(error["type"])
    if words:
        return words.format_map({key: str(value).replace(" or ", " 或 ") for key, value in context.items()})
    return str(context["error"] if error["type"] == "value_error" and "error" in context else error["msg"])
