"""What may be in the graph: kinds, ties, properties, legend."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response

from api.replies import Format, answers, reply
from graph.answers import Answer, Meta
from graph.render import schema_document

router = APIRouter(tags=["schema"])
COLUMNS = ("what", "key", "zh", "en", "plural", "about")


@router.get("/schema", summary="节点与关系的类别", response_model=Answer[dict[str, Any]], responses=answers())
def get_schema(format: Format = "json") -> Response:
    """The declaration everything else is derived from, with colours, shapes and verbs in both directions.

    It is the program's, not a graph's: `meta.graph_version` is empty, and it is answered without a database.
    """
    document = schema_document()
    answer = Answer(data=document, meta=Meta(graph_version="", statement="schema"))
    rows = (
        {"what": what, "key": key, **kind}
        for what, kinds in (("node", document["nodes"]), ("tie", document["ties"]))
        for key, kind in kinds.items()
    )
    return reply(answer, format, COLUMNS, rows)
