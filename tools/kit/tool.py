"""The @tool mark: it leaves the function as it is and attaches what the registry needs."""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Concatenate, ParamSpec, TypeVar

from pydantic import BaseModel, ConfigDict, create_model

from tools.kit.result import Result
from tools.kit.turn import Role, Turn

P = ParamSpec("P")
R = TypeVar("R", bound=Result)


@dataclass(frozen=True, slots=True)
class Mark:
    """What `@tool` was told.

    `says` are sentences that mean this tool; without any, only buttons call it.
    """

    says: tuple[str, ...]


def tool(
    *, says: tuple[str, ...] = ()
) -> Callable[
    [Callable[Concatenate[Turn, P], Awaitable[R]]], Callable[Concatenate[Turn, P], Awaitable[R]]
]:
    """Mark the one public function of a tool file."""

    def mark(
        function: Callable[Concatenate[Turn, P], Awaitable[R]],
    ) -> Callable[Concatenate[Turn, P], Awaitable[R]]:
        function.__dict__["tool"] = Mark(says=says)
        return function

    return mark


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool as the registry knows it: name, meaning, parameters and the function itself."""

    name: str
    meaning: str
    says: tuple[str, ...]
    role: Role
    params: type[BaseModel]
    run: Callable[..., Awaitable[Result]]

    @property
    def spoken(self) -> bool:
        """Whether a sentence can mean this tool; the others exist for buttons only."""
        return bool(self.says)


def as_tool(function: Callable[..., Awaitable[Result]], role: Role) -> Tool:
    """Read a marked function: its signature becomes the params model, its docstring the meaning."""
    mark: Mark = function.__dict__["tool"]
    signature = inspect.signature(function, eval_str=True)
    fields = {
        name: (
            parameter.annotation,
            ... if parameter.default is parameter.empty else parameter.default,
        )
        for name, parameter in list(signature.parameters.items())[1:]
    }
    name = function.__name__
    model = create_model(
        name,
        __config__=ConfigDict(extra="forbid", strict=True, frozen=True),
        **fields,  # type: ignore[call-overload]
    )
    return Tool(name, inspect.cleandoc(function.__doc__ or ""), mark.says, role, model, function)
