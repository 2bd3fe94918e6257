"""Which program and which model made a sheet."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import Pipeline

_ENDS = 65_536  # bytes at either end of a file of weights: all of them change with a training


def made_by(nlp: Pipeline) -> str:
    """Return the program and the model that read with `nlp`, each with its version: `newsfacts 0.1.0, model 3f9a01c27b5e`."""
    from .lean import LeanPipeline

    own = f"newsfacts {_program_version()}, model {model_version()}"
    if isinstance(nlp, LeanPipeline):
        return own
    from .language import NewsEnglish

    return own if isinstance(nlp, NewsEnglish) else f"{own}, {nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


@cache
def _program_version() -> str:
    return version("newsfacts")


@cache
def model_version() -> str:
    """Return twelve digits that tell the shipped weights and their calibration from others."""
    digest = sha256()
    with as_file(files(__package__) / "model") as folder:
        for path in sorted(folder.iterdir()):
            with path.open("rb") as stream:
                size = path.stat().st_size
                digest.update(f"{path.name} {size}\0".encode() + stream.read(_ENDS))
                stream.seek(max(size - _ENDS, 0))
                digest.update(stream.read(_ENDS))
    return digest.hexdigest()[:12]
