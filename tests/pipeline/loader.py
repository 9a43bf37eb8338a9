"""A loader in a process of its own, to be killed: `python -m tests.pipeline.loader FOLDER [SECONDS]`.

It waits `SECONDS` inside the transaction, after everything is written and before it is let through, and says so first.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from graph.errors import XishangError
from graph.settings import Settings
from graph.store import Store, Work
from loaders.pipeline import load
from loaders.spec import load_spec


def main() -> int:
    """Load one source; prints `written` inside the transaction and the report at the end."""
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 0.0

    def wait(_work: Work, _version: int) -> None:
        print("written", flush=True)
        time.sleep(seconds)

    try:
        with Store(Settings()) as store:
            answer = load(store, load_spec(Path(sys.argv[1])), after=[wait])
    except XishangError as error:
        print(error, flush=True)
        return error.exit_code
    print(answer.data.model_dump_json(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
