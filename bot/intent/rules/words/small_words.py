"""The closed classes of English: words that name nothing, whatever a shop sells.

Without apostrophes, as tokens are compared. A word of the menu is looked up before these.
"""

from bot.intent.rules.words.vocabulary import FILLERS, NO, word_set

_PERSONS = word_set(
    "i me my mine myself we us our ours ourselves you u ur your yours yourself yall he him his she"
    " her hers it its itself they them their theirs themselves someone somebody anyone anybody"
    " everyone everybody who whoever which whose"
)
_POINTING = word_set(
    "the this that these those there here each every all both either any some other others such"
    " same one ones another own else something anything nothing thing things few"
)
_HELPING = word_set(
    "am is are was were be been being do does did doing done has have had having can could will"
    " would shall should may might must gonna wanna gotta gotten got"
    " im ive id ill youre youve youd youll hes shes theyre theyd theyll weve wed were well thats"
    " thatd thatll itd itll theres heres lets whats isnt wont cant couldnt wouldnt"
)
_LINKING = word_set(
    "of in on at to from for by into onto inside over under off out up down about around after"
    " before between through during until till via per as than like but so because since then"
    " though although while when plus"
)
_HOW = word_set(
    "too also well very really quite rather just only simply much many more most even still yet"
    " again already always ever once now soon later today tonight tomorrow maybe perhaps possibly"
    " if possible probably definitely actually basically instead together altogether total number"
    " enough exactly though yep yup nope yum oh ah ooh hmm huh"
)
_MANNERS = word_set(
    "pl plz thx hiya howdy greetings good great nice awesome wonderful perfect lovely excellent"
    " fantastic beautiful happy glad love appreciate appreciated grateful cheers welcome excuse"
    " morning afternoon evening night day dear friend friends man mam maam dude guy guys folks sir"
    " alot much bunch favor favour kind favorite favourite fave best delicious tasty yummy special"
    " important right ready quick quickly rush ya yea yah yess ye"
)
_EATING = word_set(
    "breakfast lunch dinner supper brunch meal meals snack snacks dessert desserts starter"
    " starters drink drinks beverage beverages food side sides combo party people person family"
    " guests kid kids husband wife son daughter mom dad brother sister boss coworker hungry"
    " thirsty starving"
)
"""What an order is for, and for whom."""
_TALKING = word_set(
    "let see think guess please hear help work wonder wondering"
    " hope feel feeling decide decided choose choice pick wish mood try trying start begin use"
    " make made making makes prepare prepared comes come served put throw toss drinking eating eat"
    " sounds sound seems looks look enjoy getting wanting ordered added included"
    " deliver delivery specify way week long line name names first second next last rest another"
    " time minute moment back set"
)
"""What people do while they order."""
_SHAPES = word_set(
    "size sizes sized kind kinds type types sort style flavor flavors flavour flavours amount"
    " piece pieces pack packs can cans bottle bottles bunch hand side top topping toppings filling"
    " layer whole entire"
    " half single"
)
"""What there is of anything that is eaten or drunk; they name none of it."""

PLAIN = word_set("plain normal regular usual ordinary simple")
"""As it comes."""

SMALL_WORDS = (
    FILLERS
    | NO
    | _PERSONS
    | _POINTING
    | _HELPING
    | _LINKING
    | _HOW
    | _MANNERS
    | _EATING
    | _TALKING
    | _SHAPES
    | PLAIN
)
TELLERS = word_set("im i ive we were weve its it he hes she shes they theyre my our")
"""They begin a clause that tells."""
STATES = TELLERS - {"my", "our", "i", "we"}
"""What they say something is or has."""
MANNER = word_set(
    "hot cold iced warm warmed lukewarm tepid cool chilled frozen piping scalding steaming boiling"
    " temperature temp heated toasted grilled fried roasted steamed baked melted ground shredded"
    " diced minced sliced cut chopped crispy crisp crunchy soft fresh freshly done"
    " sweet foamy creamy thick thin runny spicy mild strong weak salty dry wet dark"
    " everything works"
    " black white red green blue yellow brown pink orange purple"
)
"""How a thing is served or tastes: for the kitchen, where it is no option."""
DEGREES = word_set(
    "too very really extra super nice nicely so quite piping scalding ice room slightly"
)
"""How much so: "not too hot"."""
_SHORTEST_ADVERB = 7


def is_adverb(word: str) -> bool:
    """Whether a word tells how, and so nothing of a dish: "preferably", "wrongly"."""
    return word.endswith("ly") and len(word) >= _SHORTEST_ADVERB
