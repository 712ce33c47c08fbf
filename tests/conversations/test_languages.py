"""The same conversation in another language: the same carts, and not a sentence left in English."""

from dataclasses import replace

import psycopg
import pytest

from bot.answers import Answers
from bot.languages import Languages
from bot.pg import Postgres
from bot.reply import Reply
from tests.conversations.final_state import assert_final_state, cart_total
from tests.support.conversation import read_conversation
from tests.support.shop import Person, Shop, open_shop
from tests.support.staff import grant
from tests.support.tongues import foreign, names_of, said
from tools.kit.call import Call, Json
from tools.kit.turn import Database

LANGUAGES = {"hi": "हिन्दी", "ta": "தமிழ்"}
languages = pytest.mark.parametrize("language", LANGUAGES)
ORDER = (
    "hello",
    "I'm allergic to peanuts",
    "menu",
    "menu for breakfast",
    "dosa under 70",
    "xyzzy",
    "lemon rice",
    "no",
    "2 idly with peanut chutney",
    "yes",
    "dosa",
    "2",
    "chicken biryani",
    "half",
    "pizza",
    "masala dosa without unicorn",
    "150 idly",
    "remove the vada",
    "one more",
    "the idly extra hot",
    "view cart",
    "for friday at 7 pm",
    "for yesterday at 9",
    "bogus words of no meaning",
    "help",
    "what can I not eat",
    "checkout please",
    "by cheque",
    "cash",
    "my orders",
    "same as last time",
    "forget my allergies",
    "order 99 again",
    "clear my cart",
    "checkout please",
    "thanks",
    "bye",
)
"""A whole order with options, an allergy, refusals and questions."""


class Counting:
    """The database, and how often it was asked."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.calls: list[str] = []

    async def call(self, function: str, *args: object) -> Json:
        """Ask it."""
        self.calls.append(function)
        return await self._database.call(function, *args)


async def choose(person: Person, language: str) -> Reply:
    """Choose by the command and its button."""
    await person.calls(Call("choose_language"))
    return await person.presses(LANGUAGES[language])


def assert_all_in(language: str, reply: Reply, names: list[str]) -> None:
    """No word in another language's letters, but for names."""
    for text in said(reply):
        assert not foreign(text, language, names), text


async def names_in(shop: Shop) -> list[str]:
    """What stays as the shop writes it."""
    tenant = shop.rooms.tenants["demo"]
    return [tenant.name, *names_of(await shop.rooms.menus.get(tenant))]


@languages
async def test_seed_004(shop: Shop, db: psycopg.Connection, language: str) -> None:
    person, names = shop.person(), await names_in(shop)
    assert_all_in(language, await choose(person, language), names)
    for exchange in read_conversation("seed_004"):
        reply = await person.says(exchange.customer)
        assert_all_in(language, reply, names)
        assert cart_total(db) == exchange.total
        order = reply.view.order if reply.view else None
        placed = f"{order.total} {order.order_type} {order.payment_method}" if order else None
        assert placed == exchange.order
    assert_final_state(db)


@languages
async def test_a_whole_order(shop: Shop, language: str) -> None:
    """Every reply is in the language, and is what the English one is to the same words."""
    person, english, names = shop.person(), shop.person(), await names_in(shop)
    await choose(person, language)
    for words in ORDER:
        theirs, ours = await person.says(words), await english.says(words)
        assert_all_in(language, theirs, [*names, *words.split()])
        assert [one.tool for one in theirs.calls] == [one.tool for one in ours.calls], words
        assert person.cart == english.cart


@languages
async def test_a_choice_outlives_the_process(shop: Shop, postgres: Postgres, language: str) -> None:
    """The very first reply of the next process is in it too: labels, questions and refusals."""
    names = await names_in(shop)

    async def begins(words: str, *calls: Call) -> None:
        person = shop.person()
        await choose(person, language)
        again = (await open_shop(postgres)).person(person.name)
        reply = await (again.calls(*calls) if calls else again.says(words))
        assert_all_in(language, reply, [*names, *words.split()])
        assert reply.language == language

    for words in ("dosa", "150 idly", "cash", "remove the vada", "help", "order 99 again"):
        await begins(words)
    for item in ("#1", "#100", "#200"):
        await begins("", Call("choose_options", {"item": item}))
    both: list[Json] = [{"item": "masala dosa", "options": ["ghee"], "without": ["ghee"]}]
    await begins("", Call("add_to_cart", {"lines": both}))


async def test_a_choice_costs_no_statement(shop: Shop, postgres: Postgres) -> None:
    await choose(shop.person("asha"), "ta")
    counting = Counting(postgres)
    rooms = replace(shop.rooms, database=counting, languages=Languages(), answers=Answers())
    asha = Shop(rooms).person("asha")
    for words in ("add 2 idly", "one more", "view cart"):
        await asha.says(words)
    assert counting.calls == ["add_to_cart", "add_to_cart", "view_cart"]


async def test_a_choice_is_of_one_person(shop: Shop) -> None:
    asha, ravi = shop.person("asha"), shop.person("ravi")
    await choose(asha, "hi")
    assert (await ravi.says("hello")).language is None
    assert (await asha.says("hello")).language == "hi"


async def test_the_choice_counts_before_the_channels_tag(
    shop: Shop, db: psycopg.Connection
) -> None:
    asha = shop.person("asha")
    asha.language = "ta"
    assert "மெனு" in (await asha.says("hello")).text
    await choose(asha, "hi")
    assert "मेनू" in (await asha.says("hello")).text
    kept = db.execute("select language, chosen_language from cold.customer_identity").fetchall()
    assert kept == [("ta", "hi")]
    await asha.calls(Call("choose_language", {"language": "en"}))
    assert (await asha.says("hello")).text.startswith("Welcome to")


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("hindi please", "hi"),
        ("can you speak tamil", "ta"),
        ("தமிழில் பேசுங்கள்", "ta"),
        ("हिंदी में बोलो", "hi"),
    ],
)
async def test_a_language_is_asked_for_in_words(shop: Shop, words: str, language: str) -> None:
    reply = await shop.person().says(words)
    assert LANGUAGES[language] in reply.text
    assert reply.language == language


@pytest.mark.parametrize(
    ("language", "yes", "no"),
    [("hi", "हाँ जी", "नहीं"), ("ta", "ஆமா", "வேண்டாம்"), ("hi", "haan", "nahi")],
)
async def test_a_yes_and_a_no_in_the_language(shop: Shop, language: str, yes: str, no: str) -> None:
    person = shop.person()
    await choose(person, language)
    await person.says("I'm allergic to peanuts")
    await person.says("1 lemon rice")
    await person.says(no)
    assert person.cart == []
    await person.says("1 lemon rice")
    await person.says(yes)
    assert [name for _, name, _ in person.cart] == ["Lemon Rice"]


@languages
async def test_every_label_can_be_written_instead_of_pressed(shop: Shop, language: str) -> None:
    person = shop.person()
    await choose(person, language)
    await person.says("2 idly")
    for label in [button.label for row in person.reply.buttons for button in row]:
        wanted = person.button(label).call
        assert [*(await person.says(label)).calls] == [wanted]
        await person.says("one more")
    await person.says("checkout")
    reply = await person.says(person.reply.buttons[0][0].label)
    assert reply.view is not None
    assert reply.view.order is not None


@languages
async def test_staff_are_answered_in_their_own_language(
    shop: Shop, db: psycopg.Connection, language: str
) -> None:
    """Every sentence of theirs, refusals and usage too; dishes, commands and roles stay."""
    grant(db, "ravi", "kitchen")
    ravi, names = shop.member("ravi"), [*await names_in(shop), "kitchen", "owner", "manager"]
    ravi.language = language
    for words in (
        "set idly stock to 20",
        "86 masala dosa",
        "how many idly left",
        "orders",
        "undo",
        "sales today",
        "order 12 is ready",
        "blah",
        "help",
    ):
        reply = await ravi.says(words)
        for text in said(reply):
            assert not foreign(text, language, names), (words, text)


async def test_a_shop_offers_what_it_wants(shop: Shop) -> None:
    tenant = replace(shop.rooms.tenants["demo"], language="hi", languages=("hi", "en"))
    rooms = replace(shop.rooms, tenants={"demo": tenant})
    asha = Shop(rooms).person("asha")
    asha.language = "ta"
    reply = await asha.calls(Call("choose_language"))
    assert [button.label for row in reply.buttons for button in row] == ["English", "हिन्दी"]
    assert "भाषा" in reply.text, "what it does not offer is its own language"
    reply = await asha.calls(Call("choose_language", {"language": "ta"}))
    assert reply.asks
