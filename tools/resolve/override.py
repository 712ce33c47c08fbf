"""What goes against the customer's rules: asked about, and done only when he says so."""

from collections.abc import Sequence

from tools.kit.call import Call, Json
from tools.kit.errors import UnknownItem
from tools.kit.params import OrderLine
from tools.kit.result import Button
from tools.kit.turn import Turn
from tools.kit.view import CartLine, Conflict, ConflictingLine
from tools.resolve.again import add_again
from tools.resolve.ask import add_call
from tools.resolve.order_line import Ready
from tools.results.questions import AgainstRules

_OKAY = Call("small_talk", {"kind": "okay"})


def tags(conflicts: Sequence[Conflict]) -> list[Json]:
    """The conflicts as they are accepted: "allergen:peanut"."""
    return [*dict.fromkeys(f"{one.kind}:{one.what}" for one in conflicts)]


def add_anyway(
    turn: Turn, lines: Sequence[tuple[OrderLine, Ready, ConflictingLine]]
) -> AgainstRules:
    """Shall these lines be added all the same? Yes accepts just these conflicts."""
    wishes = [_accepting(said, one.conflicts) for _, said, one in lines]
    return _question(turn, [one for _, _, one in lines], add_call(*wishes))


def change_anyway(
    turn: Turn, line: ConflictingLine, target: dict[str, Json], said: dict[str, Json]
) -> AgainstRules:
    """Shall a line be changed all the same? `said` is the change as it was called for."""
    call = Call("update_item", {**target, **said, "accept": tags(line.conflicts)})
    return _question(turn, [line], call, changes=True)


def replace_anyway(turn: Turn, line: ConflictingLine, call: Call) -> AgainstRules:
    """Shall a dish be replaced all the same? `call` is how it was called for."""
    before = call.args.get("accept")
    had = before if isinstance(before, list) else []
    accept: list[Json] = [*dict.fromkeys([*map(str, had), *map(str, tags(line.conflicts))])]
    return _question(turn, [line], Call(call.tool, {**call.args, "accept": accept}), changes=True)


def more_anyway(turn: Turn, line: ConflictingLine, more: CartLine) -> AgainstRules:
    """Shall there be more of a line in the cart all the same? Raises UnknownItem."""
    call = add_again(turn.menu, more, line.conflicts)
    if call is None:
        raise UnknownItem
    return _question(turn, [line], call, changes=True)


def _accepting(ready: Ready, conflicts: Sequence[Conflict]) -> dict[str, Json]:
    before = ready.said.get("accept")
    had = before if isinstance(before, list) else []
    return {**ready.said, "accept": [*dict.fromkeys([*map(str, had), *map(str, tags(conflicts))])]}


def _question(
    turn: Turn, lines: Sequence[ConflictingLine], call: Call, *, changes: bool = False
) -> AgainstRules:
    say = turn.say
    if changes:
        labels = say("Change it anyway"), say("No, leave it as it is")
    elif len(lines) == 1:
        labels = say("Add it anyway"), say("No, leave it out")
    else:
        labels = say("Add them anyway"), say("No, leave them out")
    dish = turn.menu.item(lines[0].item_id)
    part: dict[str, Json] = {"category": f"#c:{dish.category}"} if dish else {}
    return AgainstRules(
        answers=(
            Button(labels[0], call),
            Button(labels[1], _OKAY),
            Button(say("Show what fits"), Call("search_menu", part)),
        ),
        lines=tuple(lines),
        changes=changes,
    )
