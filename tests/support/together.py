"""Several customers, or several fingers of one, at the very same moment."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from threading import Barrier
from typing import TypeVar
from uuid import uuid4

import psycopg

from tests.support.turns import Caller

Answer = TypeVar("Answer")
PATIENCE = 30.0


def at_once(works: Sequence[Callable[[], Answer]]) -> list[Answer | psycopg.Error]:
    """Run every piece of work in a thread of its own, all let go together.

    Returns what each came to, in order: its value, or the database error it raised.
    """
    barrier = Barrier(len(works))

    def run(work: Callable[[], Answer]) -> Answer | psycopg.Error:
        barrier.wait(PATIENCE)
        try:
            return work()
        except psycopg.Error as error:
            return error

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(run, works))


def must(answers: Sequence[Answer | psycopg.Error]) -> list[Answer]:
    """The answers, none of which may be an error."""
    for answer in answers:
        if isinstance(answer, psycopg.Error):
            raise answer
    return [answer for answer in answers if not isinstance(answer, psycopg.Error)]


def fresh() -> str:
    """A command id nobody has used."""
    return uuid4().hex


@contextmanager
def phones(dsn: str, count: int, who: str = "asha") -> Iterator[list[Caller]]:
    """One customer on several connections; each call needs a command id of its own."""
    with ExitStack() as stack:
        yield [stack.enter_context(Caller(dsn, who)) for _ in range(count)]
