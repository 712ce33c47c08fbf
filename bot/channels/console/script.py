"""Scripts: one message a line, for demonstrations, tests and evaluation."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TextIO

from bot.channels.console.conversation import Conversation, UnknownButtonError
from bot.reply import Reply

PRESS = "!press "


class ScriptError(Exception):
    """A script cannot go on. The message names the line and what is wrong with it."""


def read_script(path: Path) -> list[str]:
    """The lines of a script file. Raises OSError, and ScriptError for what is no text."""
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise ScriptError(f"{path} is not a text in UTF-8 (byte {error.start})") from error


def read_stream(stream: TextIO) -> Iterator[str]:
    """The lines of a stream, each as soon as it is there."""
    return iter(stream.readline, "")


def play(
    lines: Iterable[str], conversation: Conversation, show: Callable[[str, Reply], None]
) -> None:
    """Say every line of a script and show each reply. Raises ScriptError.

    A line is a sentence, a command such as `/menu`, or `!press LABEL` for a button of the last
    reply. An empty line is an empty message.
    """
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        try:
            show(text, _turn(text, conversation))
        except UnknownButtonError as error:
            raise ScriptError(f"script line {number}: {error}") from error


def _turn(text: str, conversation: Conversation) -> Reply:
    if text.startswith(PRESS):
        return conversation.press(conversation.button(text.removeprefix(PRESS).strip()))
    return conversation.hear(text)
