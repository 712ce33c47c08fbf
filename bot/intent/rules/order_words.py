"""What the words around the dishes of an order do. Words of the menu are looked up before these."""

from bot.intent.rules.vocabulary import ADD, ADD_LAST, BRING, FILLERS, NO, word_set

LEADS = (
    ADD
    | ADD_LAST
    | BRING
    | word_set("ordering wanted needed wish love id ill craving going looking begin start go order")
)
"""They ask for something."""

FRAME = (
    FILLERS
    | NO
    | LEADS
    | word_set(
        "about added after afternoon again all alot alright am amount another any appreciate"
        " appreciated are awesome been best beverage black both bottle bottles brown bunch but"
        " by can cans choice choose cold cool could craving day decided delicious deliver"
        " delivery dessert desserts did dinner do does doing don done dont drink drinks drizzle"
        " drizzles each eat enough entire evening every everyone family favorite favourite feel few"
        " filled filling first for fresh friend friends getting going good got great green"
        " guess guy guys hand happy has he hear help her here him his hot house how hungry"
        " husband if important include included including inside instead into is it its ive just"
        " kid kids know last layer leave lets like line long lot love lunch main mam man may"
        " maybe meal might mine moment moments morning much my myself name need new next night"
        " normal nothing now number off once only ordered ordering ordinary other our ours pack"
        " packs party people per perfect person piece pieces pl plain please possible pump pumps"
        " put quick ready red rest right rush said same say scoop scoops see seems side sides"
        " simple sir size sized sizes slice slices snack snacks some something sounds special"
        " specify splash spoon start stuff style supper tasty telling thank thanks that thatd"
        " thatll thats them themselves there these they thing things think this those though"
        " time today together tonight top topping toppings total try trying up us use usual very"
        " via wanna want wanting was way week well were while white whole wife will wonderful"
        " wondering work would yall yellow yep yet yum"
    )
)
"""They say nothing about what is wanted, once the sentence is an order."""

JOINS = word_set("and n plus also then aur mattum along but & or nor")
WITHS = word_set("with having topped add adding featuring containing including w includes include")
NOS = word_set(
    "no without dont leave minus hold skip avoid exclude except omit not none nor"
    " bina illama lekunda"
)
EXTRAS = word_set("extra double triple lots lot heavy additional more plenty xtra")
LIGHTS = word_set("light little less lightly bit easy lite touch hint dash")
KINDS = word_set("sauce syrup dressing flavor flavour topping toppings roast milk crust size sized")
"""After an option they only say what kind of thing it is; none of them is ordered by itself."""

KIND_OF = {
    "cheese": word_set(
        "american cheddar swiss provolone mozzarella parmesan pepperjack jack monterey feta goat"
        " blue gorgonzola ricotta vegan pecorino"
    ),
    "peppers": word_set("jalapeno jalapenos banana"),
    "pepper": word_set("jalapeno jalapenos banana"),
}
"""They say what they are by themselves: the "cheese" after "swiss" is not another one."""
COLOURS = word_set("black red green white yellow brown")
"""They name nothing by themselves."""
CONTAINERS = word_set(
    "order orders side sides bag bags glass glasses cup cups plate plates bowl bowls piece pieces"
    " bottle bottles can cans pack packs serving servings portion portions"
)
SIZES = word_set("small medium large regular")
UNITS = word_set("shot shots pump pumps scoop scoops slice slices drizzle splash dash")
SAME = {
    "guac": "guacamole",
    "mayo": "mayonnaise",
    "pie": "pizza",
    "pies": "pizza",
    "sub": "sandwich",
    "subs": "sandwich",
    "veggies": "vegetables",
    "expresso": "espresso",
    "shrooms": "mushrooms",
    "caf": "coffee",
}
"""What people call foods, for a menu that does not know the word."""
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
}
"""What whole names stand for, for a menu that has nothing called exactly so."""
