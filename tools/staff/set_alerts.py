"""set_alerts: "/alerts", "/alerts order_paid off", "tell us here when stock is low"."""

from tools.kit.params import Words
from tools.kit.staff.alerts import alerts_meant
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.staff.alerts import AlertsShown
from tools.results.staff.usage import UsageShown


@tool()
async def set_alerts(turn: Turn, alerts: Words = "", to: Words = "") -> AlertsShown | UsageShown:
    """Say what this room is told of by itself.

    `to` is "on" or "off"; without anything it is only shown. Raises what
    `app.set_alerts` refuses.
    """
    kinds = alerts_meant(alerts)
    if (alerts and not kinds) or (to and to not in ("on", "off")):
        return UsageShown(view=await turn.call("record_turn"), command="alerts")
    return AlertsShown(view=await turn.call("set_alerts", [*kinds], to != "off"))
