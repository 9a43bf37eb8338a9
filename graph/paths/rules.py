"""Which ties and nodes a path may use, as parameters of the statement `paths/step`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from graph.paths.question import LOCATED, STAGES, PathQuestion
from graph.schema import EDGE_KINDS, WALKED

ACTS = [name for name, kind in EDGE_KINDS.items() if kind.temporal == "act"]
NO_FLOOR = 1 << 60


@dataclass(frozen=True)
class Rules:
    """What a search keeps to. `why.py` loosens one at a time to say what stands in the way."""

    types: tuple[str, ...]
    located: bool
    """Whether `LOCATED_IN` may be the last hop onto a place."""
    stages: tuple[str, ...]
    floor: int
    via: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    as_of: str | None = None
    certain: bool = False
    with_inferred: bool = False
    with_retired: bool = False

    def params(self) -> dict[str, Any]:
        """The parameters of `paths/step` but for `ids`, `types` and `ends`."""
        return {
            "acts": ACTS,
            "avoid": list(self.avoid),
            "stages": list(self.stages),
            "marks": list(self.marks),
            "sources": list(self.sources),
            "as_of": self.as_of,
            "certain": self.certain,
            "with_inferred": self.with_inferred,
            "with_retired": self.with_retired,
        }

    def any_hub(self) -> Rules:
        """Hubs may be passed."""
        return replace(self, floor=NO_FLOOR)

    def any_stage(self) -> Rules:
        """History and plans count too."""
        return replace(self, stages=tuple(dict.fromkeys(("planned", *self.stages))), with_retired=True)

    def any_day(self) -> Rules:
        """Whatever the day."""
        return replace(self, as_of=None, certain=False)

    def unfiltered(self) -> Rules:
        """Without the filters of the one who asks."""
        lowest = self.stages if len(self.stages) > len(STAGES) - 1 else STAGES[1:]
        return replace(self, types=WALKED, located=True, via=(), avoid=(), marks=(), sources=(), stages=lowest)

    def inferring(self) -> Rules:
        """Inferred ties count too."""
        return replace(self, with_inferred=True)


def rules_of(question: PathQuestion, via: tuple[str, ...], avoid: tuple[str, ...]) -> Rules:
    """The rules a question asks for; `via` and `avoid` are already ids."""
    wanted = question.types or (*WALKED, LOCATED)
    types = tuple(name for name in wanted if name not in question.not_types)
    return Rules(
        types=tuple(sorted(name for name in types if name != LOCATED)),
        located=LOCATED in types,
        stages=STAGES[STAGES.index(question.min_stage) :],
        floor=NO_FLOOR if question.hubs == "transit" else question.hub_floor,
        via=via,
        avoid=avoid,
        marks=question.marks,
        sources=question.sources,
        as_of=question.as_of.isoformat() if question.as_of else None,
        certain=question.as_of_mode == "certain",
        with_inferred=question.include_inferred,
    )
