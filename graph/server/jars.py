"""The jars of Neo4j Community: the committed lock, and what of it is already in the user's cache.

`jars.lock` has one line a jar: `group:artifact:version[:classifier] bytes sha256`. It holds no address: the same lock
serves the public repository, a mirror and a copied cache. The cache has the layout of a Maven repository, so a copied
cache folder can itself be served as a mirror.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from graph.errors import LocalServerError

LOCK_FILE = Path(__file__).with_name("jars.lock")
NEO4J_VERSION = "5.26.30"


@dataclass(frozen=True)
class Jar:
    """One jar of the lock: its Maven coordinates, its size in bytes and its SHA-256 (hexadecimal)."""

    group: str
    artifact: str
    version: str
    classifier: str
    size: int
    sha256: str

    @property
    def coordinates(self) -> str:
        """`group:artifact:version[:classifier]`, as the lock writes it."""
        parts = [self.group, self.artifact, self.version]
        return ":".join([*parts, self.classifier] if self.classifier else parts)

    @property
    def path(self) -> PurePosixPath:
        """Where the jar lies inside a Maven repository, and inside our cache."""
        tail = f"-{self.classifier}" if self.classifier else ""
        folder = PurePosixPath(*self.group.split("."), self.artifact, self.version)
        return folder / f"{self.artifact}-{self.version}{tail}.jar"

    def line(self) -> str:
        """The line of the lock."""
        return f"{self.coordinates} {self.size} {self.sha256}"


def parse_line(line: str) -> Jar:
    """A lock line as a `Jar`. Raises ValueError when it has not three fields or not three or four coordinates."""
    coordinates, size, sha256 = line.split()
    group, artifact, version, *classifier = coordinates.split(":")
    if len(classifier) > 1 or len(sha256) != 64:
        raise ValueError(line)
    return Jar(group, artifact, version, classifier[0] if classifier else "", int(size), sha256)


def read_lock(path: Path = LOCK_FILE) -> tuple[Jar, ...]:
    """All jars of the lock, in its order (the order of the class path). Raises LocalServerError on a broken lock."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return tuple(parse_line(line) for line in lines if line and not line.startswith("#"))
    except (OSError, ValueError) as error:
        raise LocalServerError(
            f"jar 清单 {path.name} 读不出：{error}",
            way_out="请重新安装 xishang（pip install --force-reinstall xishang）",
        ) from error


def jar_folder(cache: Path) -> Path:
    """The folder of the cache that holds the jars."""
    return cache / "jars"


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def class_path(jars: Iterable[Jar], folder: Path) -> list[Path]:
    """The jar files for `java -cp`, in the order of the lock."""
    return [folder / jar.path for jar in jars]


def missing(jars: Iterable[Jar], folder: Path) -> Iterator[Jar]:
    """The jars that are not in the cache in full length. A file of another length counts as missing: an old writer
    may have been cut off, and the fetch replaces it."""
    for jar in jars:
        path = folder / jar.path
        if not path.is_file() or path.stat().st_size != jar.size:
            yield jar


def verify(jars: Iterable[Jar], folder: Path) -> None:
    """Holds every jar in the cache against the lock. All are hashed at each start: 145 MB take about 0.3 s (measured),
    less than any book-keeping of times and sizes is worth.

    Raises LocalServerError naming the first wrong file.
    """
    for jar in jars:
        path = folder / jar.path
        found = sha256_of(path)
        if found != jar.sha256:
            raise wrong_hash(jar, path, found)


def wrong_hash(jar: Jar, path: Path, found: str) -> LocalServerError:
    """The error for a file that is not what the lock says."""
    return LocalServerError(
        f"校验和不符：{path.name}（{jar.coordinates}）应为 sha256 {jar.sha256[:16]}…，"
        f"实为 {found[:16]}…；文件在 {path}",
        way_out=f"删除该文件后重试（rm '{path}'）；若来自镜像，请用 XISHANG_JAR_MIRROR 换一个可信的镜像",
        file=path.name,
    )
