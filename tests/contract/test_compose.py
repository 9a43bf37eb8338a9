"""docker-compose.yml, Dockerfile and .env.example: no engine runs here, so they are read, and what can be tried is."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

from graph.server.config import TEMPLATE
from graph.server.jars import NEO4J_VERSION
from graph.settings import Settings
from graph.store import Store
from tests.api.serving import serving
from tests.contract.compose import FILE, MissingError, example, filled, variables
from tests.contract.tree import ROOT

SECRETS = {"NEO4J_PASSWORD": "correct horse", "XISHANG_API_KEYS": "one,two"}
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
PLUGIN = "docker", "compose"


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    return dict(filled(SECRETS)["services"])


def settings_of_neo4j(services: dict[str, Any]) -> dict[str, str]:
    """The settings of the image's environment by their names in neo4j.conf, as its entry point translates them."""
    kept = {name: value for name, value in services["neo4j"]["environment"].items() if name != "NEO4J_AUTH"}
    return {
        name.removeprefix("NEO4J_").replace("__", "\0").replace("_", ".").replace("\0", "_"): str(value)
        for name, value in kept.items()
    }


@pytest.mark.parametrize("name", list(SECRETS))
def test_password_and_keys_must_be_set(name: str) -> None:
    for value in ({}, {name: ""}):
        with pytest.raises(MissingError, match=name):
            filled({key: secret for key, secret in SECRETS.items() if key != name} | value)


def test_nothing_secret_has_a_default() -> None:
    assert {name for name, default in variables().items() if default is None} == set(SECRETS)
    assert {name: example()[name] for name in SECRETS} == dict.fromkeys(SECRETS, "")


def test_the_example_lists_every_variable_with_its_default() -> None:
    known = {str(info.validation_alias) for info in Settings.model_fields.values()}
    assert example().keys() - known <= variables().keys() <= example().keys()
    assert {name: default for name, default in variables().items() if default} == {
        name: value for name, value in example().items() if variables().get(name)
    }


def test_doors_are_published_on_loopback_only(services: dict[str, Any]) -> None:
    ports = {name: service.get("ports", []) for name, service in services.items()}
    assert ports == {
        "neo4j": ["127.0.0.1:7687:7687", "127.0.0.1:7474:7474"],
        "api": ["127.0.0.1:8000:8000"],
        "load": [],
    }


def test_the_database_is_the_edition_and_version_that_is_tested(services: dict[str, Any]) -> None:
    minor = ".".join(NEO4J_VERSION.split(".")[:2])
    assert services["neo4j"]["image"] == f"neo4j:{minor}-community"


def test_neo4j_knows_every_setting(services: dict[str, Any], store: Store) -> None:
    wanted = settings_of_neo4j(services)
    assert len(wanted) >= 8
    rows = store.read_text("SHOW SETTINGS YIELD name, validValues RETURN name, validValues")
    known = {row["name"]: row["validValues"] for row in rows}
    assert wanted.keys() <= known.keys()
    assert {name for name in wanted if wanted[name] in ("true", "false")} == {
        name for name in wanted if "boolean" in known[name]
    }


def test_neo4j_is_closed_as_the_local_server_is(services: dict[str, Any]) -> None:
    local = dict(line.split("=", 1) for line in TEMPLATE.splitlines() if "=" in line and not line.startswith("#"))
    shared = settings_of_neo4j(services)
    for name in (
        "dbms.security.allow_csv_import_from_file_urls",
        "dbms.usage_report.enabled",
        "server.bolt.telemetry.enabled",
        "client.allow_telemetry",
    ):
        assert shared[name] == local[name] == "false"
    assert not [name for name in shared if "plugins" in name or "unrestricted" in name]


def test_each_waits_until_the_database_answers(services: dict[str, Any]) -> None:
    for name in ("api", "load"):
        assert services[name]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert "7474" in services["neo4j"]["healthcheck"]["test"][1]


def test_the_graph_is_kept_in_named_volumes(services: dict[str, Any]) -> None:
    volumes = filled(SECRETS)["volumes"]
    mounted = {mount.split(":")[0]: mount.split(":")[1] for mount in services["neo4j"]["volumes"]}
    assert mounted == {"neo4j-data": "/data", "neo4j-logs": "/logs"}
    assert set(volumes) == set(mounted)


def test_the_containers_of_ours_are_locked_and_asked_for_keys(services: dict[str, Any]) -> None:
    for name in ("api", "load"):
        service = services[name]
        assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"])
        assert service["environment"]["XISHANG_API_KEYS"] == SECRETS["XISHANG_API_KEYS"]
        assert service["environment"]["NEO4J_URI"] == "bolt://neo4j:7687"
        known = {str(info.validation_alias) for info in Settings.model_fields.values()}
        assert service["environment"].keys() <= known
    assert services["api"]["command"][:3] == ["serve", "--host", "0.0.0.0"]
    assert services["load"]["profiles"] == ["load"]
    assert services["load"]["command"] == ["load", "--all"]


def test_the_health_check_is_right_about_a_server_that_answers_and_one_that_does_not(
    services: dict[str, Any], server_settings: Settings
) -> None:
    check = services["api"]["healthcheck"]["test"]
    assert check[0] == "CMD"
    assert '", "'.join(check[1:]) in DOCKERFILE

    def healthy(port: str) -> bool:
        command = [part.replace("8000", port) for part in check[1:]]
        assert command != check[1:]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0

    with serving(server_settings) as address:
        port = address.rsplit(":", 1)[1]
        assert healthy(port)
    assert not healthy(port)
    with serving(server_settings.model_copy(update={"neo4j_uri": "bolt://127.0.0.1:1"})) as address:
        assert not healthy(address.rsplit(":", 1)[1])


def test_the_image_is_built_in_two_stages_and_runs_as_nobody() -> None:
    builder, runtime = re.split(r"^FROM ", DOCKERFILE, flags=re.M)[1:]
    assert builder.startswith("python:3.11-slim AS builder\n")
    assert runtime.startswith("python:3.11-slim\n")
    assert "--require-hashes --only-binary :all: -r requirements.lock" in builder
    assert re.search(r"^USER 10001:10001$", runtime, re.M)
    assert "HEALTHCHECK" in runtime
    assert not re.search(r"\b(apt|apt-get|gcc|build-essential|curl|wget)\b", DOCKERFILE)
    assert "pip" not in runtime


def test_the_image_gets_what_the_wheel_needs_and_nothing_else() -> None:
    copied = {name for line in re.findall(r"^COPY (?!--)(.*) \S+$", DOCKERFILE, re.M) for name in line.split()}
    ignore = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert ignore[ignore.index("*") :][0] == "*"
    assert {line[1:] for line in ignore if line.startswith("!")} == copied
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {*wheel["packages"], *wheel["force-include"], project["project"]["readme"], "LICENSE", "pyproject.toml"}
    assert needed | {"requirements.lock"} == copied
    assert all((ROOT / name).exists() for name in copied)


@pytest.mark.skipif(
    not FILE.exists() or subprocess.run([*PLUGIN, "version"], capture_output=True, check=False).returncode != 0,
    reason="docker compose is not installed: the file is checked by reading only",
)
def test_docker_compose_reads_it_too(tmp_path: Path) -> None:
    empty = tmp_path / "env"
    empty.write_text("".join(f"{name}={value}\n" for name, value in SECRETS.items()), encoding="utf-8")
    command = [*PLUGIN, "--env-file", str(empty), "-f", str(FILE), "config", "--quiet"]
    assert subprocess.run(command, capture_output=True, text=True, check=False).stderr == ""
    empty.write_text("", encoding="utf-8")
    assert "NEO4J_PASSWORD" in subprocess.run(command, capture_output=True, text=True, check=False).stderr
