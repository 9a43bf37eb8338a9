"""Every error a user can meet, with the one table that gives it an HTTP status and an exit code.

The message is in the user's words (Chinese). `way_out` says what to do next, as one line a person can act on.
Exit codes (answers.md): 0 fine, 2 usage, 3 rejects over the threshold or a broken source, 4 server, 5 not found or
ambiguous.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar


class XishangError(Exception):
    """Base of all errors shown to a user.

    `code` is the kebab-case problem type, `title` its short Chinese name, `status` the HTTP status, `exit_code` the
    exit code of the command. `extra` holds further members of the problem document (for example `candidates`).
    """

    code: ClassVar[str] = "internal-error"
    title: ClassVar[str] = "内部错误"
    status: ClassVar[int] = 500
    exit_code: ClassVar[int] = 4

    def __init__(self, detail: str, *, way_out: str = "", **extra: Any) -> None:
        super().__init__(detail)
        self.detail = detail
        self.way_out = way_out
        self.extra = extra

    def __str__(self) -> str:
        return f"{self.detail}\n→ {self.way_out}" if self.way_out else self.detail

    def problem(self) -> dict[str, Any]:
        """The RFC 9457 members of this error, without `instance` and `request_id` (the door adds those)."""
        body: dict[str, Any] = {"type": self.code, "title": self.title, "status": self.status, "detail": self.detail}
        if self.way_out:
            body["way_out"] = self.way_out
        return body | self.extra


class UsageError(XishangError):
    """A parameter is missing, of the wrong type or out of range."""

    code, title, status, exit_code = "invalid-parameter", "参数有误", 422, 2


class NotFoundError(XishangError):
    """A name, id, rule, source or kind that is not there."""

    code, title, status, exit_code = "not-found", "查无此名", 404, 5


class AmbiguousNameError(XishangError):
    """A name that fits several bodies; `extra['candidates']` lists them, `choices` says each in a line for people."""

    code, title, status, exit_code = "ambiguous-name", "名称不唯一", 409, 5

    def __init__(self, detail: str, *, way_out: str = "", choices: Sequence[str] = (), **extra: Any) -> None:
        super().__init__(detail, way_out=way_out, **extra)
        self.choices = tuple(choices)


class RefusedStatementError(XishangError):
    """A statement of a user that is not read-only or reaches outside the graph; `extra['gate']` says which gate."""

    code, title, status, exit_code = "statement-refused", "语句被拒绝", 422, 2


class KeyRequiredError(XishangError):
    """The HTTP door asks for a key that was not given or is wrong."""

    code, title, status, exit_code = "key-required", "缺少密钥", 401, 4


class SourceError(XishangError):
    """A source file is missing, empty, truncated, of other columns or encoding, or breaks its assertions."""

    code, title, status, exit_code = "source-broken", "来源文件有误", 422, 3


class RejectsError(XishangError):
    """More rows rejected than the threshold allows; nothing was written."""

    code, title, status, exit_code = "too-many-rejects", "拒收行过多", 422, 3


class LoadInProgressError(XishangError):
    """Another load holds the graph and did not finish in time."""

    code, title, status, exit_code = "load-in-progress", "正在装载", 503, 4


class ServerDownError(XishangError):
    """The database does not answer."""

    code, title, status, exit_code = "server-down", "数据库连不上", 503, 4


class WrongPasswordError(XishangError):
    """The database refuses user name or password."""

    code, title, status, exit_code = "wrong-password", "数据库口令不对", 503, 4


class ReadOnlyServerError(XishangError):
    """The database refuses writes."""

    code, title, status, exit_code = "read-only-server", "数据库只读", 503, 4


class ForeignGraphError(XishangError):
    """The database holds a graph that is not ours; we never write into it."""

    code, title, status, exit_code = "foreign-graph", "库中已有别的图", 409, 4


class TimeLimitError(XishangError):
    """A question took longer than its limit; the message says what to narrow."""

    code, title, status, exit_code = "time-limit", "查询超时", 504, 4


class LocalServerError(XishangError):
    """The local Neo4j cannot be installed, started, stopped, backed up or restored."""

    code, title, status, exit_code = "local-server", "本机数据库有误", 503, 4


class SchemaError(XishangError):
    """The declaration of kinds and ties, or a statement held against it, is wrong: a fault of the program."""

    code, title, status, exit_code = "schema-error", "模式声明有误", 500, 4
