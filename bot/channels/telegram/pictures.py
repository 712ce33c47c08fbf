"""Charts on their way to a chat."""

import logging

from aiogram.methods import SendPhoto
from aiogram.types import BufferedInputFile

from bot.channels.telegram.address import split
from bot.channels.telegram.send import Refused, Sender, Undelivered
from bot.charts import draw
from tools.kit.enclosure import Chart


async def send_chart(sender: Sender, chart: Chart, chat: str) -> None:
    """Draw a chart and send it. The answer is there without it, so nothing is tried again."""
    png = await draw(chart)
    if png is None:
        return
    chat_id, topic = split(chat)
    photo = BufferedInputFile(png, "chart.png")
    message = SendPhoto(chat_id=chat_id, message_thread_id=topic, photo=photo, caption=chart.title)
    message.parse_mode = None
    try:
        await sender.send(message, tries=1)
    except (Refused, Undelivered) as error:
        logging.getLogger(__name__).info("a chart was not sent: %s", error)
