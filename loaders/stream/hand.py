"""One process of a crew (`loaders.stream.crew`): understands rows, keeps what they say, answers what became of them.

It is told what to do on its standard input, and ends when that ends: with the process that started it.
"""

from __future__ import annotations

import os
import pickle
import sys
import traceback
from contextlib import suppress
from typing import Any, BinaryIO

from loaders.collector import seldom
from loaders.outcome import Outcome, Understanding
from loaders.rows import Row
from loaders.source_module import module_of
from loaders.stream.filling import Filler


def main() -> None:
    """Answer until there is nothing more to read: the other process has ended."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what the code of a source prints is no answer
    with seldom(), suppress(EOFError):
        _work(sys.stdin.buffer, answers)


def _work(questions: BinaryIO, answers: BinaryIO) -> None:
    spec, marks, folder, hidden, size, first, step = pickle.load(questions)
    understanding = Understanding(spec, module_of(spec), marks)
    filler = Filler(folder, hidden, first, step)
    while True:
        part, rows = pickle.load(questions)
        answers.write(_pickled(_answer(understanding, filler, rows, part, size)))
        answers.flush()


def _answer(understanding: Understanding, filler: Filler, rows: list[tuple[Row, bool]], part: int, size: int) -> Any:
    """How many rows were kept, the publications they rest on, and what became of each; or the error."""
    kept, cited, outcomes = 0, set[str](), list[Outcome]()
    try:
        for row, twice in rows:
            outcome = understanding.of(row, twice=twice)
            outcomes.append(outcome)
            if outcome.row is not None:
                filler.take(outcome.row, part * size + kept)
                cited.update(outcome.row.sources)
                kept += 1
                outcome.row = None
        filler.write(part)
    except Exception as error:
        return error
    return kept, cited, outcomes


def _pickled(answer: Any) -> bytes:
    """The answer as it is sent; an error that cannot be sent as it is goes as its text."""
    if isinstance(answer, Exception):
        try:
            pickle.loads(pickle.dumps(answer))
        except Exception:
            answer = RuntimeError("".join(traceback.format_exception(answer)))
    return pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)


if __name__ == "__main__":
    main()
