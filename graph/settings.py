"""Where things live and which server to ask, read once from the environment and `.env`.

Order: environment, then `.env` in the working folder, then the local server's own state file. Paths are absolute.
"""

from __future__ import annotations

from pathlib import Path

import platformdirs
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """All settings. Each is an environment variable of the alias' name; docs/settings.md lists them (a test compares).

    `neo4j_uri` empty means: the local server that `xishang db start` runs, its port and password read from its files.
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

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the HTTP API; empty: no key is asked for."""
        return tuple(key.strip() for key in self.api_keys.split(",") if key.strip())

    @property
    def local(self) -> bool:
        """True when the local server is meant."""
        return not self.neo4j_uri
