"""Several lines of the cart fit what was said: which one?"""

from collections.abc import Mapping
from dataclasses import dataclass

from tools.kit.call import Call, Json
from tools.kit.result import Button, Result, Rows
from tools.kit.speech import Speech
from tools.results.lines import described, with_quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class WhichLine(Result):
    """Nothing was changed. Each button is the same call for one line."""

    tool: str
    args: Mapping[str, Json]
    asks: bool = True

    def text(self, say: Speech) -> str:
        """The question."""
        return say("Which one do you mean?")

    def buttons(self, say: Speech) -> Rows:
        """A line each, named by what tells it from the others."""
        lines = [line for line in self.view.lines if line.line_no in self.view.ask_lines]
        names = [described(say, line) for line in lines]
        return tuple(
            (
                Button(
                    name if names.count(name) == 1 else with_quantity(say, line),
                    self._call(line.line_no),
                ),
            )
            for name, line in zip(names, lines, strict=True)
        )

    def _call(self, line_no: int) -> Call:
        return Call(self.tool, {**self.args, "line": line_no})
