"""Which tools a model is told of: those that whoever speaks may use where he does."""

from collections.abc import Collection, Sequence

from tools.kit.tool import Tool

# Talk needs no right.
OF_ALL = frozenset({"help", "not_understood"})


def offered(tools: Sequence[Tool], may: Collection[str] | None) -> tuple[Tool, ...]:
    """Those of `tools` that are among the rights `may`, by the name they share; None: all of them.

    A model that names another is not believed: SQL would refuse it anyway.
    """
    return tuple(tool for tool in tools if may is None or tool.name in may or tool.name in OF_ALL)
