"""The words of ordering, by what they do in a sentence: lower case, without apostrophes."""

from bot.intent.rules.words.tokens import latin


def word_set(text: str) -> frozenset[str]:
    """The words of a row, to look things up in."""
    return frozenset(latin(word) for word in text.split())


YES_ABROAD = (
    "haan haanji hanji han theek thik accha acha sahi aamam aama aamaa ama seri sari avunu sare"
    " haudu howdu athe athey sheri हाँ हां ठीक अच्छा सही ஆம் ஆமா ஆமாம் சரி అవును సరే ಹೌದು ಸರಿ അതെ ശരി"
)
"""Yes, and well: Hindi, Tamil, Telugu, Kannada and Malayalam, in both scripts."""

POLITE = word_set(
    "please pls plz kindly ok okay yes yeah yep sure well um uh so just thanks thank hi hello hey"
    " sir madam bro anna akka bhai bhaiya bhaiyya boss sorry wait oops"
    f" {YES_ABROAD}"
)
NO = word_set("no nope nah nahi nahin illa illai vendam fine great cool hmm alright")
"""With polite words only, an answer that changes nothing."""

FILLERS = POLITE | word_set(
    "the some me us my our for of to i we you id ill im ive let lets would could can may will in on"
    " at as be from now really actually cart basket bag order orders item items piece pieces nos"
    " plate plates cup cups glass glasses bowl bowls serving servings portions mujhe humko hamko"
    " enakku naaku nanage konjam zara"
)
"""Words that carry nothing once the sentence is known to be an order."""

ADD = word_set("add buy order want like prefer get have give need take gimme wanna try grab")
ADD_LAST = word_set(
    "chahiye venum vendum kavali beku kodu kodunga kudu kudunga podu podunga dena dedo dijiye"
    " ivvandi दीजिए दीजिये चाहिए चाहिये दे देना வேண்டும் கொடுங்கள் கொடு கொடுங்க குடுங்க కావాలి ఇవ్వండి"
    " ಬೇಕು ಕೊಡಿ വേണം തരൂ"
)
"""These ask for a dish, even one the menu does not have; the last ones stand after it."""

BRING = word_set("send bring make put place include pack serve provide")
"""Asks for a dish only when it is one of the menu's."""

ARTICLES = word_set("a an")
JOINERS = word_set("and n plus also then aur mattum மற்றும் మరియు ಮತ್ತು along but")
WITH = word_set("with having")
SIDE = word_set("side sides")
NEGATIONS = word_set("no without minus hold skip bina illama lekunda illade இல்லாமல் ಇಲ್ಲದೆ ഇല്ലാതെ")
AMOUNTS = word_set("extra less light double triple little")
MORE = word_set("more another again additional")
REMOVE = word_set("remove delete cancel drop subtract scratch omit exclude eliminate discard")
CHANGE = word_set("change make set update modify")
INTO = word_set("in on to for from")
POINTERS = word_set("it that this those these them same")
ORDINALS = word_set("first second third fourth fifth sixth seventh eighth last other")
POINTED = word_set("one ones again thing item dish")
QUESTIONS = word_set(
    "what whats which why how hows who whom whose where wheres when is are was were does did should"
    " tell explain say know think anyone if whether"
)
NOT_AN_ORDER = (
    QUESTIONS
    | REMOVE
    | (CHANGE - BRING)
    | word_set("instead replace dont not never stop vendam venda beda nahi nahin nako illa illai")
)
"""No sentence with one of these orders a dish, whatever else is in it."""
