"""The menu of commands Telegram shows: the customers', and in groups the staff's."""

from collections.abc import Callable, Mapping

from aiogram.methods import SetMyCommands
from aiogram.types import BotCommand, BotCommandScopeAllGroupChats

from bot.channels.telegram.send import Sender
from bot.commands import COMMANDS, Command
from bot.locales import languages
from bot.staff_commands import STAFF_COMMANDS, StaffCommand
from tools.kit.speech import Speech

Described = Mapping[str, Command] | Mapping[str, StaffCommand]


async def show_commands(
    sender: Sender, speech: Callable[[str | None], Speech], *, rooms: bool
) -> None:
    """In the shop's own language, and for people with another one in theirs.

    `rooms`: whether the shop has any, whose commands are shown in groups.
    """
    scopes: dict[BotCommandScopeAllGroupChats | None, Described] = {None: COMMANDS}
    if rooms:
        scopes[BotCommandScopeAllGroupChats()] = STAFF_COMMANDS
    for scope, commands in scopes.items():
        own = _commands(commands, speech(None))
        await sender.send(SetMyCommands(commands=own, scope=scope))
        for language in languages():
            theirs = _commands(commands, speech(language))
            if theirs != own:
                shown = SetMyCommands(commands=theirs, scope=scope, language_code=language)
                await sender.send(shown)


def _commands(commands: Described, say: Speech) -> list[BotCommand]:
    return [
        BotCommand(command=name, description=say(command.description))
        for name, command in commands.items()
    ]
