"""One exception table: every error leaves as RFC 9457 problem+json, with the request's id."""

from __future__ import annotations

import http
import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict
from starlette.exceptions import HTTPException

from graph.errors import XishangError

logger = logging.getLogger("xishang.api")

PROBLEM = "application/problem+json"

TITLES = {
    400: "请求有误",
    401: "缺少密钥",
    404: "没有这个地址",
    405: "不支持这种请求方法",
    406: "不支持这种格式",
    413: "请求体过大",
    422: "参数有误",
    500: "内部错误",
    503: "暂时不可用",
    504: "查询超时",
}
CODES = {
    400: "bad-request",
    401: "key-required",
    404: "not-found",
    405: "method-not-allowed",
    406: "not-acceptable",
    413: "body-too-large",
    422: "invalid-parameter",
    503: "unavailable",
    504: "time-limit",
}


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
    errors: list[FieldError] = []


def problem(request: Request, body: dict[str, Any], headers: dict[str, str] | None = None) -> Response:
    """A problem reply; `instance` and `request_id` are added here and nowhere else."""
    full = body | {
        "instance": request.url.path,
        "request_id": getattr(request.state, "request_id", ""),
        "errors": body.get("errors", []),
    }
    return JSONResponse(full, status_code=body["status"], media_type=PROBLEM, headers=headers)


def plain_problem(status: int, detail: str, **extra: Any) -> dict[str, Any]:
    """A problem body for a status without an error class of its own."""
    title = TITLES.get(status) or http.HTTPStatus(status).phrase
    return {"type": CODES.get(status, "error"), "title": title, "status": status, "detail": detail} | extra


async def on_ours(request: Request, error: Exception) -> Response:
    """Our own errors carry status, words and way out."""
    assert isinstance(error, XishangError)
    headers = {"Retry-After": "5"} if error.status == 503 else None
    return problem(request, error.problem(), headers)


async def on_validation(request: Request, error: Exception) -> Response:
    """A parameter of the wrong type or out of range."""
    assert isinstance(error, RequestValidationError)
    errors = [
        {"at": ".".join(str(part) for part in found["loc"]), "reason": str(found["msg"])} for found in error.errors()
    ]
    words = "；".join(f"{found['at']}：{found['reason']}" for found in errors)
    return problem(request, plain_problem(422, f"参数有误：{words}", errors=errors))


async def on_http(request: Request, error: Exception) -> Response:
    """Unknown address, wrong method, and what else the framework refuses."""
    assert isinstance(error, HTTPException)
    words = {404: f"没有这个地址：{request.url.path}", 405: f"{request.url.path} 不支持 {request.method}"}
    detail = words.get(error.status_code) or str(error.detail)
    headers = dict(error.headers) if error.headers else None
    return problem(request, plain_problem(error.status_code, detail), headers)


async def on_anything(request: Request, error: Exception) -> Response:
    """A fault of ours: logged with its request id, shown without its inside."""
    logger.exception("unhandled error", extra={"request_id": getattr(request.state, "request_id", "")}, exc_info=error)
    return problem(request, plain_problem(500, "服务内部出错，请把 request_id 告诉管理员"))


TABLE = {
    XishangError: on_ours,
    RequestValidationError: on_validation,
    HTTPException: on_http,
    Exception: on_anything,
}


def install(app: FastAPI) -> None:
    """Put the table into the application."""
    for kind, handler in TABLE.items():
        app.add_exception_handler(kind, handler)
