"""Every tool there is, found by its file; the one source of intents, schemas and checks."""

import importlib
import pkgutil
from collections.abc import Mapping
from types import ModuleType

from pydantic import BaseModel, ValidationError

from tools.kit.call import Call
from tools.kit.errors import BadArguments, BadQuantity, UnknownTool
from tools.kit.result import Result
from tools.kit.tool import Tool, as_tool
from tools.kit.turn import Role, Turn


class Registry:
    """The tools of each role, by name. Two roles may each have a tool of one name: help."""

    def __init__(self, tools: Mapping[tuple[Role, str], Tool]) -> None:
        self._tools = dict(tools)

    def for_role(self, role: Role) -> tuple[Tool, ...]:
        """The tools a role may use, in the order of their names."""
        return tuple(tool for _, tool in sorted(self._tools.items()) if tool.role == role)

    def check(self, call: Call, role: Role) -> BaseModel:
        """The call's arguments as the tool's params model.

        Raises UnknownTool, BadArguments, BadQuantity.

        A tool of another role is unknown here whatever the sentence said: the role is the
        permission.
        """
        tool = self._tools.get((role, call.tool))
        if tool is None:
            raise UnknownTool(tool=call.tool)
        try:
            return tool.params.model_validate(dict(call.args))
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            place = ".".join(str(part) for part in first["loc"])
            refusal = BadQuantity if place.endswith("quantity") else BadArguments
            raise refusal(tool=call.tool, place=place, problem=first["msg"]) from error

    async def run(self, turn: Turn, call: Call) -> Result:
        """Check the call and run its tool. Raises ToolError."""
        params = self.check(call, turn.role)
        arguments = {name: getattr(params, name) for name in type(params).model_fields}
        return await self._tools[turn.role, call.tool].run(turn, **arguments)


def discover(**folders: ModuleType) -> Registry:
    """Find the tools: one file, one tool of the same name.

    The keyword is the role: `customer=tools.customer`.
    """
    tools: dict[tuple[Role, str], Tool] = {}
    for folder, package in folders.items():
        role: Role = "staff" if folder == "staff" else "customer"
        for module in pkgutil.iter_modules(package.__path__):
            if module.name.startswith("_"):
                continue
            loaded = importlib.import_module(f"{package.__name__}.{module.name}")
            function = vars(loaded)[module.name]
            tools[role, module.name] = as_tool(function, role)
    return Registry(tools)
