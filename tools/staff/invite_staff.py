"""invite_staff: "/invite kitchen"."""

from tools.kit.call import Call
from tools.kit.params import Sure, Words
from tools.kit.result import Button
from tools.kit.staff.names import ROLES, role_of
from tools.kit.staff.rights import NoSuchKind
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.staff.asked import StaffAsked
from tools.results.staff.confirm import nothing
from tools.results.staff.people import InviteMade


@tool()
async def invite_staff(turn: Turn, role: Words = "", sure: Sure = False) -> InviteMade | StaffAsked:
    """Make a code by which one person can join in a role.

    It is asked about once more. Raises NoSuchKind, and what `app.invite_staff` refuses.
    """
    if not role:
        return StaffAsked(
            view=await turn.call("record_turn"),
            question=turn.say("A code to join as what?"),
            answers=tuple(
                Button(one, Call("invite_staff", {"role": one}), own=True) for one in ROLES
            ),
        )
    meant = role_of(role)
    if meant is None:
        raise NoSuchKind(kind=role)
    view = await turn.call("invite_staff", meant, sure)
    if view.staff is None or view.staff.invite is None or view.staff.invite.done:
        return InviteMade(view=view)
    yes = Call("invite_staff", {"role": meant, "sure": True})
    return StaffAsked(
        view=view,
        question=turn.say(
            "Make a code by which one person joins as {role} within 24 hours? Whoever reads it "
            "here can use it.",
            role=meant,
        ),
        answers=(Button(turn.say("Yes, make a code"), yes, own=True), nothing(turn.say)),
    )
