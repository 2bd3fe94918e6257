"""The command: arguments, input, output and exit statuses. It knows nothing of language."""

from __future__ import annotations

_own_process = False


def is_own_process() -> bool:
    """Say whether this process runs the command or one of its workers and nothing else, so that it may import parts of libraries."""
    return _own_process


def own_process() -> None:
    """Note that this process runs the command or one of its workers and nothing else."""
    global _own_process
    _own_process = True


def run(args: list[str] | None = None) -> int:
    """Run the command, as `newsfacts.cli.main.main` does: Ctrl-C is quiet while its modules are still being imported, too.

    Without `args` this is the program itself, called by the shell.
    """
    if args is None:
        own_process()
    try:
        from .main import main

        return main(args)
    except KeyboardInterrupt:
        return 130
