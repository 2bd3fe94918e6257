"""Database servers of the tests' own: Debian's packages, started in a temporary folder, reached by a socket there."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import time
from pathlib import Path

import pytest

_MISSING = "PostgreSQL's server is missing: apt-get install postgresql"
_NO_MARIADB = "MariaDB's server is missing: apt-get install mariadb-server-core"
_WAIT = 60  # seconds for a server to start


class Postgres:
    """A cluster in a folder; `url` is that of its database. `kill` ends it as a power cut would."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder, self.programs = folder, programs
        self.user = "nobody" if os.getuid() == 0 else None  # it refuses to run as root
        if self.user:
            owner = pwd.getpwnam(self.user)
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        self._run("initdb", "-U", "test", "-A", "trust", "-E", "UTF8", "--no-sync", "-D", str(folder / "data"))
        self.start()

    @property
    def url(self) -> str:
        """Of SQLAlchemy's."""
        return f"postgresql://test@/postgres?host={self.folder}"

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self.programs / program), *arguments]
        with (self.folder.parent / f"{self.folder.name}.log").open("a") as log:
            subprocess.run(command, check=True, stdout=log, stderr=log, user=self.user, cwd=self.folder, timeout=120)

    def start(self) -> None:
        """Start it, and return when it answers."""
        options = f"-k {self.folder} -c listen_addresses=''"
        self._run("pg_ctl", "start", "-w", "-D", str(self.folder / "data"), "-o", options, "-l", str(self.folder / "server.log"))

    def kill(self) -> None:
        """End it at once: what it has not written to its log is lost."""
        self._run("pg_ctl", "stop", "-m", "immediate", "-D", str(self.folder / "data"))


def programs() -> Path | None:
    """Return the folder of PostgreSQL's server programs, None where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    path = shutil.which("initdb") or (found[-1] if found else None)
    return Path(path).parent if path else None


def postgres_in(folder: Path) -> Postgres:
    """Return a server that runs in `folder`, which it makes; skip the test where there is none."""
    there = programs()
    if there is None:
        pytest.skip(_MISSING)
    folder.mkdir(mode=0o700)
    return Postgres(folder, there)


class MariaDB:
    """A MariaDB server that runs in a folder; `url` is that of its database."""

    def __init__(self, folder: Path) -> None:
        found = shutil.which("mariadbd", path=f"{os.environ['PATH']}:/usr/sbin")
        if found is None:
            pytest.skip(_NO_MARIADB)
        base, self.folder = Path(found).parents[1], folder
        data = folder / "data"
        data.mkdir()
        serve = [found, "--no-defaults", f"--basedir={base}", f"--datadir={data}", f"--socket={folder / 'socket'}"]
        if os.getuid() == 0:
            serve += ["--user=nobody"]
            for path in (folder, data):
                os.chown(path, pwd.getpwnam("nobody").pw_uid, -1)
        self._log = (folder.parent / f"{folder.name}.log").open("w")
        alone = ["--skip-networking", "--skip-grant-tables"]
        self._running = subprocess.Popen([*serve, *alone], stdout=self._log, stderr=self._log, cwd=folder)
        self.empty()

    @property
    def url(self) -> str:
        """Of SQLAlchemy's."""
        return f"mariadb+pymysql://root@localhost/news?unix_socket={self.folder / 'socket'}"

    def empty(self) -> None:
        """Make its database anew, as soon as it answers."""
        sqlalchemy = pytest.importorskip("sqlalchemy")
        pytest.importorskip("pymysql")
        engine = sqlalchemy.create_engine(self.url.replace("/news?", "/?"))
        last = time.monotonic() + _WAIT
        while True:
            try:
                with engine.begin() as connection:
                    connection.execute(sqlalchemy.text("drop database if exists news"))
                    connection.execute(sqlalchemy.text("create database news"))
                break
            except sqlalchemy.exc.OperationalError:  # it isn't up yet
                if time.monotonic() > last or self._running.poll() is not None:
                    raise
        engine.dispose()

    def stop(self) -> None:
        """End it."""
        self._running.kill()
        self._running.wait()
        self._log.close()
