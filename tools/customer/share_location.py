"""share_location: a place shared on the map."""

from tools.kit.errors import BadArguments
from tools.kit.params import Degrees
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.way import WayChosen


@tool()
async def share_location(turn: Turn, latitude: Degrees, longitude: Degrees) -> WayChosen:
    """Have the order brought to a place on the map.

    Raises BadArguments for one that is not on earth.
    """
    north, east = float(latitude), float(longitude)
    if abs(north) > 90 or abs(east) > 180:
        raise BadArguments
    return WayChosen(view=await turn.call("share_location", north, east), now=turn.now)
