"""What a sentence, a button or a command comes down to: the name of a tool and its arguments."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a known tool.

    `args` are plain JSON values, not yet checked; the registry checks them.
    """

    tool: str
    args: Mapping[str, Json] = field(default_factory=dict)
