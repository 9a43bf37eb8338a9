"""Is the process alive, and can it answer questions?"""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel

from api.deps import StoreDep
from api.replies import problems

router = APIRouter(tags=["health"])


class Alive(BaseModel):
    """The process runs."""

    status: str


class Ready(BaseModel):
    """The database answers; `graph_version` 0 means that nothing is loaded yet."""

    status: str
    server: str
    graph_version: str
    load_in_progress: bool


@router.get("/livez", summary="进程在不在", responses=problems())
def livez() -> Alive:
    """Always 200 while the process runs; the database is not asked."""
    return Alive(status="ok")


@router.get("/readyz", summary="能不能回答问题", responses=problems())
def readyz(store: StoreDep) -> Ready:
    """200 when the database answers, 503 when it does not."""
    server = store.verify()
    state = store.state()
    return Ready(status="ok", server=server, graph_version=str(state.version), load_in_progress=state.load_in_progress)
