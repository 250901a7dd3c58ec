"""One server to a SQLite file: a lock of the operating system's that goes with the process, and no network disks."""

import fcntl
import os
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import StorageUnavailable

# File systems on which SQLite's write-ahead log doesn't hold (https://www.sqlite.org/wal.html: same host only).
_NETWORK = frozenset({
    "9p", "afs", "beegfs", "ceph", "cifs", "davfs", "fuse.davfs", "fuse.glusterfs", "fuse.s3fs", "fuse.sshfs",
    "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "smb2", "smb3", "smbfs",
})  # fmt: skip
_MOUNTS = Path("/proc/mounts")


@dataclass(frozen=True, slots=True)
class FileLock:
    """Held from `take` until `release` or the end of the process, however it ends."""

    descriptor: int

    @classmethod
    def take(cls, database: Path) -> "FileLock":
        """Takes the lock beside the database file. Raises StorageUnavailable where another server has it."""
        refuse_network(database)
        path = database.with_name(database.name + ".lock")
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            owner = os.pread(descriptor, 32, 0).decode("ascii", "replace").strip()
            os.close(descriptor)
            raise StorageUnavailable(
                f"another dateline server (process {owner or 'unknown'}) already serves {str(database)!r}; "
                "stop it, or use PostgreSQL to run several"
            ) from error
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode("ascii"), 0)
        return cls(descriptor)

    def release(self) -> None:
        os.close(self.descriptor)


def refuse_network(database: Path, mounts: Path = _MOUNTS) -> None:
    """Raises StorageUnavailable where the file lies on a network file system. Only Linux tells."""
    kind = _file_system(database, mounts)
    if kind in _NETWORK:
        raise StorageUnavailable(
            f"{str(database)!r} lies on a network file system ({kind}), where SQLite loses data; "
            "put it on a local disk or use PostgreSQL"
        )


def _file_system(path: Path, mounts: Path) -> str | None:
    """The type of the mount that holds the path: of those above it, the deepest, and of equals the last mounted."""
    if not mounts.exists():
        return None
    found: tuple[int, str] | None = None
    for line in mounts.read_text("utf-8", "replace").splitlines():
        _, point, kind, *_ = line.split(" ")
        point = point.replace("\\040", " ")
        if path.is_relative_to(point) and (found is None or len(point) >= found[0]):
            found = (len(point), kind)
    return found[1] if found else None
