"""One exception table: every error leaves as RFC 9457 problem+json, with the request's id.

A browser that asks for a page gets the same members as a page.
"""

from __future__ import annotations

import http
import logging
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict
from starlette.exceptions import HTTPException

from api.meant import meant
from api.pages import html
from graph.errors import XishangError
from graph.reasons import field_errors, in_words

logger = logging.getLogger("xishang.api")

PROBLEM = "application/problem+json"
RETRY_SECONDS = "5"
"""After a 503: a local database answers some seconds after its start."""

# status → kebab-case type, title; for what the framework finds, as our own errors bring theirs (graph/errors.py)
KNOWN = {
    400: ("bad-request", "请求有误"),
    404: ("not-found", "没有这个地址"),
    405: ("method-not-allowed", "不支持这种请求方法"),
    413: ("body-too-large", "请求体过大"),
    415: ("unsupported-media-type", "不支持这种内容类型"),
    422: ("invalid-parameter", "参数有误"),
    500: ("internal-error", "内部错误"),
}
WAYS_OUT = {404: "地址一览见 /docs", 405: "可用的方法见 Allow 头"}
FOR_PROGRAMS = ("/v1", "/livez", "/readyz", "/openapi.json")


class FieldError(BaseModel):
    """One faulty parameter: where it stands, what is wrong, in words."""

    at: str
    reason: str


class Problem(BaseModel):
    """The body of every reply that is not a success (RFC 9457); more members may follow, such as `candidates`."""

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    detail: str
    instance: str
    request_id: str
    way_out: str = ""
    errors: list[FieldError] = []


def problem(request: Request, body: dict[str, Any], headers: Mapping[str, str] | None = None) -> Response:
    """A problem reply; `instance` and `request_id` are added here and nowhere else."""
    added = {"instance": request.url.path, "request_id": getattr(request.state, "request_id", "")}
    full = body | {"way_out": body.get("way_out", ""), "errors": body.get("errors", [])} | added
    kept = {"Cache-Control": "no-store"} | dict(headers or {})
    if wants_page(request):
        shown: dict[str, Any] = {"candidates": [], "nearest": [], "rules": [], "node": None}
        reply = html("error.html.j2", status=full["status"], problem=shown | full, meant=meant(request, full))
        reply.headers.update(kept)
        return reply
    return JSONResponse(full, status_code=full["status"], media_type=PROBLEM, headers=kept)


def wants_page(request: Request) -> bool:
    """Whether a browser asks for one of the site's pages, not a program for an answer."""
    path = request.url.path
    program = any(path == start or path.startswith(f"{start}/") for start in FOR_PROGRAMS)
    return not program and "text/html" in request.headers.get("accept", "")


def plain_problem(status: int, detail: str, **extra: Any) -> dict[str, Any]:
    """A problem body for a status without an error class of its own."""
    code, title = KNOWN.get(status) or ("error", http.HTTPStatus(status).phrase)
    way_out = {"way_out": WAYS_OUT[status]} if status in WAYS_OUT else {}
    return {"type": code, "title": title, "status": status, "detail": detail} | way_out | extra


async def on_ours(request: Request, error: Exception) -> Response:
    """Our own errors carry status, words and way out."""
    assert isinstance(error, XishangError)
    headers: dict[str, str] = {}
    if error.status == 503:
        headers["Retry-After"] = RETRY_SECONDS
    if error.status == 401:
        # A browser asks its user for the key as a password; a program is told the form it should use.
        headers["WWW-Authenticate"] = f'{"Basic" if wants_page(request) else "Bearer"} realm="xishang"'
    if error.status >= 500:
        logger.warning("%s %s", error.code, error.detail, extra={"request_id": request.state.request_id})
    return problem(request, error.problem(), headers)


async def on_validation(request: Request, error: Exception) -> Response:
    """A parameter of the wrong type or out of range."""
    assert isinstance(error, RequestValidationError)
    errors = field_errors(error.errors())
    return problem(request, plain_problem(422, in_words(errors), errors=errors, way_out="参数说明见 /docs"))


async def on_http(request: Request, error: Exception) -> Response:
    """Unknown address, wrong method, and what else the framework refuses. OPTIONS is answered with the methods."""
    assert isinstance(error, HTTPException)
    headers = dict(error.headers or {})
    if error.status_code == 405 and "Allow" in headers:
        headers["Allow"] = _allowed(headers["Allow"])
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=headers)
    words = {
        400: "请求体读不了",
        404: f"没有这个地址：{request.url.path}",
        405: f"{request.url.path} 不支持 {request.method}",
    }
    detail = words.get(error.status_code) or str(error.detail)
    return problem(request, plain_problem(error.status_code, detail), headers)


def _allowed(methods: str) -> str:
    """`Allow` with what is answered beside the routes: HEAD wherever GET is, OPTIONS everywhere (api/middleware.py)."""
    named = {method.strip() for method in methods.split(",")}
    return ", ".join(sorted(named | {"OPTIONS"} | ({"HEAD"} if "GET" in named else set())))


def unexpected(request: Request, error: Exception) -> Response:
    """A fault of ours: logged with its request id, shown without its inside."""
    logger.error("unhandled error", extra={"request_id": request.state.request_id}, exc_info=error)
    body = plain_problem(500, "服务内部出错", way_out="请把 request_id 告诉管理员")
    try:
        return problem(request, body)
    except Exception:  # the page of the error may be what is broken
        logger.exception("the error page failed")
        return JSONResponse(body, status_code=500, media_type=PROBLEM)


TABLE = {
    XishangError: on_ours,
    RequestValidationError: on_validation,
    HTTPException: on_http,
}


def install(app: FastAPI) -> None:
    """Put the table into the application. What is not in it reaches `Envelope`, which answers with `unexpected`."""
    for kind, handler in TABLE.items():
        app.add_exception_handler(kind, handler)
