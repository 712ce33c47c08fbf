"""bind_room: "/bind kitchen", "/bind kitchen Idly & Vada, Dosa"."""

from tools.kit.call import Call
from tools.kit.params import Choices, Sure, Words
from tools.kit.result import Button
from tools.kit.staff.names import ROOMS, room_name, room_of
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.stations import stations_of
from tools.results.staff.asked import StaffAsked
from tools.results.staff.confirm import nothing
from tools.results.staff.rooms import RoomBound, what_a_room_does


@tool()
async def bind_room(
    turn: Turn, kind: Words = "", stations: Choices | None = None, sure: Sure = False
) -> RoomBound | StaffAsked:
    """Make the chat this is said in a room of the shop.

    `stations`: categories of the menu that are cooked there. It is asked about once more, unless
    it is that room already. Raises NoSuchKind, and what `app.bind_room` refuses.
    """
    room = room_of(kind)
    if room is None:
        return StaffAsked(
            view=await turn.call("record_turn"),
            question=turn.say("Which room shall this be?"),
            answers=tuple(
                Button(room_name(turn.say, one), Call("bind_room", {"kind": one}), own=True)
                for one in ROOMS
            ),
        )
    found = stations_of(turn, stations or [])
    view = await turn.call("bind_room", room, [one.id for one in found.categories], sure)
    if view.staff is None or view.staff.room is None or view.staff.room.done:
        return RoomBound(view=view)
    name = room_name(turn.say, room)
    question = turn.say(
        "Make this {name}? {what} Whoever is on the staff and writes here can use it.",
        name=name,
        what=what_a_room_does(turn.say, room),
    )
    if found.categories:
        cooked = turn.say.join([one.name for one in found.categories])
        question += " " + turn.say("Cooked here: {cooked}.", cooked=cooked)
    yes = Call("bind_room", {"kind": room, "stations": [*found.handles], "sure": True})
    return StaffAsked(
        view=view,
        question=question,
        answers=(Button(turn.say("Yes, make it {name}", name=name), yes, own=True),
                 nothing(turn.say)),
    )  # fmt: skip
