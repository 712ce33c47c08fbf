"""What an import changes, shown to the operator, who is asked before anything is removed."""

import sys
from itertools import islice

import typer

from bot.cli.errors import CommandError
from db.menu.diff import Diff

NOTES = 20


class Agreement:
    """Asks whoever sits at the terminal; `what` is what the import is of: "the menu of cafe"."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._asked = False

    def __call__(self, changes: Diff) -> None:
        """Ask before these changes are made. Raises CommandError where they are not wanted."""
        self._asked = True
        _print_changes(changes)
        count = len(changes.of("removed"))
        entries = "1 entry" if count == 1 else f"{count} entries"
        gone = f"This removes {entries} of {self._what}."
        if not has_person():
            raise CommandError(f"{gone} Nothing is imported; --yes does it without asking")
        if not typer.confirm(f"{gone} Import?"):
            raise CommandError("nothing is imported")

    def show(self, changes: Diff) -> None:
        """Show what was changed, unless that was shown when it was asked about."""
        if not self._asked:
            _print_changes(changes)


def has_person() -> bool:
    """Whether somebody sits there who can be asked."""
    return sys.stdin.isatty()


def print_notes(notes: tuple[str, ...]) -> None:
    """Show what the writer of a file may want to know."""
    for note in islice(notes, NOTES):
        print(f"note: {note}")
    if len(notes) > NOTES:
        print(f"note: … and {len(notes) - NOTES} more")


def _print_changes(changes: Diff) -> None:
    for line in changes.lines():
        print(line)
