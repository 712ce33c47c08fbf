"""Charts as pictures: the only place that knows altair and vl-convert.

They are drawn by a process of their own, for the library holds the interpreter while it works: on
two cores 0.7 s at first and 80 ms later, in which no other turn would go on. `python -m bot.charts`
is that process: a chart comes in as JSON and goes out as PNG.
"""

import asyncio
import json
import logging
import sys
from asyncio.subprocess import PIPE
from contextlib import suppress
from importlib.util import find_spec

from pydantic import TypeAdapter

from tools.kit.enclosure import Chart

PATIENCE = 20.0
SCALE = 2
WIDTH, HEIGHT, BAR = 420, 260, 26
MOST_LABELS = 12
COLOUR = "#2f6f9f"
FONT = "Noto Sans, DejaVu Sans, Liberation Sans, sans-serif"
_CHART = TypeAdapter(Chart)
# One at a time: a picture may wait, memory and cores are for turns.
_AT_ONCE = asyncio.Semaphore(1)


def can_draw() -> bool:
    """Whether the extra `analytics` is installed; without it there are no pictures."""
    return find_spec("altair") is not None and find_spec("vl_convert") is not None


async def draw(chart: Chart) -> bytes | None:
    """The chart as a PNG; None without the extra, or where it cannot be drawn: the log says why."""
    if not can_draw():
        return None
    log = logging.getLogger(__name__)
    async with _AT_ONCE:
        drawing = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.charts", stdin=PIPE, stdout=PIPE, stderr=PIPE
        )
        try:
            async with asyncio.timeout(PATIENCE):
                png, complaint = await drawing.communicate(_CHART.dump_json(chart))
        except TimeoutError:
            log.warning("a chart took too long: %s", chart.title)
            return None
        finally:
            with suppress(ProcessLookupError):
                drawing.kill()
                await drawing.wait()
    if drawing.returncode:
        log.warning("a chart could not be drawn: %s", complaint.decode(errors="replace")[-500:])
        return None
    return png


def png_of(chart: Chart) -> bytes:
    """Draw it here and now."""
    import altair
    import vl_convert

    values = [
        {"at": at, "value": float(point.value), "told": point.told}
        for at, point in enumerate(chart.points)
    ]
    upright = chart.kind == "columns"
    place = altair.Axis(
        title=None,
        labelAngle=0 if not upright or len(values) <= MOST_LABELS else -60,
        # Two points may be called the same; their places keep them apart, and in order.
        labelExpr=f"{json.dumps([point.label for point in chart.points])}[datum.value]",
        labelLimit=220,
        ticks=False,
        domain=upright,
    )
    named = altair.Chart(altair.InlineData(values=values))
    long = altair.Axis(
        title=None, grid=True, domain=False, ticks=False, tickCount=5, format=",.2~f"
    )
    if upright:
        where = {
            "x": altair.X("at:O", sort=None, axis=place, scale=altair.Scale(paddingInner=0.25)),
            "y": altair.Y("value:Q", axis=long),
        }
        words = named.mark_text(dy=-7, fontSize=11)
    else:
        where = {
            "y": altair.Y("at:O", sort=None, axis=place, scale=altair.Scale(paddingInner=0.3)),
            "x": altair.X("value:Q", axis=None),
        }
        words = named.mark_text(dx=6, align="left", fontSize=12)
    layers = [named.mark_bar(color=COLOUR, cornerRadiusEnd=3).encode(**where)]
    if not upright or len(values) <= MOST_LABELS // 2:
        layers.append(words.encode(**where, text="told:N"))
    drawn = (
        altair.layer(*layers)
        .properties(
            width=max(WIDTH, len(values) * 18) if upright else WIDTH,
            height=HEIGHT if upright else altair.Step(BAR),
            title=altair.TitleParams(
                chart.title, subtitle=chart.unit, anchor="start", fontSize=16, offset=14
            ),
            padding={"left": 16, "right": 28, "top": 14, "bottom": 14},
            background="white",
        )
        .configure(font=FONT)
        .configure_axis(labelFontSize=12, gridColor="#e6e6e6")
        .configure_view(stroke=None)
    )
    return bytes(vl_convert.vegalite_to_png(drawn.to_json(), scale=SCALE))


if __name__ == "__main__":
    sys.stdout.buffer.write(png_of(_CHART.validate_json(sys.stdin.buffer.read())))
