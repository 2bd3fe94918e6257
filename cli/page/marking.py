"""Mentions that nest and overlap, to a tree that HTML can hold."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from heapq import heapify, heappop, heappush
from typing import Any

BLOCK = -1  # stands for a fact in the node of a paragraph
BESIDE = -2  # in that of one that is no prose: a caption, a credit, a row
_BLOCKS = re.compile(r"\S(?:[^\n]|\n(?![^\S\n]*(?:\n|\Z)))*")

Node = list[Any]  # [fact, 1 where its mention begins or 0 where it goes on, then strings and nodes]


def marked(text: str, mentions: Iterable[tuple[int, int, int]], beside: Collection[int] = ()) -> list[Any]:
    """Return the text as strings and nodes: paragraphs, and in them one node for each mention.

    A mention that reaches beyond the one it begins in (or beyond its paragraph) goes on in further nodes. All strings in a row
    are the text again, so no offset leaves Python, whose characters JavaScript counts otherwise.

    Args:
        text: an article.
        mentions: start, end and fact of each, in characters; the fact is any number from 0 on.
        beside: where the sentences start that are no prose.
    """
    blocks = ((found.start(), found.end(), BESIDE if found.start() in beside else BLOCK) for found in _BLOCKS.finditer(text))
    waiting = [(start, -end, fact, 1) for start, end, fact in (*blocks, *mentions)]
    heapify(waiting)
    root: list[Any] = []
    stack: list[tuple[int, list[Any]]] = [(len(text), root)]
    at = 0
    while waiting:
        start, negative, fact, begins = heappop(waiting)
        at = _close(text, stack, at, start)
        limit, parent = stack[-1]
        end = min(-negative, limit)
        if end < -negative:
            heappush(waiting, (end, negative, fact, 0))
        _append(parent, text[at:start])
        node: Node = [fact, begins]
        parent.append(node)
        stack.append((end, node))
        at = start
    at = _close(text, stack, at, len(text) + 1)
    return root


def _close(text: str, stack: list[tuple[int, list[Any]]], at: int, start: int) -> int:
    """Close what ends at or before `start`, and return where the text goes on."""
    while stack and stack[-1][0] <= start and (len(stack) > 1 or start > len(text)):
        end, node = stack.pop()
        _append(node, text[at:end])
        at = end
    return at


def _append(node: list[Any], text: str) -> None:
    if text:
        node.append(text)
