"""Time that waiting takes none of."""

import asyncio
import time


class Hurry:
    """A clock that is ahead by what was waited for."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        """Seconds."""
        return time.monotonic() + self.ahead

    async def pause(self, seconds: float) -> None:
        """Be so much further on."""
        self.ahead += seconds
        await asyncio.sleep(0)
