"""The queue on a page of this machine: two bodies side by side, judged by a button or a key.

It writes, so it listens on loopback only, answers to no other name than that of this machine (a page of somebody else
cannot send it anything), and takes a judgement only with the token of its own pages.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated
from urllib.parse import parse_qs, urlencode

import typer
import uvicorn
from fastapi import Body, FastAPI, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from graph import review as question
from graph.answers import Judged, Neighbour, NodeDetail, ReviewPair
from graph.errors import UsageError, XishangError
from graph.store import Store
from graph.views.style import clause, kind_words
from loaders.loading import After
from loaders.review.decide import decide
from loaders.review.show import ADVICE, LABELS, ZH, words

LOOPBACK = "127.0.0.1"
NAMES = frozenset({LOOPBACK, "localhost"})
PREVIEW = "试判"


def serve(store: Store, port: int, *, after: Sequence[After]) -> None:
    """Serve the page until Ctrl-C. Raises `UsageError` when the port is taken."""
    config = uvicorn.Config(create_app(store, after=after), host=LOOPBACK, port=port, log_level="warning")
    server = uvicorn.Server(config)
    typer.echo(f"辨认页面 http://{LOOPBACK}:{port}/   按 Ctrl-C 停止")
    try:
        server.run()
    except KeyboardInterrupt:
        typer.echo("已停止", err=True)
    except SystemExit as end:
        raise UsageError(f"不能在 {LOOPBACK}:{port} 上监听", way_out="用 --port 换一个端口") from end


def create_app(store: Store, *, after: Sequence[After] = ()) -> FastAPI:
    """The application: `/` the queue, `/pair` two bodies, `/judge` a judgement."""
    app = FastAPI(title="xishang review", docs_url=None, redoc_url=None, openapi_url=None)
    token = secrets.token_urlsafe(24)
    page = _Page(store, token)

    @app.middleware("http")
    async def own_name_only(request: Request, call_next):  # type: ignore[no-untyped-def]  # Starlette's own type
        if (request.headers.get("host") or "").rpartition(":")[0] not in NAMES:
            return Response("只在本机使用", status_code=421, media_type="text/plain; charset=utf-8")
        return await call_next(request)

    @app.exception_handler(XishangError)
    async def told(_request: Request, error: XishangError) -> HTMLResponse:
        return page.html(title="不能这样做", fault=str(error), status=error.status)

    @app.get("/")
    def home(told: str = "") -> HTMLResponse:
        return page.html(title="待辨认的主体", pairs=question.queue(store).data.pairs, told=told)

    @app.get("/pair")
    def pair(one: str, other: str, told: str = "") -> HTMLResponse:
        return page.pair(one, other, told)

    @app.post("/judge")
    def judge(body: Annotated[bytes, Body(media_type="application/x-www-form-urlencoded")]) -> RedirectResponse:
        sent = {name: values[0] for name, values in parse_qs(body.decode("utf-8", "replace")).items()}
        if not secrets.compare_digest(sent.get("token", ""), token):
            raise UsageError("这一页已过期", way_out="回到首页重新打开")
        if sent.get("judgement") not in ZH:
            raise UsageError("没有这种判定", way_out="用页面上的按钮")
        ids = (sent.get("one", ""), sent.get("other", ""))
        done = decide(store, sent["judgement"], ids, reason=sent.get("reason", ""), after=after).data  # type: ignore[arg-type]  # checked two lines above
        return RedirectResponse(_next(store, ids, _told(done)), status_code=303)

    return app


def _told(done: Judged) -> str:
    return f"已记为{ZH[done.judgement]}（{done.entry}）：{'；'.join(done.effects)}"


def _next(store: Store, judged: tuple[str, str], told: str) -> str:
    """The pair after the one judged, or the list when it was the last."""
    pairs = [p for p in question.queue(store).data.pairs if {p.one, p.other} != set(judged)]
    if not pairs:
        return "/?" + urlencode({"told": told})
    return "/pair?" + urlencode({"one": pairs[0].one, "other": pairs[0].other, "told": told})


class _Page:
    """Fills the template; each answer has a nonce of its own, so that nothing else on it can run."""

    def __init__(self, store: Store, token: str) -> None:
        self.store, self.token = store, token
        loader = FileSystemLoader(Path(__file__).parent)
        environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
        self.template = environment.get_template("page.html.j2")

    def pair(self, one: str, other: str, told: str) -> HTMLResponse:
        """Two bodies, and what a merge would do or why it is refused."""
        shown = question.side_by_side(self.store, one, other).data
        pairs = question.queue(self.store).data.pairs
        at = next((i for i, p in enumerate(pairs) if {p.one, p.other} == {one, other}), -1)
        effects, refused = self._effects(one, other)
        return self.html(
            title="是不是同一个主体？",
            shown=shown,
            number=at + 1,
            total=len(pairs),
            following=pairs[at + 1] if at + 1 < len(pairs) else None,
            effects=effects,
            refused=refused,
            told=told,
        )

    def _effects(self, one: str, other: str) -> tuple[list[str], str]:
        try:
            return decide(self.store, "same", (one, other), reason=PREVIEW, dry_run=True).data.effects, ""
        except UsageError as error:
            return [], error.detail

    def html(self, *, title: str, status: int = 200, **values: object) -> HTMLResponse:
        """The page as an answer with its policy."""
        nonce = secrets.token_urlsafe(12)
        pairs: list[ReviewPair] = []
        filled = {"pairs": pairs, "shown": None, "told": "", "fault": "", "effects": [], "refused": ""} | values
        text = self.template.render(
            title=title,
            nonce=nonce,
            token=self.token,
            labels=LABELS,
            advice=ADVICE,
            words=words,
            kind_words=kind_words,
            clause_of=_clause_of,
            **filled,
        )
        own = f"style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; form-action 'self'"
        policy = f"default-src 'none'; {own}; base-uri 'none'; frame-ancestors 'none'"
        headers = {"Content-Security-Policy": policy, "Cache-Control": "no-store", "Referrer-Policy": "same-origin"}
        return HTMLResponse(text, status_code=status, headers=headers)


def _clause_of(found: NodeDetail, one: Neighbour) -> str:
    names = {found.node.id: found.node.name, one.other.id: one.other.name}
    return clause(one.tie.type, names[one.tie.start], names[one.tie.end], forward=one.tie.forward)
