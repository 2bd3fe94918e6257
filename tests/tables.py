"""Tables of sentences whose facts hang on what is learned (names, tags, trees): retraining may turn a row, and not the table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any


def hold(rows: Iterable[Any], check: Callable[..., None], floor: float) -> None:
    """Check every row, and fail with all wrong rows where the share of right ones is below `floor`.

    A row is a tuple of the arguments of `check`, or its one argument.
    """
    wrong, count = [], 0
    for row in rows:
        count += 1
        try:
            check(*row) if isinstance(row, tuple) else check(row)
        except AssertionError as error:
            wrong.append(f"{row!r:.200}\n    {str(error).splitlines()[0] if str(error) else 'differs'}")
    share = 1 - len(wrong) / max(count, 1)
    assert share >= floor, f"{share:.3f} of {count} rows are right, {floor} are asked:\n" + "\n".join(wrong)
