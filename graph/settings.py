"""Where things live and which server to ask, read once from the environment and `.env`.

Order: environment, then `.env` in the working folder, then the local server's own state file. Paths are absolute.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import platformdirs
from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.errors import UsageError
from graph.reasons import reason_of

ADDRESS = re.compile(r"(bolt|neo4j)(\+s|\+ssc)?://([^/?#\s@:]+|\[[0-9a-fA-F:.]+\])(:(?P<port>\d{1,5}))?/?(\?\S*)?")
"""What the driver takes: scheme, host, port, and for routing a context behind `?`."""
ALLOWED = {"XISHANG_BOLT_PORT": "应为 1 到 65535 的整数", "XISHANG_QUERY_SECONDS": "应为大于 0 的秒数"}
"""By setting what its value has to be, whichever way it is wrong."""


class Settings(BaseSettings):
    """All settings. Each is an environment variable of the alias' name; docs/settings.md lists them (a test compares).

    `neo4j_uri` empty means: the local server that `xishang db start` runs, its port and password read from its files.
    Raises `UsageError` naming each setting whose value is wrong, where it stands and what is allowed.
    """

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", frozen=True, populate_by_name=True)

    home: Path = Field(
        default_factory=lambda: Path(platformdirs.user_data_dir("xishang")),
        validation_alias="XISHANG_HOME",
        description="folder of the local server: its data, configuration, password and backups",
    )
    cache: Path = Field(
        default_factory=lambda: Path(platformdirs.user_cache_dir("xishang")),
        validation_alias="XISHANG_CACHE",
        description="folder of downloaded jars, shared by all homes",
    )
    mirror: str = Field(
        default="",
        validation_alias="XISHANG_JAR_MIRROR",
        description="address of a Maven repository to fetch jars from; empty: the public central repository",
    )
    bolt_port: int = Field(
        default=7687, ge=1, le=65535, validation_alias="XISHANG_BOLT_PORT", description="Bolt port of the local server"
    )
    neo4j_uri: str = Field(
        default="", validation_alias="NEO4J_URI", description="address of a server; empty: the local one"
    )
    neo4j_user: str = Field(default="neo4j", validation_alias="NEO4J_USER", description="user name")
    neo4j_password: str = Field(
        default="", validation_alias="NEO4J_PASSWORD", repr=False, description="password; empty: the local one's file"
    )
    neo4j_database: str = Field(default="neo4j", validation_alias="NEO4J_DATABASE", description="database name")
    query_seconds: float = Field(
        default=10.0, gt=0, validation_alias="XISHANG_QUERY_SECONDS", description="time limit of one question, seconds"
    )

    api_keys: str = Field(
        default="",
        validation_alias="XISHANG_API_KEYS",
        repr=False,
        description="keys of the HTTP API, comma separated; needed to serve on another address than loopback",
    )

    def __init__(self, **given: Any) -> None:
        try:
            super().__init__(**given)
        except ValidationError as error:
            faults = "；".join(_fault(found, asked=bool(given)) for found in error.errors())
            raise UsageError(faults, way_out="改正或去掉这项设置；全部设置见 docs/settings.md") from error
        except UnicodeDecodeError as error:
            raise UsageError("设置文件 .env 不是 UTF-8 编码", way_out="请把 .env 另存为 UTF-8") from error

    @field_validator("neo4j_uri")
    @classmethod
    def _is_address(cls, value: str) -> str:
        found = ADDRESS.fullmatch(value)
        if value and not (found and 1 <= int(found["port"] or 1) <= 65535):
            raise ValueError("不是数据库地址，应如 bolt://主机:7687、neo4j://主机:7687 或 neo4j+s://主机")
        return value

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the HTTP API; empty: no key is asked for."""
        return tuple(key.strip() for key in self.api_keys.split(",") if key.strip())

    @property
    def local(self) -> bool:
        """True when the local server is meant."""
        return not self.neo4j_uri


def _fault(found: Mapping[str, Any], *, asked: bool) -> str:
    """One wrong setting; `asked` when it may have been given by the program itself.

    A password that an address carries is not shown.
    """
    name, value = str(found["loc"][0]), re.sub(r"//[^/@]*@", "//…@", str(found["input"]))
    where = "（环境变量）" if name in map(str.upper, os.environ) else "" if asked else "（.env）"
    return f"设置 {name}{where}的值“{value[:100]}”有误：{ALLOWED.get(name) or reason_of(found)}"
