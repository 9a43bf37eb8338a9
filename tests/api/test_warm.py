"""The first page is made ahead, and a database that is away does not keep the door from opening."""

from __future__ import annotations

from pathlib import Path

from api.app import create_app
from api.warm import warm
from graph.settings import Settings


def test_the_first_page_is_there_before_its_reader(bundled_settings: Settings) -> None:
    app = create_app(bundled_settings)
    warm(app).join(60)
    state = app.state.stores.lease().state()
    page = app.state.home.get(state, lambda: "made again")
    assert "两市怎么连上" in page
    app.state.stores.close()


def test_no_database_is_no_reason_to_fail(tmp_path: Path) -> None:
    app = create_app(Settings(home=tmp_path))
    warm(app).join(60)
    assert not app.state.stores.opened
