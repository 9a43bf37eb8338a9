"""One big load in a process of its own, so that its memory can be told.

    python -m bench.load.once whole FOLDER [WRITER]     two sources of `bench.load.world`, one after the other
    python -m bench.load.once offline FOLDER            prepared tables into a new store, to the last index
    python -m bench.load.once source FOLDER             one source

Prints one line of JSON: seconds of each step, and in bytes the highest memory of this process, together with that of
the processes it has rows understood by.
"""

from __future__ import annotations

import json
import resource
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import psutil

from graph.settings import Settings
from graph.store import Store
from loaders.bulk.export import export
from loaders.bulk.offline import alone, built, put_into_use
from loaders.pipeline import load
from loaders.prepared import Prepared
from loaders.setup import ensure_schema
from loaders.spec import load_spec


class Together(threading.Thread):
    """Samples the resident memory of this process and of its crew (`loaders.stream.crew`) five times a second."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.bytes = 0

    def run(self) -> None:
        """Sample until the program ends."""
        me = psutil.Process()
        while True:
            crew = [child for child in me.children() if _of_crew(child)]
            self.bytes = max(self.bytes, sum(map(_resident, [me, *crew])))
            time.sleep(0.2)


def _of_crew(process: psutil.Process) -> bool:
    with suppress(psutil.NoSuchProcess):
        return "loaders.stream.hand" in process.cmdline()
    return False


def _resident(process: psutil.Process) -> int:
    with suppress(psutil.NoSuchProcess):
        return int(process.memory_info().rss)
    return 0


def main() -> int:
    """See above."""
    together = Together()
    together.start()
    what, folder, *more = sys.argv[1:]
    start = time.perf_counter()
    steps: list[tuple[str, float]] = []

    def tell(text: str) -> None:
        steps.append((text, time.perf_counter() - start))

    found: dict[str, object] = {}
    settings = Settings()
    if what == "offline":
        with alone(settings, tell) as shop:
            old = Prepared(shop / "old-tables")
            with Store(settings) as store:
                ensure_schema(store)
                store.reading(lambda work: export(work, old))
            tell("csv")
            with built(settings, shop, [old, Prepared(Path(folder))], tell):
                tell("indexes")
            put_into_use(settings, tell)
        found["steps"] = steps
    else:
        folders = [Path(folder)] if what == "source" else sorted(Path(folder).glob("made-up-*/"))
        with Store(settings) as store:
            for one in folders:
                begun = time.perf_counter()
                report = load(store, load_spec(one), writer=more[0] if more else "auto").data  # type: ignore[arg-type]  # one of three words
                found[one.name] = {
                    "seconds": time.perf_counter() - begun,
                    "writer": report.writer,
                    "unchanged": report.unchanged,
                    "changed": report.changed,
                    "read": report.read,
                }
    found["seconds"] = time.perf_counter() - start
    found["memory"] = max(together.bytes, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
    print(json.dumps(found, ensure_ascii=False), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
