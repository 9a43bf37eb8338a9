"""Swagger UI, served from the package: it works with no internet."""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.pages import html

router = APIRouter()

# The interface sets styles on elements by script and shows small icons from data addresses; nothing leaves the server.
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@router.get("/docs")
def docs() -> Response:
    """The interactive description of the API."""
    reply = html("docs.html.j2")
    reply.headers["Content-Security-Policy"] = CSP
    return reply
