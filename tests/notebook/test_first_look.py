"""docs/notebooks/first-look.ipynb is executed as an analyst would, on the bundled sources, in a kernel of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from graph.settings import Settings
from tests.conftest import environment_of
from tests.contract.tree import ROOT

FILE = ROOT / "docs" / "notebooks" / "first-look.ipynb"


@pytest.fixture(scope="module")
def executed(bundled_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[nbformat.NotebookNode]:
    """The notebook with its outputs. The kernel keeps its files in a temporary folder and knows only this server."""
    folder = tmp_path_factory.mktemp("notebook")
    own = {name: str(folder / name) for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR")}
    environment = environment_of(bundled_settings) | own | {"XISHANG_QUERY_SECONDS": "60"}
    with pytest.MonkeyPatch.context() as patched:
        for name, value in own.items():
            patched.setenv(name, value)
        client = NotebookClient(
            nbformat.read(FILE, as_version=4),
            timeout=120,
            kernel_name="python3",
            resources={"metadata": {"path": str(folder)}},
        )
        yield client.execute(env=environment)


def outputs(notebook: nbformat.NotebookNode, source: str) -> list[Any]:
    """The outputs of the one code cell whose source holds a text."""
    (cell,) = (cell for cell in notebook.cells if cell.cell_type == "code" and source in cell.source)
    return list(cell.outputs)


def words(found: list[Any]) -> str:
    """What a reader sees of outputs as text. A kernel may send one printed line in several pieces of a stream."""
    pieces = [
        str(output["text"]) if output.output_type == "stream" else f"{output.get('data', {}).get('text/plain', '')}\n"
        for output in found
    ]
    return "".join(pieces)


def test_committed_without_outputs_and_without_a_trace_of_a_machine() -> None:
    notebook = nbformat.read(FILE, as_version=4)
    nbformat.validate(notebook)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert len(cells) >= 12
    assert all(not cell.outputs and cell.execution_count is None for cell in cells)
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    assert notebook.metadata.kernelspec == {"display_name": "Python 3", "language": "python", "name": "python3"}


def test_every_cell_runs_without_error_or_warning(executed: nbformat.NotebookNode) -> None:
    told = [(cell.id, output) for cell in executed.cells for output in cell.get("outputs", ())]
    assert [item for item in told if item[1].output_type == "error" or item[1].get("name") == "stderr"] == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("open_graph()", "Neo4j 5."),
        ("search(store,", "西安交通大学"),
        ("answer = find_path", "陕西锌业与西安交通大学共建"),
        ("none = find_path", "互不相连"),
        ("gap_rules()", "commitments-without-evidence"),
        ("gap = find_gaps", "not_collected"),
        ("to_pandas(gap)", "未收录依据"),
        ("by_city = ", "西安"),
        ("co_built = ", "钒产业技术研究院"),
        ("CREATE (n:Enterprise", "type 这条语句不是只读的"),
        ("node(store,", "参与共建"),
        ("to_data_frame", "商洛学院"),
        ("to_subgraph", "钒产业技术研究院"),
    ],
)
def test_a_cell_shows_what_it_promises(source: str, expected: str, executed: nbformat.NotebookNode) -> None:
    assert expected in words(outputs(executed, source))


def test_pictures_stand_inline_in_sandboxed_frames(executed: nbformat.NotebookNode) -> None:
    for source in ("picture(answer)", "picture(gap,", "picture(co_built,"):
        (output,) = outputs(executed, source)
        html = output.data["text/html"]
        assert html.startswith('<iframe sandbox="allow-scripts" ')
        assert "allow-same-origin" not in html
        assert "Content-Security-Policy" in html


def test_nothing_is_left_beside_the_notebook(executed: nbformat.NotebookNode) -> None:
    assert executed.cells
    assert [path.name for path in Path(FILE).parent.iterdir()] == [FILE.name]
