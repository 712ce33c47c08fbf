"""The command line: `app` reads it, `build` makes the rooms, the others are the commands."""

from bot.cli.app import main

__all__ = ["main"]
