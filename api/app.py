"""The application: `create_app(settings)` and nothing at import time."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import Depends, FastAPI
from fastapi.staticfiles import StaticFiles

from api import openapi, problems
from api.deps import Stores
from api.kept import Kept
from api.keys import require_key
from api.middleware import Envelope
from api.pages import STATIC
from api.parameters import only_declared
from api.routes import (
    commitments,
    cypher,
    docs,
    gaps,
    health,
    name_lists,
    nodes,
    pages,
    paths,
    resolve,
    schema,
    search,
    sources,
    views,
)
from graph.settings import Settings

DESCRIPTION = """西安—商洛创新资源图谱：甲和乙怎么连上、空白在哪里，每条都有来源和日期。

回答一律为 `{"data": …, "meta": …}`；出错一律为 RFC 9457 的 `application/problem+json`。
未收录依据不等于没有：三种状态 `linked`、`none_found`、`not_collected` 见 /v1/schema。"""

QUESTIONS = (search, resolve, nodes, paths, gaps, commitments, sources, schema, cypher)
PAGES = (pages, name_lists, views, docs)


def create_app(settings: Settings | None = None) -> FastAPI:
    """The HTTP door over one graph. Does not need the database to be up: routes answer 503 until it is."""
    settings = settings or Settings()
    stores = Stores(settings)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        stores.close()

    app = FastAPI(
        title="xishang 西商",
        version=version("xishang"),
        description=DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=openapi.operation_id,
        lifespan=lifespan,
    )
    app.state.settings = settings
    app.state.stores = stores
    app.state.home = Kept[str]()
    problems.install(app)
    openapi.install(app)
    app.add_middleware(Envelope)
    guarded, strict = [Depends(require_key)], [Depends(only_declared)]
    app.include_router(health.router, dependencies=strict)
    for module in QUESTIONS:
        app.include_router(module.router, prefix="/v1", dependencies=guarded + strict)
    for page in PAGES:
        app.include_router(page.router, include_in_schema=False, dependencies=guarded)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app
