"""The window of unconfirmed updates: nothing is confirmed over the head of one that is not done."""

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.window import Window


def test_an_offset_never_passes_an_update_under_way() -> None:
    window = Window()
    assert all(window.begin(one) for one in (5, 6, 7))
    window.end(6, done=True)
    assert [window.offset, window.idle] == [None, False]
    window.end(5, done=True)
    assert [window.offset, window.idle] == [7, False]
    window.end(7, done=True)
    assert [window.offset, window.idle] == [8, True]


def test_a_failed_update_holds_the_offset_and_begins_again() -> None:
    window = Window()
    assert window.begin(5)
    assert window.begin(6)
    window.end(5, done=False)
    window.end(6, done=True)
    assert [window.offset, window.idle] == [None, False]
    assert not window.begin(6)
    assert window.begin(5)
    assert not window.begin(5)


def test_ids_may_start_again_lower() -> None:
    window = Window()
    window.begin(1_000_000)
    window.end(1_000_000, done=True)
    window.confirmed(window.offset)
    assert window.offset is None
    assert window.begin(3)
    window.end(3, done=True)
    assert window.offset == 4


@given(st.lists(st.tuples(st.integers(0, 20), st.sampled_from(["done", "failed", "confirm"]))))
def test_whatever_happens_only_done_updates_are_confirmed(steps: list[tuple[int, str]]) -> None:
    window, done, confirmed = Window(), set[int](), set[int]()
    for update_id, step in steps:
        if step == "confirm":
            offset = window.offset
            confirmed |= {one for one in done if offset is not None and one < offset}
            window.confirmed(offset)
        elif update_id not in confirmed and window.begin(update_id):
            window.end(update_id, done=step == "done")
            if step == "done":
                done.add(update_id)
        assert window.offset is None or window.offset - 1 in done
