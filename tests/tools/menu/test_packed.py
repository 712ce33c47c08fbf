"""Packed columns and rows give back what was put in."""

import pytest

from tests.support.menus import menu_of
from tests.tools.menus import ROW, small_menu
from tools.kit.call import Json
from tools.menu.index import Index
from tools.menu.packed import Coded, Lists, Numbers, Texts, fitting

SAID = ["Idly", "", "Café au lait", "இட்லி", "₹ 40\nonly", "Idly"]


@pytest.mark.parametrize("numbers", [[], [0], [255, 0], [256, 1], [65_535], [65_536, 7], [2**31]])
def test_numbers_of_every_size(numbers: list[int]) -> None:
    assert list(fitting(numbers)) == numbers


def test_texts_of_every_script() -> None:
    texts = Texts(SAID)
    assert [texts[place] for place in range(len(SAID))] == SAID
    places = [texts.place_of(text) for text in ("Idly", "", "இட்லி", "₹ 40\nonly", "Idl", "dly")]
    assert places == [0, 1, 3, 4, None, None]
    assert Texts([]).place_of("") is None


def test_lists_of_texts_and_of_numbers() -> None:
    rows = [("a", "bb"), (), ("தோசை",), ("",)]
    lists = Lists(rows)
    assert [lists[place] for place in range(len(rows))] == rows
    numbers = Numbers([[1, 2], [], [300]])
    assert [list(numbers[place]) for place in range(3)] == [[1, 2], [], [300]]


def test_values_that_recur() -> None:
    values = ["veg", None, "veg", "egg"]
    coded = Coded(values)
    assert [coded[place] for place in range(4)] == values


def test_an_index_leads_to_every_number_lowest_first() -> None:
    index = Index(["dosa", "idly", "dosa", 7], [3, 1, 2, 500])
    assert list(index["dosa"]) == [2, 3]
    assert list(index["idly"]) == [1]
    assert list(index[7]) == [500]
    assert list(index["vada"]) == []
    assert list(Index([], [])["dosa"]) == []


def test_dishes_are_values() -> None:
    one, other = small_menu(), small_menu()
    assert one.items == other.items
    assert tuple(one.items) == other.items
    assert one.items[3] == other.items[3] != one.items[4]
    assert {one.items[3], other.items[3]} == {one.items[3]}
    assert one.items != one.items[:3]
    assert one.items[-1] == list(one.items)[-1]
    assert one.items[3] != "Masala Dosa"
    assert "id='masala_dosa'" in repr(one.items[3])
    assert one.groups == other.groups
    assert one.groups[0] != one.groups[1]
    dearer = menu_of({**ROW, "items": [{**_first(), "price": "41.00"}]})
    assert dearer.items[0] != one.items[0]


def test_dishes_are_found_by_id_and_number() -> None:
    menu = small_menu()
    for item in menu.items:
        assert menu.item(item.id) == item == menu.item_no(item.no)
    assert menu.item("no_such_dish") is None
    assert [menu.item_no(no) for no in (0, 22, 300, 10**9)] == [None] * 4
    assert menu.option_no(300) is None


def test_a_place_beyond_the_end_is_an_error() -> None:
    menu = small_menu()
    with pytest.raises(IndexError):
        menu.items[len(menu.items)]


def _first() -> dict[str, Json]:
    items = ROW["items"]
    assert isinstance(items, list)
    assert isinstance(items[0], dict)
    return {**items[0]}
