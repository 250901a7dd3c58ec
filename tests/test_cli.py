"""The command line, against a service that runs."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner, Result

from app import settings as settings_module
from app.cli import commands
from app.cli.server import welcome
from app.cli.serving import AddressTaken, NotAlone, is_loopback, require_free, require_keys
from app.domain.errors import AppError, StorageUnavailable
from app.settings import BadSettings, Settings
from app.storage.engine import migrate
from tests.api.conftest import ARTICLE, served


@pytest.fixture
def service(tmp_path: Path) -> Iterator[str]:
    url = f"sqlite:///{tmp_path / 'dateline.db'}"
    migrate.upgrade(url)
    with served(Settings(database=url, workers=1, examples=True)) as client:
        yield str(client.base_url)


def run(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(commands, arguments, input=text)


def test_a_new_database_holds_the_examples_when_it_is_first_served(service: str) -> None:
    listed = httpx.get(f"{service}/v1/articles", params={"limit": 200}).json()["items"]
    assert {one["state"] for one in listed} == {"done"}
    assert len(listed) >= 6
    actors = httpx.get(f"{service}/v1/timeline", params={"actor": "NATO"}).json()
    assert any(event["edtf"] == "2025-03-20" and event["factuality"] == "planned" for event in actors["items"])


def test_articles_go_in_by_ingest_and_come_out_by_export(service: str, tmp_path: Path) -> None:
    other = {**ARTICLE, "url": None, "title": None, "text": "Peru sued Chile in May 2023."}
    lines = f"{json.dumps(ARTICLE)}\n\n{json.dumps(other)}\n"
    first = run("ingest", "-", "--server", service, text=lines)
    assert (first.exit_code, "2 stored, 0 known before, 0 refused" in first.stderr) == (0, True)
    again = run("ingest", "-", "--server", service, text=json.dumps([ARTICLE, {**other, "text": ""}]))
    assert (again.exit_code, "0 stored, 1 known before, 1 refused" in again.stderr) == (1, True)
    assert "article 2: 422" in again.stderr
    file = tmp_path / "peru.csv"
    assert run("export", "--actor", "Peru", "--from", "2023", "-o", str(file), "--server", service).exit_code == 0
    assert "2023-05-01,2023-06-01,2023-05,month" in file.read_text()


def test_ingest_without_a_server_says_how_to_start_one() -> None:
    refused = run("ingest", "-", "--server", "http://127.0.0.1:9", text=json.dumps(ARTICLE))
    assert "start it with `dateline serve`" in str(refused.exception)


def test_extract_shows_each_date_beside_its_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    shown = run("extract", "-", "--published", "2024-03-14", text="Norway and Denmark signed a pact on Tuesday.")
    assert shown.exit_code == 0
    assert "2024-03-12" in shown.stdout
    assert "Norway (agent)" in shown.stdout
    assert "because “signed” looks back" in shown.stdout
    assert "note: publication is known to the day only" in shown.stdout


def test_extract_shows_phrases_of_a_language_whose_events_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    text = "El ministro viajará a Lima el próximo lunes. La huelga empezó hace tres días."
    shown = run("extract", "-", "--published", "2024-03-01", text=text)
    assert "DATE 2024-03-04" in shown.stdout
    assert "hace tres días: 3 days before" in shown.stdout


@pytest.mark.parametrize(
    ("content", "published", "told"),
    [
        (b"Norway signed a pact.", "2024-13-14", "/published_at: '2024-13-14' does not exist"),
        (b"  \n", "2024-03-14", "/text: must hold more than white space"),
        (b"\xff\xfe", "2024-03-14", "as UTF-8 text"),
        (None, "2024-03-14", "No such file"),
    ],
)
def test_extract_refuses_in_words(content: bytes | None, published: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    if content is not None:
        file.write_bytes(content)
    refused = run("extract", str(file), "--published", published)
    assert isinstance(refused.exception, AppError)
    assert told in str(refused.exception)


@pytest.mark.parametrize(
    ("host", "alone"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),  # noqa: S104  refused
        ("::", False),
        ("192.168.1.4", False),
        ("example.org", False),
    ],
)
def test_only_this_machine_is_served_without_a_key(host: str, alone: bool, url: str) -> None:
    assert is_loopback(host) is alone
    if not alone:
        with pytest.raises(NotAlone, match="dateline keys create"):
            require_keys(Settings(host=host, database=url))


def test_a_file_that_another_server_serves_is_refused_in_a_line(service: str, tmp_path: Path) -> None:
    with pytest.raises(StorageUnavailable, match="another dateline server"):
        require_free(Settings(database=f"sqlite:///{tmp_path / 'dateline.db'}"))
    assert httpx.get(f"{service}/healthz").status_code == 200


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_a_port_that_is_taken_is_refused_in_a_line(
    family: socket.AddressFamily, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_DATABASE", f"sqlite:///{tmp_path / 'dateline.db'}")
    settings_module.settings.cache_clear()
    host = "127.0.0.1" if family == socket.AF_INET else "::1"
    with socket.create_server((host, 0), family=family) as other:
        port = other.getsockname()[1]
        refused = run("serve", "--host", host, "--port", str(port))
    assert isinstance(refused.exception, AddressTaken)
    assert f"port {port} of '{host}'" in str(refused.exception)


def test_a_setting_that_is_none_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_TEST_DSN", "postgresql://…")
    assert settings_module.settings()
    settings_module.settings.cache_clear()
    monkeypatch.setenv("DATELINE_WORKER", "3")
    with pytest.raises(BadSettings, match="DATELINE_WORKER is not a setting"):
        settings_module.settings()


def test_a_setting_that_cannot_be_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_WORKERS", "0")
    settings_module.settings.cache_clear()
    with pytest.raises(BadSettings, match="DATELINE_WORKERS='0'"):
        settings_module.settings()


def test_config_hides_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_DATABASE", "postgresql://me:secret@db/dateline")
    monkeypatch.setenv("DATELINE_API_KEY", "secret")
    settings_module.settings.cache_clear()
    shown = run("config", "--show").stdout
    assert "secret" not in shown
    assert "DATELINE_DATABASE=postgresql+psycopg://me:***@db/dateline" in shown


@pytest.fixture(autouse=True)
def _fresh_settings() -> Iterator[None]:
    yield
    settings_module.settings.cache_clear()


def test_every_setting_is_documented_where_an_operator_looks() -> None:
    shown = run("config", "--show").stdout.splitlines()
    assert [line.partition("=")[0] for line in shown] == [f"DATELINE_{name.upper()}" for name in Settings.model_fields]
    assert all(line.rpartition("  # ")[2].endswith(".") for line in shown)


@pytest.mark.parametrize(
    ("host", "address"),
    [("127.0.0.1", "http://127.0.0.1:8000"), ("::1", "http://[::1]:8000"), ("0.0.0.0", "http://localhost:8000")],  # noqa: S104  told
)
def test_the_welcome_tells_addresses_that_can_be_opened_and_the_key_where_there_are_keys(
    host: str, address: str
) -> None:
    open_to_all, keyed = welcome(host, 8000, keyed=False), welcome(host, 8000, keyed=True)
    assert f"curl -s {address}/v1/articles" in open_to_all
    assert "0.0.0.0" not in open_to_all  # noqa: S104  told
    assert "Authorization" not in open_to_all
    assert keyed.count('-H "Authorization: Bearer $DATELINE_API_KEY"') == 2
