"""CLEAR dependency trees (Choi and Palmer 2012), which spaCy's English pipelines give, turned into Universal Dependencies 2.

The schemes differ in what is a head: in CLEAR a preposition heads its noun and `be` its predicate, in UD the content words do; CLEAR chains
conjuncts, UD hangs all on the first; CLEAR puts names and `$ 5 million` on their last word, UD on the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ..knowledge import load

_CURRENCY = "$"  # the Penn tag of currency signs
_NOMINAL = ("NN", "PRP", "CD", "WP", "DT", "$", "EX")
_AMOUNT = ("compound", "nummod", "quantmod")
_GOVERNORS_OF_OBLIQUES = ("VB", "JJ", "RB", "MD", "IN", "TO", "RP")


@dataclass
class Tree:
    """A sentence's tree while it is turned round; `heads` are indices of words, the root is its own head."""

    words: list[str]
    tags: list[str]
    lemmas: list[str]
    heads: list[int]
    deps: list[str]

    def children(self, node: int, *deps: str) -> list[int]:
        """Return the words that hang on `node`, of the relations given (all, if none)."""
        return [i for i, head in enumerate(self.heads) if head == node != i and (not deps or self.deps[i] in deps)]

    def has(self, node: int, *deps: str) -> bool:
        """Say whether a word hangs on `node` in one of the relations given."""
        return bool(self.children(node, *deps))

    def raise_child(self, child: int, dep: str, *, below: str, keeps: Sequence[int] = ()) -> None:
        """Put `child` in the place of its head, with relation `dep`; the head hangs on it as `below` and keeps the children `keeps`."""
        head = self.heads[child]
        for other in self.children(head):
            if other not in keeps:
                self.heads[other] = child
        self.heads[child] = child if self.heads[head] == head else self.heads[head]
        self.deps[child] = "ROOT" if self.heads[child] == child else dep
        self.heads[head], self.deps[head] = child, below


def to_universal(tree: Tree, people: Sequence[tuple[int, int]] = ()) -> None:
    """Turn a CLEAR tree into a UD tree in place.

    Args:
        people: the names of people as (first word, end): they are headed by their first word.
    """
    _turn_currency(tree)
    _turn_prepositions(tree)
    _turn_copulas(tree)
    _flatten_conjuncts(tree)
    _move_commas(tree)
    for start, end in people:
        _flatten_name(tree, start, end)
    for i, dep in enumerate(tree.deps):
        tree.deps[i] = _renamed(tree, i, dep)


def _turn_currency(tree: Tree) -> None:
    """`$ 5 million`: the sign heads the number. So it takes the number's place, and all of its children that don't count."""
    for sign, tag in enumerate(tree.tags):
        number = tree.heads[sign]
        if tag == _CURRENCY and number > sign and tree.tags[number] == "CD" and tree.deps[sign] in ("nmod", "compound", *_AMOUNT):
            counting = [c for c in tree.children(number, *_AMOUNT) if sign < c < number]
            tree.raise_child(sign, tree.deps[number], below="nummod", keeps=counting)


def _turn_prepositions(tree: Tree) -> None:
    """`in Paris`: the noun takes the preposition's place. Inner phrases come first (`out of Paris`)."""
    for node in sorted(_bottom_up(tree), key=lambda n: -_depth(tree, n)):
        if tree.deps[node] in ("prep", "agent", "dative", "pcomp") or tree.has(node, "pobj"):
            _turn_preposition(tree, node)


def _turn_preposition(tree: Tree, node: int) -> None:
    found = _object_of(tree, node)
    if found is None:
        return
    clause = tree.deps[found] == "pcomp" and tree.tags[found].startswith("VB")
    head, dep = tree.heads[node], tree.deps[node]
    verbal = tree.tags[head].startswith(_GOVERNORS_OF_OBLIQUES)
    if dep == "agent":
        dep = "advcl" if clause else "obl:agent"
    elif dep not in ("conj", "pcomp"):
        dep = ("advcl" if verbal else "acl") if clause else "obl" if verbal else "nmod"
    tree.raise_child(found, dep, below="mark" if clause else "case")
    for word in tree.children(found, "pcomp", "prep", "case"):
        if node < word < found and not tree.has(word):  # "because of", "out of"
            tree.deps[word] = "fixed" if word == node + 1 and tree.deps[word] == "pcomp" else "case"
            if tree.deps[word] == "fixed":
                tree.heads[word] = node


def _object_of(tree: Tree, node: int) -> int | None:
    """Return the noun or clause that the preposition governs; that of a preposition right behind it, where it is of two words."""
    objects = tree.children(node, "pobj") or [c for c in tree.children(node, "pcomp") if tree.tags[c].startswith(("VB", "NN", "PRP", "W"))]
    if objects:
        return objects[0]
    for child in tree.children(node, "nmod", "obl"):
        if any(case == node + 1 for case in tree.children(child, "case")):
            return child
    return None


def _bottom_up(tree: Tree) -> Iterator[int]:
    return (i for i, tag in enumerate(tree.tags) if tag in ("IN", "TO", "RP", "VBG", "VBN", "JJ", "RB", "CC"))


def _depth(tree: Tree, node: int) -> int:
    depth = 0
    while tree.heads[node] != node:
        node = tree.heads[node]
        depth += 1
    return depth


def _turn_copulas(tree: Tree) -> None:
    """`prices are high`: the predicate takes the place of `be`. In `there are 300 workers`, `are` stays and the workers are its subject."""
    for verb in sorted((i for i, lemma in enumerate(tree.lemmas) if lemma == "be"), key=lambda i: -_depth(tree, i)):
        if tree.deps[verb] in ("aux", "auxpass") or not tree.tags[verb].startswith("VB"):
            continue
        if any(tree.words[i].lower() == "there" for i in tree.children(verb, "expl")):
            for child in tree.children(verb, "attr"):
                tree.deps[child] = "nsubj"
            continue
        predicate = _predicate_of(tree, verb)
        if predicate is not None:
            tree.raise_child(predicate, tree.deps[verb], below="cop")


def _predicate_of(tree: Tree, verb: int) -> int | None:
    predicates = tree.children(verb, "attr", "acomp")
    if predicates:
        return predicates[-1]
    if not tree.has(verb, "nsubj") or tree.has(verb, "ccomp", "xcomp"):
        return None
    after = [c for c in tree.children(verb) if c > verb and tree.deps[c] != "neg"]
    phrases = [c for c in after if tree.deps[c] == "obl" and any(case <= verb + 2 for case in tree.children(c, "case"))]
    adverbs = [c for c in after if tree.deps[c] in ("advmod", "prt") and c <= verb + 2 and tree.words[c].lower() in _predicates()]
    return next(iter(adverbs + phrases), None)


@cache
def _predicates() -> frozenset[str]:
    return frozenset(load("pipeline/clear.toml")["words"]["predicates"].split(", "))


def _flatten_conjuncts(tree: Tree) -> None:
    """`A, B and C`: all conjuncts hang on the first, the comma and the conjunction on the conjunct behind them."""
    for i, dep in enumerate(tree.deps):
        while dep == "conj" and tree.deps[tree.heads[i]] == "conj" and tree.heads[i] < i:
            for word in tree.children(tree.heads[i], "cc", "punct"):
                if tree.heads[i] < word < i:
                    tree.heads[word] = i
            tree.heads[i] = tree.heads[tree.heads[i]]
    for i, dep in enumerate(tree.deps):
        if dep == "cc" or (dep == "punct" and tree.words[i] in (",", ";")):
            conjunct = next((c for c in tree.children(tree.heads[i], "conj") if c > i > tree.heads[i]), None)
            if conjunct is not None and (dep == "cc" or not any(tree.heads[i] < c < i for c in tree.children(tree.heads[i], "cc"))):
                tree.heads[i] = conjunct


def _move_commas(tree: Tree) -> None:
    """A comma hangs on what it sets off: on `May` in `In May, exports rose`, on the apposition that it opens or closes."""
    left, right = _edges(tree)
    for i, dep in enumerate(tree.deps):
        head = tree.heads[i]
        if dep != "punct" or tree.words[i] != ",":
            continue
        set_off = [
            child
            for child in tree.children(head)
            if tree.deps[child] not in ("punct", "nsubj", "ccomp")
            and ((i < head and right[child] == i - 1) or (head < i and (left[child] == i + 1 or right[child] == i - 1)))
        ]
        if set_off:
            tree.heads[i] = set_off[0]


def _edges(tree: Tree) -> tuple[list[int], list[int]]:
    """Return the first and the last word below each word."""
    left, right = list(range(len(tree.heads))), list(range(len(tree.heads)))
    for node in sorted(range(len(tree.heads)), key=lambda n: -_depth(tree, n)):
        head = tree.heads[node]
        left[head], right[head] = min(left[head], left[node]), max(right[head], right[node])
    return left, right


def _flatten_name(tree: Tree, start: int, end: int) -> None:
    """`Ana Ruiz`: the first word heads the name."""
    tops = [i for i in range(start, end) if not start <= tree.heads[i] < end or tree.heads[i] == i]
    if end - start < 2 or len(tops) != 1:
        return
    top = tops[0]
    inside = range(start, end)
    head, dep = tree.heads[top], tree.deps[top]
    for i, other in enumerate(tree.heads):
        if i not in inside and other in inside:
            tree.heads[i] = start
    for i in inside:
        tree.heads[i] = start
        if i != start and tree.deps[i] not in ("punct", "case"):
            tree.deps[i] = "flat"
    tree.heads[start], tree.deps[start] = (start, "ROOT") if head == top else (head, dep)


def _renamed(tree: Tree, node: int, dep: str) -> str:
    """Return the name in UD of a relation that has the same head there."""
    head = tree.heads[node]
    verbal = tree.tags[head].startswith(("VB", "JJ", "RB"))
    if dep == "aux" and tree.tags[node] == "TO":
        return "mark"
    if dep == "npadvmod":
        return "obl:unmarked" if verbal else "nmod:unmarked"
    if dep == "advcl" and tree.tags[head].startswith(_NOMINAL) and not tree.has(head, "cop"):
        return "acl"
    if dep == "nmod" and not tree.has(node, "case"):
        return "compound" if node < head else "nmod:unmarked"
    if dep == "quantmod" and tree.tags[node] == "CD":
        return "compound"
    return load("pipeline/clear.toml")["relations"].get(dep, dep)
