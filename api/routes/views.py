"""Answers as pictures: the same parameters as the API, the same page as an offline file."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import RedirectResponse

from api.deps import StoreDep
from api.routes.gaps import rule_parameters
from api.routes.paths import QuestionDep
from graph import gaps
from graph.answers import Meta
from graph.catalogue import catalogue
from graph.paths import find_paths
from graph.search import node
from graph.views import Links, gap_page, node_page, path_page

router = APIRouter()


def _page(html: str) -> Response:
    """A picture page brings its own policy, by the hashes of its scripts; the header adds what a page cannot say."""
    headers = {"Content-Security-Policy": "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"}
    return Response(html, media_type="text/html; charset=utf-8", headers=headers)


def _statement(meta: Meta) -> str:
    query = catalogue().get(meta.statement)
    return query.text if query else ""


def _links(request: Request, api: str) -> Links:
    """Where the site's pages and this answer in other forms are."""
    query = request.url.query
    return Links(json=f"/v1/{api}?{query}", csv=f"/v1/{api}?{query}{'&' if query else ''}format=csv")


@router.get("/views/path")
def path_view(request: Request, store: StoreDep, question: QuestionDep) -> Response:
    """The picture of a path question."""
    answer = find_paths(store, question)
    return _page(path_page(answer, statement_text=_statement(answer.meta), links=_links(request, "paths")))


@router.get("/views/gap")
def chosen_gap(rule: Annotated[str, Query(min_length=1, max_length=100)]) -> Response:
    """Where the form of the first page goes: on to the rule's own address."""
    return RedirectResponse(f"/views/gap/{gaps.find(rule).name.removeprefix('gaps/')}", status_code=303)


@router.get("/views/gap/{rule}")
def gap_view(request: Request, store: StoreDep, rule: Annotated[str, Path(max_length=100)]) -> Response:
    """The picture of a gap rule."""
    answer = gaps.ask(store, rule, **rule_parameters(request))
    return _page(gap_page(answer, statement_text=_statement(answer.meta), links=_links(request, f"gaps/{rule}")))


@router.get("/views/node/{id}")
def node_view(request: Request, store: StoreDep, id: Annotated[str, Path(max_length=200)]) -> Response:
    """The picture of a node and its ties."""
    answer = node(store, id)
    api = f"nodes/{answer.data.node.id}"
    return _page(node_page(answer, statement_text=_statement(answer.meta), links=_links(request, api)))
