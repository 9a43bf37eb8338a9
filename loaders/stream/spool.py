"""A mapping whose values lie on disk."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, MutableMapping
from pathlib import Path
from typing import Any, TypeVar

V = TypeVar("V")


class _File:
    """Values one after the other. Read and written through two handles: each keeps its own buffer."""

    def __init__(self, path: Path) -> None:
        self._out = path.open("xb")
        self._in = path.open("rb")

    def put(self, value: Any) -> int:
        place = self._out.tell()
        pickle.dump(value, self._out, pickle.HIGHEST_PROTOCOL)
        return place

    def get(self, place: int) -> Any:
        self._out.flush()
        self._in.seek(place)
        return pickle.load(self._in)

    def __del__(self) -> None:
        self._out.close()
        self._in.close()


class Spool(MutableMapping[str, V]):
    """Keys and places of the values are in memory, about 150 bytes each; a value is read anew whenever it is asked for.

    Its file is written by this process, for itself. What is set again or taken away leaves its old value there.
    """

    def __init__(self, path: Path) -> None:
        self._file = _File(path)
        self._places: dict[str, int] = {}

    def __getitem__(self, key: str) -> V:
        found: V = self._file.get(self._places[key])
        return found

    def __setitem__(self, key: str, value: V) -> None:
        self._places[key] = self._file.put(value)

    def __delitem__(self, key: str) -> None:
        del self._places[key]

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def only(self, keys: Iterable[str] = ()) -> Spool[V]:
        """The same values under these keys alone, as far as they are there; in the same file."""
        found: Spool[V] = object.__new__(Spool)
        found._file = self._file
        found._places = {key: self._places[key] for key in keys if key in self._places}
        return found

    def adopt(self, other: Spool[V]) -> None:
        """Take over what another one in the same file has, before what is under the same keys here."""
        self._places |= other._places
