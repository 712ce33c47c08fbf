"""What the words around the dishes of an order do. Words of the menu are looked up before these."""

from bot.intent.rules.words.small_words import SMALL_WORDS
from bot.intent.rules.words.vocabulary import ADD, ADD_LAST, ARTICLES, BRING, word_set

LEADS = (
    ADD
    | ADD_LAST
    | BRING
    | word_set(
        "ordering wanted needed wish love craving crave fancy going looking go order grab do done"
        " placing place throw make start begin needing wanting having getting taking trying"
    )
)
"""They ask for something."""

FRAME = SMALL_WORDS | LEADS
"""They say nothing about what is wanted, once the sentence is an order."""

JOINS = word_set("and n plus also then aur mattum மற்றும் మరియు ಮತ್ತು along but & or nor")
WITHS = word_set("with having topped add adding featuring containing including w includes include")
NOS = word_set(
    "no without dont leave minus hold skip avoid exclude except omit not none nor"
    " bina illama lekunda illade இல்லாமல் ಇಲ್ಲದೆ ഇല്ലാതെ"
)
EXTRAS = word_set("extra double triple lots lot heavy additional more plenty xtra")
LIGHTS = word_set("light little less lightly bit easy lite touch hint dash")
KINDS = word_set("sauce syrup dressing flavor flavour topping toppings roast milk crust size sized")
"""After an option they only say what kind of thing it is; none of them is ordered by itself."""

FOODS = word_set(
    "cookie cookies cake cakes pie pies muffin muffins bar bars bread sandwich sandwiches sub subs"
    " wrap wraps roll rolls burger burgers pizza pizzas taco tacos bowl bowls salad salads soup"
    " soups curry curries rice noodles pasta dish dishes platter plate meal combo chips crisps"
    " fries drink drinks juice juices soda sodas pop coffee coffees tea teas shake shakes smoothie"
    " beverage"
)
"""What kinds of food and drink are called: the "cookie" after "oatmeal raisin" is no dish of its
own."""

KIND_OF = {
    "cheese": word_set(
        "american cheddar swiss provolone mozzarella parmesan pepperjack jack monterey feta goat"
        " blue gorgonzola ricotta vegan pecorino"
    ),
    "peppers": word_set("jalapeno jalapenos banana"),
    "pepper": word_set("jalapeno jalapenos banana"),
}
"""They say what they are by themselves: the "cheese" after "swiss" is not another one."""
CONTAINERS = word_set(
    "order orders side sides bag bags glass glasses cup cups plate plates bowl bowls piece pieces"
    " bottle bottles can cans pack packs serving servings portion portions"
)
SIZES = word_set("small medium large regular")
UNITS = word_set(
    "shot shots pump pumps scoop scoops slice slices drizzle drizzles splash dash squirt squirts"
    " sprinkle spoon spoons teaspoon teaspoons drop drops layer layers"
)
"""What an option is measured in."""
SAME = {
    "decaffeinated": "decaf",
    "med": "medium",
    "lg": "large",
    "sm": "small",
    "reg": "regular",
    "choc": "chocolate",
    "milkshake": "shake",
    "milkshakes": "shake",
    "guac": "guacamole",
    "mayo": "mayonnaise",
    "pie": "pizza",
    "pies": "pizza",
    "sub": "sandwich",
    "subs": "sandwich",
    "veggies": "vegetables",
    "expresso": "espresso",
    "barbecue": "bbq",
    "barbeque": "bbq",
    "shrooms": "mushrooms",
    "caf": "coffee",
}
"""What people call foods, for a menu that does not know the word."""
SAME_BEHIND = {("sugar", "free"): ("zero", "no")}
"""A word for others, right behind the first."""
SAME_NAME = {
    ("coke",): ("coca", "cola"),
    ("cokes",): ("coca", "cola"),
    ("coco", "cola"): ("coca", "cola"),
    ("coca", "cola"): ("coke",),
    ("fries",): ("french", "fries"),
    ("fry",): ("french", "fries"),
    ("burger",): ("hamburger",),
    ("burgers",): ("hamburger",),
    ("doctor", "pepper"): ("dr", "pepper"),
    ("coffee",): ("drip", "coffee"),
    ("everything",): ("all", "toppings"),
    ("two", "shots"): ("double",),
    ("2", "shots"): ("double",),
    ("three", "shots"): ("triple",),
    ("3", "shots"): ("triple",),
    ("four", "shots"): ("quadruple",),
    ("4", "shots"): ("quadruple",),
}
"""What whole names stand for, for a menu that has nothing called exactly so."""

KNOWN_WORDS = FRAME | JOINS | WITHS | NOS | EXTRAS | LIGHTS | ARTICLES | KINDS
"""Every word that does something in any order: mistyped they are no dish, and part of none."""
