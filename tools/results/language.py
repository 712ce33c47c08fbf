"""The language of the replies: which there are, what they are called, and that one is chosen."""

from collections.abc import Mapping
from dataclasses import dataclass

from tools.kit.call import Call
from tools.kit.result import Button, Result, Rows
from tools.kit.speech import Speech
from tools.kit.turn import Tenant
from tools.menu import words_of
from tools.results.buttons import in_rows

NAMES: Mapping[str, str] = {"en": "English", "hi": "हिन्दी", "ta": "தமிழ்"}
"""What each language calls itself."""
_CALLED = {
    name: language
    for language, names in {
        "en": "en english angrezi angilam inglish अंग्रेज़ी अंग्रेजी इंग्लिश ஆங்கிலம் ஆங்கிலத்தில் இங்கிலீஷ்",
        "hi": "hi hindi हिन्दी हिंदी இந்தி ஹிந்தி இந்தியில்",
        "ta": "ta tamil tamizh thamizh तमिल தமிழ் தமிழில்",
    }.items()
    for name in words_of(names)
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageChosen(Result):
    """The language is kept for good; the reply is the first one in it."""

    language: str

    def text(self, say: Speech) -> str:
        """That it is so, in that language."""
        return say(
            "All right, I'll write in {language} from now on.", language=NAMES[self.language]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class WhichLanguage(Result):
    """The languages the shop offers."""

    offered: tuple[str, ...]
    asks: bool = True

    def text(self, say: Speech) -> str:
        """The question."""
        return say("Which language shall I write in?")

    def buttons(self, say: Speech) -> Rows:
        """Each by its own name."""
        return in_rows(
            [Button(NAMES[one], Call("choose_language", {"language": one})) for one in self.offered]
        )


def offered_by(tenant: Tenant) -> tuple[str, ...]:
    """The languages a shop speaks."""
    spoken = (*tenant.languages, tenant.language)
    return tuple(one for one in NAMES if not tenant.languages or one in spoken)


def language_meant(words: str, offered: tuple[str, ...]) -> str | None:
    """The one of them that these words name; None: none."""
    called = (_CALLED.get(word) for word in words_of(words))
    return next((one for one in called if one in offered), None)
