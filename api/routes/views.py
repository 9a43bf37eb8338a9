"""Answers as pictures: the same parameters as the API; under /files the same page as a file to take along."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import RedirectResponse

from api.deps import StoreDep
from api.pages import segment
from api.routes.gaps import rule_parameters
from api.routes.paths import QuestionDep
from graph import gaps
from graph.answers import Meta
from graph.catalogue import catalogue
from graph.paths import find_paths
from graph.search import node
from graph.stated import stated
from graph.views import Links, gap_page, node_page, path_page

router = APIRouter()
RuleName = Annotated[str, Path(max_length=100)]
NodeName = Annotated[str, Path(max_length=200)]


@router.get("/views/path")
def path_view(request: Request, store: StoreDep, question: QuestionDep) -> Response:
    """The picture of a path question."""
    answer = find_paths(store, question)
    return _page(path_page(answer, statement_text=_statement(answer.meta), links=_links(request, "paths", "path")))


@router.get("/files/path")
def path_file(store: StoreDep, question: QuestionDep) -> Response:
    """The same as a file."""
    answer = find_paths(store, question)
    return _file(path_page(answer, statement_text=_statement(answer.meta)), "路径")


@router.get("/views/gap")
def chosen_gap(rule: Annotated[str, Query(min_length=1, max_length=100)]) -> Response:
    """Where the form of the first page goes: on to the rule's own address."""
    return RedirectResponse(f"/views/gap/{gaps.find(rule).name.removeprefix('gaps/')}", status_code=303)


@router.get("/views/gap/{rule}")
def gap_view(request: Request, store: StoreDep, rule: RuleName) -> Response:
    """The picture of a gap rule."""
    answer = gaps.ask(store, rule, **rule_parameters(request))
    links = _links(request, f"gaps/{segment(rule)}", f"gap/{segment(rule)}")
    return _page(gap_page(answer, statement_text=_statement(answer.meta), links=links))


@router.get("/files/gap/{rule}")
def gap_file(request: Request, store: StoreDep, rule: RuleName) -> Response:
    """The same as a file."""
    answer = gaps.ask(store, rule, **rule_parameters(request))
    return _file(gap_page(answer, statement_text=_statement(answer.meta)), answer.data.rule.title)


@router.get("/views/node/{id}")
def node_view(request: Request, store: StoreDep, id: NodeName) -> Response:
    """The picture of a node and its ties."""
    answer = node(store, id)
    name = segment(answer.data.node.id)
    links = _links(request, f"nodes/{name}", f"node/{name}")
    said = stated(store, answer.data.node.id).data
    return _page(node_page(answer, statement_text=_statement(answer.meta), links=links, stated=said))


@router.get("/files/node/{id}")
def node_file(store: StoreDep, id: NodeName) -> Response:
    """The same as a file."""
    answer = node(store, id)
    said = stated(store, answer.data.node.id).data
    return _file(node_page(answer, statement_text=_statement(answer.meta), stated=said), answer.data.node.name)


def _page(html: str) -> Response:
    """A picture page brings its own policy, by the hashes of its scripts; the header adds what a page cannot say."""
    headers = {"Content-Security-Policy": "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"}
    return Response(html, media_type="text/html; charset=utf-8", headers=headers)


def _file(html: str, name: str) -> Response:
    """A page that leads nowhere, to be kept: the name as RFC 6266 writes one that is not ASCII."""
    reply = _page(html)
    safe = quote("".join(" " if char in '/\\:*?"<>|' or not char.isprintable() else char for char in name)[:80])
    reply.headers["Content-Disposition"] = f"attachment; filename=\"xishang.html\"; filename*=UTF-8''{safe}.html"
    return reply


def _statement(meta: Meta) -> str:
    query = catalogue().get(meta.statement)
    return query.text if query else ""


def _links(request: Request, api: str, file: str) -> Links:
    """Where the site's pages and this answer in other forms are."""
    query = request.url.query
    asked = f"?{query}" if query else ""
    csv = f"/v1/{api}{asked}{'&' if query else '?'}format=csv"
    return Links(json=f"/v1/{api}{asked}", csv=csv, file=f"/files/{file}{asked}")
