"""Makes `python -m newsfacts` the same as the command."""

from .cli import run

raise SystemExit(run())
