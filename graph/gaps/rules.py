"""The gap rules there are, and the parameters each of them takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from graph.answers import RuleRef, Scope
from graph.catalogue import Param, Query, catalogue
from graph.errors import NotFoundError, UsageError
from graph.schema.values import digest

FOLDER = "gaps/"
NEEDS = "needs"
"""The parameter that takes the coverage of the rule's own header; nobody else sets it."""
ALL = "all"
"""The choice of a parameter that restricts nothing; its header says each choice as `choice：words`."""
TRUE, FALSE = ("true", "1", "是"), ("false", "0", "否")


def rules() -> list[RuleRef]:
    """All gap rules, by name."""
    return [reference(query) for name, query in sorted(catalogue().items()) if name.startswith(FOLDER)]


def find(rule: str) -> Query:
    """The statement of a rule. Raises `NotFoundError` with the names there are."""
    query = catalogue().get(FOLDER + rule)
    if query is None:
        listed = [{"name": ref.name, "title": ref.title} for ref in rules()]
        names = "、".join(ref["name"] for ref in listed)
        raise NotFoundError(f"没有名为 {rule} 的空白规则", way_out=f"可用的规则：{names}", rules=listed)
    return query


def reference(query: Query) -> RuleRef:
    """A rule as shown; its revision is a digest of its statement and header, so it moves when either does."""
    extras = query.extras
    return RuleRef(
        name=query.name.removeprefix(FOLDER),
        title=query.title,
        why=query.why,
        commitments=list(extras["commitments"]),
        anchor=extras["anchor"],
        looks_at=list(extras["looks_at"]),
        scope=scope(query),
        revision=digest(f"{query.title}\n{query.why}\n{needs(query)}\n{query.text}"),
    )


def needs(query: Query) -> list[dict[str, str]]:
    """The coverage that must be complete before the rule may say `none_found`: about, subkind, role."""
    return [dict(need) for need in query.extras["coverage"]]


def needs_of(rule: str) -> list[dict[str, str]]:
    """The same by the name of a rule. Raises `NotFoundError`."""
    return needs(find(rule))


def scope(query: Query) -> Scope | None:
    """The restriction of a rule by default: that of a choice which has `all`, in the words of its header."""
    for name, param in query.params.items():
        if name in widest(query) and param.default != ALL:
            words = dict(part.split("：", 1) for part in param.about.split("；"))
            return Scope(
                parameter=name,
                value=str(param.default),
                words=words[str(param.default)],
                widest=ALL,
                widest_words=words[ALL],
            )
    return None


def widest(query: Query) -> dict[str, Any]:
    """Parameters under which a rule gives all its anchors: `all` where a choice has it, no filter elsewhere."""
    return {name: ALL for name, param in query.params.items() if param.choices and ALL in param.choices}


def checked(query: Query, given: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters of a question, each of the declared type; text is read as that type (from the command line).

    Raises `UsageError` naming the parameter, or listing the ones there are.
    """
    takes = {name: param for name, param in query.params.items() if name != NEEDS}
    rule = query.name.removeprefix(FOLDER)
    unknown = sorted(given.keys() - takes.keys())
    if unknown:
        raise UsageError(
            f"规则 {rule} 没有参数 {'、'.join(unknown)}", way_out="可用的参数：" + ("、".join(takes) or "无")
        )
    values = {name: _value(name, param, given.get(name, param.default)) for name, param in takes.items()}
    missing = [name for name, param in takes.items() if values[name] is None and not param.optional]
    if missing:
        raise UsageError(f"规则 {rule} 缺参数 {'、'.join(missing)}", way_out=takes[missing[0]].about)
    return values


def _value(name: str, param: Param, value: Any) -> Any:
    if value is None or value == "":
        return None
    try:
        typed = READERS[param.type](value)
    except (ValueError, TypeError, KeyError) as error:
        raise UsageError(f"参数 {name} 应为 {param.type}，给的是“{value}”", way_out=param.about) from error
    if param.choices and typed not in param.choices:
        choices = "、".join(str(choice) for choice in param.choices)
        raise UsageError(f"参数 {name} 不能是“{value}”", way_out=f"可选：{choices}")
    return typed


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value.strip()


def _whole(value: Any) -> int:
    if isinstance(value, bool) or (isinstance(value, float) and not value.is_integer()):
        raise TypeError(value)
    return int(value)


def _truth(value: Any) -> bool:
    word = str(value).lower()
    if word not in TRUE + FALSE:
        raise ValueError(value)
    return word in TRUE


def _texts(value: Any) -> list[str]:
    items = value.replace("，", ",").replace("、", ",").split(",") if isinstance(value, str) else list(value)
    return [_text(item) for item in items]


READERS: dict[str, Callable[[Any], Any]] = {
    "string": _text,
    "integer": _whole,
    "float": float,
    "boolean": _truth,
    "date": lambda value: date.fromisoformat(str(value)).isoformat(),
    "list<string>": _texts,
}
