"""Charts: drawn beside the service, and left out where the libraries are not installed."""

import struct
from decimal import Decimal

import pytest

from bot import charts
from tools.kit.enclosure import Chart, Point

pytestmark = pytest.mark.skipif(not charts.can_draw(), reason="the extra analytics is missing")
WEEK = Chart(
    "columns",
    "Revenue · 23 February to 1 March",
    "INR, by the clock of Asia/Kolkata",
    tuple(Point(f'"{day}"', Decimal(day * 100), f"₹{day}") for day in range(7)),
)


def size(png: bytes | None) -> tuple[int, int]:
    assert png is not None
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.timeout(180)
@pytest.mark.usefixtures("ready_to_draw")
async def test_a_chart_is_a_picture_wide_enough_for_its_columns() -> None:
    width, height = size(await charts.draw(WEEK))
    assert (width > 800, height > 500) == (True, True)
    month = Chart("columns", WEEK.title, WEEK.unit, WEEK.points * 5)
    wider, _ = size(await charts.draw(month))
    assert wider > width
    _, low = size(await charts.draw(Chart("bars", "Most sold", "pieces", WEEK.points[:4])))
    assert low < height


async def test_one_that_cannot_be_drawn_is_left_out(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    broken = Chart("columns", "x", "y", (Point("a", Decimal("NaN"), ""),))
    monkeypatch.setattr("sys.executable", "/bin/false")
    assert await charts.draw(broken) is None
    assert "could not be drawn" in caplog.text
    monkeypatch.setattr(charts, "find_spec", lambda _: None)
    assert await charts.draw(WEEK) is None


async def test_one_that_takes_too_long_is_given_up(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(charts, "PATIENCE", 0.01)
    assert await charts.draw(WEEK) is None
    assert "took too long" in caplog.text
