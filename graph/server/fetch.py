"""Fetching jars over plain HTTP: several at once, resumable, verified before a file takes its final name."""

from __future__ import annotations

import ssl
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

import certifi

from graph.errors import LocalServerError
from graph.server.disk import check_space
from graph.server.jars import Jar, missing, sha256_of, verify, wrong_hash
from graph.server.locking import locked
from graph.server.progress import Advance, Say, megabytes, progress, say

if TYPE_CHECKING:
    # `httpx` and `jgo` are loaded in the functions below: they take 0.3 s, and every command comes past this file.
    import httpx

AT_ONCE = 5
TRIES = 4
TIMEOUT, CONNECT_TIMEOUT = 30.0, 10.0
"""Seconds."""
OFFLINE = (
    "请检查网络后重试（已下载的部分会续传）；或设 XISHANG_JAR_MIRROR=镜像地址；"
    "或把另一台机器上的缓存文件夹复制到 {folder}"
)


def ensure_jars(jars: Sequence[Jar], folder: Path, mirror: str = "", tell: Say = say) -> None:
    """Makes sure that every jar of the lock is in `folder` with the right hash, fetching what is missing.

    Raises LocalServerError: a wrong hash (the file is named), no network, too little space.
    """
    with locked(folder / ".lock", tell, f"另一个进程正在下载 jar，等待它完成（{folder}）"):
        wanted = list(missing(jars, folder))
        if wanted:
            from jgo.constants import MAVEN_CENTRAL_URL  # see above

            _fetch_all(wanted, folder, mirror or MAVEN_CENTRAL_URL, tell)
        verify(jars, folder)


def _fetch_all(wanted: Sequence[Jar], folder: Path, base: str, tell: Say) -> None:
    import httpx  # see above

    total = sum(jar.size for jar in wanted)
    check_space(folder, total, "下载 Neo4j 的 jar")
    tell(f"将下载 Neo4j 的 {len(wanted)} 个 jar，共 {megabytes(total)}，存入 {folder}（只需一次，可中断续传）")
    with (
        httpx.Client(
            verify=_certificates(), timeout=httpx.Timeout(TIMEOUT, connect=CONNECT_TIMEOUT), follow_redirects=True
        ) as client,
        progress("下载", total, tell) as advance,
        ThreadPoolExecutor(AT_ONCE) as pool,
    ):
        futures = [pool.submit(fetch_one, client, base, jar, folder, advance) for jar in wanted]
        try:
            for future in futures:
                future.result()
        except BaseException:
            # The first failure (or Ctrl-C) ends the fetch; what has not begun shall not begin.
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def fetch_one(client: httpx.Client, base: str, jar: Jar, folder: Path, advance: Advance) -> Path:
    """Fetches one jar into the cache and returns its path. A `.part` file left behind is continued.

    Raises LocalServerError on a wrong hash and when the server cannot be reached or has not the file.
    """
    import httpx  # see above

    target = folder / jar.path
    part = target.with_name(target.name + ".part")
    target.parent.mkdir(parents=True, exist_ok=True)
    url = f"{base.rstrip('/')}/{jar.path}"
    for attempt in range(TRIES):
        try:
            _receive(client, url, part, jar.size, advance)
            break
        except (httpx.TransportError, httpx.HTTPStatusError) as error:
            if attempt == TRIES - 1 or not _worth_retrying(error):
                raise _unreachable(jar, base, folder, error) from error
            time.sleep(0.5 * 2**attempt)
    found = sha256_of(part)
    if found != jar.sha256:
        # The wrong bytes are put aside, not kept as a part: a retry must not continue them.
        part.unlink()
        raise wrong_hash(jar, target, found)
    part.replace(target)
    return target


def _receive(client: httpx.Client, url: str, part: Path, size: int, advance: Advance) -> None:
    """Appends to `part` what it lacks of `size` bytes; starts over when the server ignores the range."""
    have = part.stat().st_size if part.exists() else 0
    if have > size:
        part.unlink()
        have = 0
    if have == size:
        advance(have)
        return
    # Asked for as it is: a range of a compressed body would not continue an uncompressed part.
    headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={have}-"} if have else {})
    with client.stream("GET", url, headers=headers) as reply:
        reply.raise_for_status()
        continues = reply.status_code == HTTPStatus.PARTIAL_CONTENT
        with part.open("ab" if continues else "wb") as file:
            if continues:
                advance(have)
            # Written as it arrives, not in chunks of our own: what has arrived before a cut is kept.
            for chunk in reply.iter_bytes():
                file.write(chunk)
                advance(len(chunk))


def _worth_retrying(error: httpx.TransportError | httpx.HTTPStatusError) -> bool:
    """A server that refuses the connection or says 4xx will do so again at once; a dropped or busy one may not."""
    import httpx  # see above

    if isinstance(error, httpx.HTTPStatusError):
        return error.response.status_code >= 500 or error.response.status_code == HTTPStatus.TOO_MANY_REQUESTS
    return not isinstance(error, httpx.ConnectError | httpx.UnsupportedProtocol)


def _unreachable(jar: Jar, base: str, folder: Path, error: Exception) -> LocalServerError:
    import httpx  # see above

    way_out = OFFLINE.format(folder=folder)
    if isinstance(error, httpx.HTTPStatusError):
        return LocalServerError(f"{base} 对 {jar.coordinates} 答复 {error.response.status_code}", way_out=way_out)
    return LocalServerError(
        f"下载 Neo4j 时连不上 {base}（{type(error).__name__}），停在 {jar.coordinates}", way_out=way_out
    )


def _certificates() -> ssl.SSLContext:
    """The certificates of both certifi and the machine: a company's own proxy is known only to the machine, and some
    Python builds know no certificates but certifi's."""
    context = ssl.create_default_context(cafile=certifi.where())
    context.load_default_certs()
    return context
