"""remove_staff: "/staff remove @ravi"."""

from tools.kit.call import Call
from tools.kit.params import Sure, Words
from tools.kit.result import Button
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.staff.asked import StaffAsked
from tools.results.staff.confirm import nothing
from tools.results.staff.people import RoleChanged, called


@tool()
async def remove_staff(turn: Turn, who: Words, sure: Sure = False) -> RoleChanged | StaffAsked:
    """Take somebody off the staff.

    `who` is a user id, or an @name somebody was seen under. It is asked about once more. Raises
    what `app.remove_staff` refuses.
    """
    view = await turn.call("remove_staff", who, sure)
    person = view.staff.person if view.staff else None
    if person is None or person.done or person.was is None:
        return RoleChanged(view=view)
    yes = Call("remove_staff", {"who": person.sender, "sure": True})
    return StaffAsked(
        view=view,
        question=turn.say(
            "Take {person} (user id {id}), who is {was}, off the staff?",
            person=called(person),
            id=person.sender,
            was=person.was,
        ),
        answers=(Button(turn.say("Yes, take off"), yes, own=True), nothing(turn.say)),
    )
