"""One big load in a process of its own, so that its memory can be told.

    python -m bench.load.once whole FOLDER [WRITER]     two sources of `bench.load.world`, one after the other
    python -m bench.load.once offline FOLDER            prepared tables into a new store, to the last index
    python -m bench.load.once source FOLDER             one source

Prints one line of JSON: seconds of each step, and the highest memory of this process in bytes.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from graph.settings import Settings
from graph.store import Store
from loaders.bulk.export import export
from loaders.bulk.offline import alone, built, put_into_use
from loaders.pipeline import load
from loaders.prepared import Prepared
from loaders.setup import ensure_schema
from loaders.spec import load_spec


def main() -> int:
    """See above."""
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
    found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps(found, ensure_ascii=False), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
