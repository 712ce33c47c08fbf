"""What it takes to read a sentence by the rules, at 13, 365 and 10,000 dishes."""

import gc
import time
from pathlib import Path
from statistics import median, quantiles

from bot.intent.clean import clean
from bot.intent.rules.parser import parse
from db.demo import load_demo
from db.embedded import embedded_server
from db.migrate import migrate
from tests.bench.menu import large
from tests.support.folders import open_folder
from tests.support.menus import columns_of, items_of, menu_document
from tools.kit.call import Json
from tools.menu import Menu

FEW = 13
ROUNDS = 20
SENTENCES = (
    # Orders, from a word to what a table says in one breath.
    "idly",
    "2 idly",
    "can I get a masala dosa please",
    "two plates of medu vada and a filter coffee",
    "one spicy masala dosa without onion and garlic, extra chutney",
    "hi, I'd like three idlis, one rava idly and two curd vadas to go",
    "a large mango lassi with less sugar and no ice please",
    "masala dosa with extra chutney and cheese, a plain dosa with ghee topping and podi, and two"
    " small filter coffees with soy milk and no sugar",
    "I want to order four masala dosas with extra chutney and extra sambar no onion no garlic, two"
    " full chicken biryanis with extra raita and extra pickle, three small sweet lassis with less"
    " sugar and six mineral waters",
    "3 idly, one of them without coconut, and 2 onion uttapam, medium spicy",
    "rendu idly oru vada",
    # Typing errors, strange words, people.
    "2 massala dosas and a filtr cofee plz",
    "pannir dosa with chese and a bit of corriander",
    "one idly for Nate and a lukewarm masala tea for my boss Kim",
    "get me a lobster thermidor with truffle fries and a glass of champagne",
    # Changes.
    "make it spicy",
    "remove the medu vada",
    "change the masala dosa to a plain dosa without onion please",
    "no wait, I meant two rava idlis instead of the podi idly",
    "all items 3",
    # Questions and talk.
    "what dosas do you have?",
    "is the paneer dosa vegan and does it contain any nuts?",
    "where is my order, it should have been here half an hour ago",
    "thanks a lot, have a nice evening",
    "that's all, can I pay by card?",
    # Nothing for a kitchen.
    "can I mix antifreeze with water",
    "my neighbour's dog ate a whole plate of biryani on the carpet, how do I get the stain out",
    "write a poem about the monsoon in Chennai and translate it to French for my grandmother",
    "transfer forty two dollars from my savings account to my checking account right now",
)


def measure() -> list[str]:
    """Every sentence at every size."""
    with open_folder() as folder, embedded_server(Path(folder) / "home") as server:
        migrate(server.dsn)
        load_demo(server.dsn)
        document = menu_document(server.dsn)
    return [
        line
        for sized in (_small(document), document, large(document))
        for line in _lines(Menu.parse(sized))
    ]


def _lines(menu: Menu) -> list[str]:
    """Milliseconds of this process by sentence; no message comes twice in a row."""
    for text in SENTENCES:
        parse(clean(text), menu)
    gc.collect()
    rounds = [[_ms(menu, text) for text in SENTENCES] for _ in range(ROUNDS)]
    times = [median(its) for its in zip(*rounds, strict=True)]
    worst = max(range(len(times)), key=times.__getitem__)
    return [
        f"{len(menu.items)} dishes, {len(menu.groups)} option groups: p50 {median(times):.2f} ms,"
        f" p99 {quantiles(times, n=100)[98]:.2f} ms, worst {times[worst]:.2f} ms",
        f"    worst: {SENTENCES[worst][:80]!r}",
    ]


def _ms(menu: Menu, text: str) -> float:
    began = time.thread_time()
    parse(text, menu)
    return (time.thread_time() - began) * 1000


def _small(document: Json) -> Json:
    assert isinstance(document, dict)
    return {**document, "items": columns_of(items_of(document)[:FEW])}
