"""The OpenAPI document: problems as problem+json, the same schema everywhere, keys where keys are asked for."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from api.problems import Problem

SCHEMES = {
    "bearer": {"type": "http", "scheme": "bearer"},
    "key": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
}


def operation_id(route: APIRoute) -> str:
    """The name of the route's function: it stays when an address or a tag moves."""
    return route.name


def install(app: FastAPI) -> None:
    """Make `app.openapi()` give the finished document, built once."""
    app.openapi = lambda: _document(app)  # type: ignore[method-assign]  # FastAPI's documented way to extend it


def _document(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None:
        document = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes, tags=app.openapi_tags
        )
        schemas = document["components"]["schemas"]
        problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas |= problem.pop("$defs") | {"Problem": problem}
        # FastAPI's own shapes of a 422, which nothing here answers with.
        for name in ("HTTPValidationError", "ValidationError"):
            schemas.pop(name, None)
        if app.state.settings.keys:
            document["components"]["securitySchemes"] = SCHEMES
            _ask_for_keys(document)
        app.openapi_schema = document
    return app.openapi_schema


def _ask_for_keys(document: dict[str, Any]) -> None:
    for path, operations in document["paths"].items():
        if path.startswith("/v1/"):
            for operation in operations.values():
                operation["security"] = [{name: []} for name in SCHEMES]
