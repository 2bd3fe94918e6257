"""Where articles are read from and sheets are written to: folders of this machine, or any file system that fsspec knows."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, Protocol, cast

from ..messages import InputError

_SHEETS = ("*.facts.json", "*.facts.jsonl", "*.facts.jsonl.gz", "*.failures.jsonl")  # our own output is no article
_ARTICLES = tuple(f"*.{ending}{packed}" for ending in ("txt", "text", "html", "htm", "xhtml", "jsonl", "ndjson") for packed in ("", ".gz"))
_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)  # two letters at least: `c:` is a drive
_LONGEST = 255  # bytes of a name that usual file systems take
_OF_ONE_NAME = {errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.EACCES, errno.EILSEQ, errno.EINVAL}
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_UNNAMEABLE = re.compile(r'[\x00-\x1f<>:"|?*\\]')


class Storage(Protocol):
    """A folder, wherever it is. Names are relative to it, with `/` between their parts."""

    def sources(self, patterns: Sequence[str], closed: list[InputError] | None = None) -> Iterator[str]:
        """Yield the names of the files that a pattern fits (`fits`), in an order that depends on the names alone.

        Folders that cannot be read are put into `closed`.
        """

    def open(self, name: str) -> BinaryIO:
        """Open a file for reading."""

    def write(self, name: str, content: bytes) -> None:
        """Write a file whole: after a crash it is there with all its bytes, or as it was before."""

    def exists(self, name: str) -> bool:
        """Say whether there is such a file."""

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""


def is_url(path: str) -> bool:
    """Say whether `path` is a URL of fsspec's (`s3://bucket/folder`) and not a path of this machine."""
    return bool(_URL.match(path))


def storage_at(path: str, *, follow: bool = False, without: Sequence[str] = ()) -> Storage:
    """Return the folder `path`.

    Args:
        path: a path, or a URL.
        follow: whether symbolic links in a local folder are followed.
        without: paths of this machine that are no sources, as that of the output.
    """
    return _Remote(path) if is_url(path) else Local(Path(path), follow=follow, without=without)


class Local:
    """A folder of this machine."""

    def __init__(self, root: Path, *, follow: bool = False, without: Sequence[str] = ()) -> None:
        self.root, self.follow = root, follow
        self.without = {os.path.realpath(path) for path in without}

    def sources(self, patterns: Sequence[str], closed: list[InputError] | None = None) -> Iterator[str]:
        """Yield the names of the files, those of a folder in the order of their names; hidden ones and links are passed over."""
        yield from self._below("", patterns, (self._identity(self.root),), [] if closed is None else closed)

    def _below(self, folder: str, patterns: Sequence[str], above: tuple[tuple[int, int], ...], closed: list[InputError]) -> Iterator[str]:
        try:
            entries = sorted(os.scandir(self.root / folder), key=lambda entry: os.fsencode(entry.name))
        except OSError as error:
            closed.append(InputError(f"{folder or '.'}/", f"the folder cannot be read ({error.strerror or error})", "check with ls -l"))
            return
        for entry in entries:
            name = f"{folder}/{entry.name}" if folder else entry.name
            if entry.name.startswith(".") or (entry.is_symlink() and not self.follow) or os.path.realpath(entry.path) in self.without:
                continue
            if self._is_folder(entry):
                identity = self._identity(Path(entry.path))
                if identity not in above:  # a link to a folder above: a loop
                    yield from self._below(name, patterns, (*above, identity), closed)
            elif entry.is_file() and fits(name, patterns):
                yield name

    @staticmethod
    def _is_folder(entry: os.DirEntry[str]) -> bool:
        with suppress(OSError):
            return entry.is_dir()
        return False

    @staticmethod
    def _identity(path: Path) -> tuple[int, int]:
        stat = path.stat()
        return stat.st_dev, stat.st_ino

    def open(self, name: str) -> BinaryIO:
        """Open a file for reading."""
        return (self.root / name).open("rb")

    def write(self, name: str, content: bytes) -> None:
        """Write a file whole.

        Raises:
            InputError: it has no place in the folder.
            OSError: nothing more can be written, as on a full disk.
        """
        path = self.root / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.parent.resolve().is_relative_to(self.root.resolve()):
                raise InputError(name, "leads out of the output folder by a symbolic link", "remove the link")
            write_whole(path, content)
        except OSError as error:
            if error.errno not in _OF_ONE_NAME:
                raise
            advice = "what is in its place, or the length of its name, is in the way"
            raise InputError(name, f"its sheet cannot be written ({error.strerror})", advice) from None

    def exists(self, name: str) -> bool:
        """Say whether there is such a file."""
        return os.path.isfile(self.root / name)  # pathlib's raises where the name is too long

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""
        with suppress(NotADirectoryError, IsADirectoryError):
            (self.root / name).unlink(missing_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to a temporary file, flush it to the disk and give it its name: no reader ever sees half of it."""
    temporary = path.with_name(f".{sha256(os.fsencode(path.name)).hexdigest()[:16]}.tmp")
    try:
        with temporary.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


class _Remote:
    """A folder of a file system that fsspec knows."""

    def __init__(self, url: str) -> None:
        try:
            import fsspec
        except ImportError:
            raise InputError(url, "a URL needs fsspec", "pip install 'newsfacts[dask]'") from None
        try:
            self.files, self.root = fsspec.core.url_to_fs(url)
        except ImportError as error:
            raise InputError(url, f"fsspec cannot open it ({error})", "install what it names") from None
        except ValueError as error:
            problem = f"neither fsspec nor SQLAlchemy knows such a URL here ({error})"
            raise InputError(url, problem, "check it, or install the package that brings it") from None
        except Exception as error:
            raise InputError(url, f"fsspec cannot open it ({_first_line(error)})", "check the URL and the credentials") from None
        self.url, self.root = url, self.root.rstrip("/")

    def sources(self, patterns: Sequence[str], closed: list[InputError] | None = None) -> Iterator[str]:
        """Yield the names of the files, in the order of their names."""
        with as_of_the_system():
            paths = self.files.find(self.root)
            if not paths and not self.files.exists(self.root):
                raise FileNotFoundError(errno.ENOENT, "no such folder")
        for path in sorted(paths):
            name = path[len(self.root) :].lstrip("/")
            if fits(name, patterns) and not any(part.startswith(".") for part in name.split("/")):
                yield name

    def open(self, name: str) -> BinaryIO:
        """Open a file for reading."""
        with as_of_the_system():
            return cast(BinaryIO, self.files.open(self._path(name), "rb"))

    def write(self, name: str, content: bytes) -> None:
        """Write a file whole; object stores show an object only when all of it is there."""
        path = self._path(name)
        with as_of_the_system():
            self.files.makedirs(self.files._parent(path), exist_ok=True)
            self.files.pipe_file(path, content)

    def exists(self, name: str) -> bool:
        """Say whether there is such a file."""
        with as_of_the_system():
            return bool(self.files.isfile(self._path(name)))

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""
        with suppress(FileNotFoundError), as_of_the_system():
            self.files.rm_file(self._path(name))

    def _path(self, name: str) -> Any:
        return f"{self.root}/{name}" if self.root else name


@contextmanager
def as_of_the_system() -> Iterator[None]:
    """Turn what file systems of others raise, each its own kind, into an `OSError`."""
    try:
        yield
    except (OSError, InputError):
        raise
    except Exception as error:
        raise OSError(_first_line(error)) from error


def _first_line(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0].removesuffix(": ")[:200]


def fits(name: str, patterns: Sequence[str]) -> bool:
    """Say whether a pattern fits the file's name, or its path where the pattern has a `/`. Case doesn't count.

    Without patterns: whether the name ends as those of articles do, and isn't that of a fact sheet.
    """
    lower = name.lower()
    base = PurePosixPath(lower).name
    if not patterns:
        return any(fnmatchcase(base, p) for p in _ARTICLES) and not any(fnmatchcase(base, p) for p in _SHEETS)
    return any(fnmatchcase(lower if "/" in pattern else base, pattern.lower()) for pattern in patterns)


def safe_name(name: str) -> str:
    """Return the name that a sheet called `name` gets, which stays in its folder and which usual file systems take.

    Parts that lead up, are reserved on Windows or hold characters that it refuses are changed; so is a part that is too long, with eight
    digits of its SHA-256 in place of its end. Different names stay different.
    """
    parts = [part for part in name.split("/") if part not in ("", ".")]
    return "/".join(map(_safe_part, parts)) or "_"


def _safe_part(part: str) -> str:
    digest = sha256(os.fsencode(part)).hexdigest()[:8]
    safe = _UNNAMEABLE.sub("_", part)
    if _RESERVED.match(part) or part.rstrip(". ") != part:
        safe = "_" + safe.rstrip(". ")
    if safe != part:
        stem, dot, ending = safe.partition(".")
        safe = f"{stem}~{digest}{dot}{ending}"
    encoded = os.fsencode(safe)
    if len(encoded) <= _LONGEST:
        return safe
    endings = "".join(PurePosixPath(part).suffixes[-2:]).encode("ascii", "ignore")[-40:]
    kept = encoded[: _LONGEST - len(endings) - 9].decode("utf-8", "ignore")
    return f"{kept}~{digest}{endings.decode()}"
