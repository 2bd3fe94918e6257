"""The parts of spaCy that reading an article needs, imported without the rest of spaCy.

`import spacy` brings all components, their training, spaCy's own command and the networks of thinc: most of the time that the command
`newsfacts` would take to its first sheet. Of these an article needs the Doc, the vocabulary, the tokenizer and the rules of English. They
name the others (`from thinc.api import Optimizer`) and don't use them, so while they are imported, stand-ins have these names.

A process that has done this can't use the rest of spaCy any more. So it is for programs of our own (the command and its workers);
`newsfacts.load_pipeline`, which other people's programs call, imports spaCy as it is.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec, module_from_spec
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np

VERSIONS = "3.8."  # of spaCy, whose modules are known to do without the others

# Packages whose own `__init__`, which imports the rest, is left out; their modules are imported as always.
_WITHOUT_INIT = ("spacy", "spacy.lang.en")
# Modules that the needed ones name and don't use.
_STOOD_IN = (
    "thinc", "thinc.api", "thinc.backends", "thinc.types", "thinc.util", "srsly",
    "packaging", "packaging.requirements", "packaging.specifiers", "packaging.version",
    "spacy.schemas", "spacy.scorer", "spacy.training",
)  # fmt: skip
_NEEDED = (
    "spacy.tokens", "spacy.tokenizer", "spacy.vocab", "spacy.parts_of_speech", "spacy.lang.punctuation",
    "spacy.lang.en.lex_attrs", "spacy.lang.en.punctuation", "spacy.lang.en.stop_words", "spacy.lang.en.syntax_iterators",
    "spacy.lang.en.tokenizer_exceptions",
)  # fmt: skip


def can_import_parts() -> bool:
    """Say whether spaCy's parts can be imported alone: its version is a known one, and nothing has imported spaCy or thinc before."""
    return not {"spacy", "thinc"} & sys.modules.keys() and version("spacy").startswith(VERSIONS)


def import_parts() -> None:
    """Import what reading needs of spaCy; see `can_import_parts`."""
    for name in _WITHOUT_INIT:
        spec = find_spec(name)
        assert spec is not None  # spaCy is installed
        _put(name, module_from_spec(spec))
    others = {name: sys.modules.pop(name) for name in _STOOD_IN if name in sys.modules}
    for name in _STOOD_IN:
        _put(name, _StandInModule(name))
    try:
        for name in _NEEDED:
            import_module(name)
    finally:
        for name in _STOOD_IN:  # whoever imports one of them from now on gets the module itself
            del sys.modules[name]
        sys.modules.update(others)
    from spacy.errors import setup_default_warnings

    setup_default_warnings()


def _put(name: str, module: ModuleType) -> None:
    """Put a module where imports find it, and where its package has it."""
    sys.modules[name] = module
    package, _, child = name.rpartition(".")
    if package:
        setattr(sys.modules[package], child, module)


class _StandIn:
    """Stands for something that is imported when it is first used, if it ever is."""

    def __init__(self, get: Callable[[], Any]) -> None:
        self._get = get

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call what it stands for; while the parts are being imported (`_EMPTY = srsly.msgpack_dumps([])`) that, too, waits for its use."""
        if isinstance(sys.modules.get("thinc"), _StandInModule):
            return _StandIn(lambda: self._get()(*args, **kwargs))
        return self._get()(*args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what Python asks of any object
            raise AttributeError(name)
        return getattr(self._get(), name)

    def __mro_entries__(self, bases: tuple[Any, ...]) -> tuple[type, ...]:
        """Return no class: `class registry(thinc.registry)` is none of thinc's, as nothing asks it for more than its own names."""
        return ()


# What is used, and has an answer for which its module needn't be imported.
_OURS: dict[str, dict[str, Callable[[], Any]]] = {
    # `Vectors`, of which each vocabulary has an empty one, asks which library has the arrays.
    "thinc.api": {"get_current_ops": lambda: SimpleNamespace(xp=np)},
    # The tokenizer's matcher of special cases, which compares words, asks whether that is an attribute of tokens.
    "spacy.schemas": {"TokenPattern": lambda: SimpleNamespace(model_dump=lambda: ("orth",), dict=lambda: ("orth",))},
}


class _StandInModule(ModuleType):
    """Stands for a module; each of its names stands for what the module has under it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__path__: list[str] = []  # as packages have it, or its modules couldn't be imported

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        ours = _OURS.get(self.__name__, {})
        return ours[name] if name in ours else _StandIn(lambda: getattr(import_module(self.__name__), name))
