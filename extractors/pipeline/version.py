"""Which program and which model made a sheet."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import as_file
from typing import TYPE_CHECKING

from .networks import FULL, OWN, SHARED, file_of, shared_file

if TYPE_CHECKING:
    from . import Pipeline

_ENDS = 65_536  # bytes at either end of a file of weights: all of them change with a training


def made_by(nlp: Pipeline) -> str:
    """Return the program and the model that read with `nlp`, each with its version: `newsfacts 0.1.0, model 3f9a01c27b5e`.

    The fast network is `fast model` and its version.
    """
    network, other = _read_with(nlp)
    program = f"newsfacts {_program_version()}"
    return f"{program}, {'' if network == FULL else network + ' '}model {model_version(network)}{other}"


def _read_with(nlp: Pipeline) -> tuple[str, str]:
    """Return the name of the network in a pipeline, and how a pipeline that isn't ours is told."""
    from .component import EncoderComponent
    from .lean import LeanPipeline

    if isinstance(nlp, LeanPipeline):
        return nlp.network, ""
    from .language import NewsEnglish

    if not isinstance(nlp, NewsEnglish):
        return FULL, f", {nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
    component = nlp.get_pipe("newsfacts_encoder")
    return component.encoder.network if isinstance(component, EncoderComponent) else FULL, ""


@cache
def _program_version() -> str:
    return version("newsfacts")


@cache
def model_version(network: str) -> str:
    """Return twelve digits that tell the shipped weights of a network and their calibration from others."""
    digest = sha256()
    for file in (*(file_of(network, name) for name in OWN), *map(shared_file, SHARED)):
        with as_file(file) as path, path.open("rb") as stream:
            size = path.stat().st_size
            digest.update(f"{path.name} {size}\0".encode() + stream.read(_ENDS))
            stream.seek(max(size - _ENDS, 0))
            digest.update(stream.read(_ENDS))
    return digest.hexdigest()[:12]
