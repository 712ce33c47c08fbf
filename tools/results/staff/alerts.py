"""What a room is told of by itself, and buttons to change it."""

from dataclasses import dataclass

from tools.kit.call import Call
from tools.kit.result import Button, Result, Rows
from tools.kit.speech import Speech
from tools.kit.staff.alerts import Alerts, alert_name
from tools.results.buttons import in_rows

ON, OFF = "\N{CHECK MARK}", "\N{BALLOT X}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertsShown(Result):
    """All kinds there are; each button turns one on or off."""

    def text(self, say: Speech) -> str:
        """What it hears of."""
        alerts = self._alerts
        if not alerts.heard:
            return say("This room is told of nothing by itself. Press what it shall hear of.")
        heard = say.join([alert_name(say, kind) for kind in alerts.all if kind in alerts.heard])
        if alerts.changed:
            return say("From now on this room is told of: {alerts}.", alerts=heard)
        return say("This room is told of: {alerts}. Press one to change it.", alerts=heard)

    def buttons(self, say: Speech) -> Rows:
        """One for each kind, two in a row."""
        alerts = self._alerts
        return in_rows([_toggle(say, kind, kind in alerts.heard) for kind in alerts.all])

    @property
    def _alerts(self) -> Alerts:
        staff = self.view.staff
        return (staff.alerts if staff else None) or Alerts(all=(), heard=())


def _toggle(say: Speech, kind: str, on: bool) -> Button:
    label = f"{ON if on else OFF} {alert_name(say, kind)}"
    return Button(label, Call("set_alerts", {"alerts": kind, "to": "off" if on else "on"}))
