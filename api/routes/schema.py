"""What may be in the graph: kinds, ties, properties, legend."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response

from api.replies import Format, problems, reply
from graph.answers import Answer, Meta
from graph.render import schema_document

router = APIRouter(tags=["schema"])
COLUMNS = ("label", "type", "zh", "en", "plural")


@router.get("/schema", summary="节点与关系的类别", response_model=Answer[dict[str, Any]], responses=problems())
def get_schema(format: Format = "json") -> Response:
    """The declaration everything else is derived from, with colours, shapes and verbs in both directions."""
    document = schema_document()
    answer = Answer(data=document, meta=Meta(graph_version="", statement="schema"))
    return reply(answer, format, COLUMNS, [*document["nodes"], *document["ties"]])
