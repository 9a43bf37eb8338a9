"""Makes `jars.lock` anew (`make jars-lock`): jgo resolves the coordinates, each jar is fetched and hashed.

The public repository publishes a SHA-1 beside each jar; a jar that does not agree with it is not locked.
"""

from __future__ import annotations

import hashlib
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import jgo
from jgo.constants import MAVEN_CENTRAL_URL

from graph.server.jars import LOCK_FILE, NEO4J_VERSION, Jar
from graph.server.progress import megabytes, say

ENDPOINT = f"org.neo4j.app:neo4j-server:{NEO4J_VERSION}+org.neo4j:neo4j:{NEO4J_VERSION}"
"""The server's entry class, and the engine that it finds on the class path at run time."""
HEAD = f"""\
# The jars of Neo4j Community {NEO4J_VERSION}, in the order of the class path. Made by `make jars-lock`; do not edit.
# group:artifact:version[:classifier] bytes sha256
"""


def resolve() -> list[Jar]:
    """The jars of the endpoint, not yet hashed (size 0), duplicates removed, first one first."""
    found = [
        Jar(str(a.groupId), str(a.artifactId), str(a.version), str(a.classifier or ""), 0, "0" * 64)
        for a in jgo.resolve(ENDPOINT)
        if a.packaging in ("jar", "bundle", "")
    ]
    return list(dict.fromkeys(found))


def hashed(client: httpx.Client, jar: Jar) -> Jar:
    """The jar with its size and SHA-256. Raises RuntimeError when it is not what its published SHA-1 says."""
    url = f"{MAVEN_CENTRAL_URL}/{jar.path}"
    body = client.get(url).raise_for_status().content
    published = client.get(f"{url}.sha1").raise_for_status().text.split()[0]
    if hashlib.sha1(body, usedforsecurity=False).hexdigest() != published:
        raise RuntimeError(f"{jar.coordinates}: SHA-1 differs from the published one")
    return Jar(jar.group, jar.artifact, jar.version, jar.classifier, len(body), hashlib.sha256(body).hexdigest())


def main() -> None:
    """Resolves, fetches, hashes, writes the lock in one piece."""
    jars = resolve()
    say(f"{len(jars)} jars resolved")
    with httpx.Client(timeout=60.0, follow_redirects=True) as client, ThreadPoolExecutor(5) as pool:
        done = list(pool.map(lambda jar: hashed(client, jar), jars))
    with tempfile.NamedTemporaryFile("w", dir=LOCK_FILE.parent, delete=False, encoding="utf-8") as file:
        file.write(HEAD + "".join(jar.line() + "\n" for jar in done))
    Path(file.name).chmod(0o644)
    Path(file.name).replace(LOCK_FILE)
    say(f"{LOCK_FILE.name}: {len(done)} jars, {megabytes(sum(jar.size for jar in done))}")


if __name__ == "__main__":
    main()
