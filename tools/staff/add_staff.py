"""add_staff: "/staff add @ravi kitchen"."""

from tools.kit.call import Call
from tools.kit.params import Sure, Words
from tools.kit.result import Button
from tools.kit.staff.names import ROLES, role_of
from tools.kit.staff.rights import NoSuchKind
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.staff.asked import StaffAsked
from tools.results.staff.confirm import nothing
from tools.results.staff.people import RoleChanged, called


@tool()
async def add_staff(
    turn: Turn, who: Words, role: Words = "", sure: Sure = False
) -> RoleChanged | StaffAsked:
    """Give somebody a role in the shop.

    It takes the place of the one he has. `who` is a user id, or an @name somebody was seen under.
    It is asked about once more. Raises NoSuchKind, and what `app.add_staff` refuses.
    """
    if not role:
        return StaffAsked(
            view=await turn.call("record_turn"),
            question=turn.say("As what?"),
            answers=tuple(
                Button(one, Call("add_staff", {"who": who, "role": one}), own=True) for one in ROLES
            ),
        )
    meant = role_of(role)
    if meant is None:
        raise NoSuchKind(kind=role)
    view = await turn.call("add_staff", who, meant, sure)
    person = view.staff.person if view.staff else None
    if person is None or person.done or person.was == meant:
        return RoleChanged(view=view)
    words = {"person": called(person), "role": meant, "id": person.sender}
    if person.was:
        question = turn.say(
            "Make {person} (user id {id}) {role}, instead of {was}?", **words, was=person.was
        )
    else:
        question = turn.say("Make {person} (user id {id}) {role}?", **words)
    yes = Call("add_staff", {"who": person.sender, "role": meant, "sure": True})
    return StaffAsked(
        view=view,
        question=question,
        answers=(Button(turn.say("Yes, {role}", role=meant), yes, own=True), nothing(turn.say)),
    )
