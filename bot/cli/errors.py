"""What the command line says when something cannot be done: one clear line, no traceback."""

from bot.settings import ConfigurationError, load_settings

OURS = ("bot.", "db.")


class CommandError(Exception):
    """A command cannot do what it was asked. The message says why, and the remedy."""


def sentence(error: BaseException) -> str:
    """The error as a sentence. Our own errors are one already."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    kind = type(error)
    text = str(error).strip()
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {error.strerror}"
    if kind.__name__ == "DatabaseDown":
        return f"PostgreSQL cannot be reached ({text}); `hotcart doctor` looks into it"
    if kind.__module__.startswith(OURS):
        return text
    first = text.partition("\n")[0]
    if kind.__module__.startswith("psycopg"):
        return f"PostgreSQL: {first}; `hotcart doctor` looks into it"
    return f"{kind.__name__}: {first} (HOTCART_DEBUG=1 shows where)"


def debugging() -> bool:
    """Whether the operator wants to see tracebacks."""
    try:
        return load_settings().hotcart_debug
    except ConfigurationError:
        return False
