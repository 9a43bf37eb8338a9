"""Parameters of a user's statement: what JSON can write and the database cannot take is refused by name."""

from __future__ import annotations

from typing import Any

LARGEST = 2**63
DEEPEST = 20
"""Levels of lists and maps inside one another."""


def sendable(parameters: dict[str, Any]) -> dict[str, Any]:
    """The parameters as they are. Raises `ValueError` naming the first one that cannot be sent to the database."""
    for name, value in parameters.items():
        _check(name, name, 0)
        _check(name, value, 0)
    return parameters


def _check(name: str, value: Any, depth: int) -> None:
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise ValueError(f"参数 {name!a} 含有不成对的代理字符，不是合法的文字") from error
    elif isinstance(value, int):
        if not -LARGEST <= value < LARGEST:
            raise ValueError(f"参数 {name} 里的整数超过 64 位")
    elif isinstance(value, list | dict):
        if depth == DEEPEST:
            raise ValueError(f"参数 {name} 超过 {DEEPEST} 层")
        for item in [*value, *value.values()] if isinstance(value, dict) else value:
            _check(name, item, depth + 1)
