"""How does A connect to B?"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from pydantic import ValidationError

from api.deps import StoreDep
from api.parameters import listed
from api.replies import Format, answers, reply
from graph.answers import Answer, PathAnswer
from graph.errors import UsageError
from graph.paths import PathQuestion, find_paths
from graph.reasons import field_errors, in_words

router = APIRouter(tags=["paths"])
COLUMNS = ("number", "hops", "score", "pattern", "sentence")
LISTS = ("via", "avoid", "types", "not_types", "sources", "marks")


async def question_of(request: Request) -> PathQuestion:
    """The path question of a query string; a list is a parameter given several times or joined by commas.

    Async without awaiting: it runs in the event loop, not in a thread of its own, as it only looks at the request.
    """
    given: dict[str, Any] = {}
    for name in dict.fromkeys(request.query_params):
        values = request.query_params.getlist(name)
        if name == "format":
            continue
        if name in LISTS:
            given[name] = listed(values)
        else:
            given[name] = values[-1]
    try:
        return PathQuestion(**given)
    except ValidationError as error:
        raise invalid(error) from error


def invalid(error: ValidationError) -> UsageError:
    """pydantic's findings as a problem of ours, one line each."""
    errors = field_errors(error.errors(), "query")
    return UsageError(in_words(errors), way_out="参数说明见 /docs", errors=errors)


QuestionDep = Annotated[PathQuestion, Depends(question_of)]


def parameters() -> list[dict[str, Any]]:
    """The query parameters for the OpenAPI document, taken from the question's own schema."""
    schema = PathQuestion.model_json_schema(by_alias=True)
    required = set(schema.get("required", ()))
    examples = {"from": "陕西锌业", "to": "西安交通大学"}
    return [
        {
            "name": name,
            "in": "query",
            "required": name in required,
            "schema": field,
            **({"example": examples[name]} if name in examples else {}),
        }
        for name, field in schema["properties"].items()
    ]


@router.get(
    "/paths",
    summary="甲和乙怎么连上",
    response_model=Answer[PathAnswer],
    responses=answers(404, 409),
    openapi_extra={"parameters": parameters()},
)
def get_paths(store: StoreDep, question: QuestionDep, format: Format = "json") -> Response:
    """All simple paths within `max_hops`, ranked, the best `k` of them; or `why_none`."""
    answer = find_paths(store, question)
    rows = (
        {"number": number, **path.model_dump(include=set(COLUMNS))} for number, path in enumerate(answer.data.paths, 1)
    )
    return reply(answer, format, COLUMNS, rows)
