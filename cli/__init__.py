"""The command: arguments, input, output and exit statuses. It knows nothing of language."""

from __future__ import annotations


def run(args: list[str] | None = None) -> int:
    """Run the command, as `newsfacts.cli.main.main` does: Ctrl-C is quiet while its modules are still being imported, too."""
    try:
        from .main import main

        return main(args)
    except KeyboardInterrupt:
        return 130
