"""Makes `python -m newsfacts` the same as the command."""

from .cli.main import main

raise SystemExit(main())
