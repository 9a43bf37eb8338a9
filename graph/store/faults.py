"""The driver's errors as ours, in the user's words, with a way out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions as driver_errors

from graph.errors import (
    NotFoundError,
    ReadOnlyServerError,
    ServerDownError,
    TimeLimitError,
    UsageError,
    WrongPasswordError,
    XishangError,
)

SILENT = "本机数据库：xishang db start；别处的数据库：检查 NEO4J_URI（主机、端口）与网络"
SILENCES = {
    "connection refused": "那个端口上没有数据库（连接被拒绝）",
    "resolve": "主机名查不到",
    "name or service not known": "主机名查不到",
    "timed out": "等候超时",
    "timeout": "等候超时",
    "unreachable": "网络不通",
    "ssl": "加密方式不合（bolt 与 bolt+s、neo4j 与 neo4j+s）",
    "routing information": "问不到集群的路由（单台服务器请用 bolt://）",
}
"""Signs in the words of the driver and the system, in lower case, and what they mean."""


@contextmanager
def translated(uri: str) -> Iterator[None]:
    """Turn the driver's errors into ours; our own pass through."""
    try:
        yield
    except XishangError:
        raise
    except driver_errors.AuthError as error:
        raise WrongPasswordError(
            f"数据库 {uri} 不认这个用户名或口令", way_out="检查 NEO4J_USER 与 NEO4J_PASSWORD（环境变量或 .env）"
        ) from error
    except (driver_errors.ServiceUnavailable, driver_errors.SessionExpired) as error:
        raise ServerDownError(f"数据库 {uri} 没有应答{_why_silent(error)}", way_out=SILENT) from error
    except driver_errors.ConfigurationError as error:
        raise ServerDownError(
            f"数据库地址 {uri} 用不了；驱动程序的原话：{first_line(error)}", way_out="检查 NEO4J_URI（环境变量或 .env）"
        ) from error
    except driver_errors.Neo4jError as error:
        raise _server_error(uri, error) from error
    except driver_errors.DriverError as error:
        raise ServerDownError(
            f"数据库 {uri} 的连接出错；驱动程序的原话：{first_line(error)}", way_out="稍候重试"
        ) from error


def _why_silent(error: BaseException) -> str:
    """Why nothing answers, by what the system said beneath the driver; "" when that is none of the known words."""
    told = ""
    cause: BaseException | None = error
    while cause is not None:
        told, cause = f"{told} {cause}", cause.__cause__ or cause.__context__
    return next((f"：{words}" for sign, words in SILENCES.items() if sign in told.lower()), "")


def _server_error(uri: str, error: driver_errors.Neo4jError) -> XishangError:
    code = error.code or ""
    # LockClientStopped: the time was up while the transaction waited for a lock.
    if any(word in code for word in ("TransactionTimedOut", "LockAcquisitionTimeout", "LockClientStopped")):
        return TimeLimitError("查询超过时限，已被中止", way_out="缩小范围：减少 max_hops，或加上地点、类别等条件")
    if "ReadOnly" in code or "AccessMode" in code or "NotALeader" in code or "Forbidden" in code:
        return ReadOnlyServerError(
            f"数据库 {uri} 不接受写入，原话：{first_line(error)}", way_out="换一个可写的库，或请管理员放开写入"
        )
    if "MemoryPoolOutOfMemory" in code or "TransactionOutOfMemory" in code or "OutOfMemory" in code:
        return TimeLimitError("查询超过内存上限，已被中止", way_out="缩小范围：加上条件，或减少一次取回的行数")
    if "no such fulltext schema index" in str(error):
        # Indexes come with the first load, so this is a server that was started and never loaded.
        return NotFoundError("图里还没有装载任何数据", way_out="先运行 xishang load，或 make demo", nearest=[])
    if code.startswith(("Neo.ClientError.Statement", "Neo.ClientError.Procedure")):
        return UsageError(f"语句有误，数据库的原话：{first_line(error)}", way_out="按提示的行列检查语句与参数")
    return ServerDownError(
        f"数据库 {uri} 报错，原话：{first_line(error)}", way_out="运行 xishang doctor 查看原因", code_=code
    )


def is_fault(error: ServerDownError, word: str) -> bool:
    """Whether the server's code of an error has this word, for example `DeadlockDetected`."""
    return word in str(error.extra.get("code_", ""))


def first_line(error: BaseException) -> str:
    """The first line of an error's text, for a message; the server's own words without their codes."""
    words = (getattr(error, "message", None) or str(error)).strip()
    return (words.splitlines() or [type(error).__name__])[0]
