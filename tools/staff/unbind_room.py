"""unbind_room: "/unbind"."""

from tools.kit.call import Call
from tools.kit.params import Sure
from tools.kit.result import Button
from tools.kit.staff.names import room_name
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.staff.asked import StaffAsked
from tools.results.staff.confirm import nothing
from tools.results.staff.rooms import RoomBound


@tool()
async def unbind_room(turn: Turn, sure: Sure = False) -> RoomBound | StaffAsked:
    """Let the chat this is said in be no room any more.

    It is asked about once more. Raises what `app.unbind_room` refuses.
    """
    view = await turn.call("unbind_room", sure)
    change = view.staff.room if view.staff else None
    if change is None or change.done or change.was is None:
        return RoomBound(view=view)
    return StaffAsked(
        view=view,
        question=turn.say(
            "This is {room}. Shall it be no room any more? Then nothing is told here, and nothing "
            "said here does anything.",
            room=room_name(turn.say, change.was),
        ),
        answers=(
            Button(turn.say("Yes, end it"), Call("unbind_room", {"sure": True}), own=True),
            nothing(turn.say),
        ),
    )
