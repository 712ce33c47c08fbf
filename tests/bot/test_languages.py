"""Languages: what people have chosen, as far as a process has met them."""

from bot.languages import Languages

ASHA, RAVI = ("demo", "telegram", "1"), ("demo", "telegram", "2")


def test_a_choice_counts_before_the_tag() -> None:
    languages = Languages()
    assert languages.of(ASHA, "ta") == "ta"
    languages.note(ASHA, "hi")
    assert (languages.of(ASHA, "ta"), languages.of(RAVI, None)) == ("hi", None)
    languages.note(ASHA, None)
    assert languages.of(ASHA, "ta") == "ta"


def test_who_was_met_longest_ago_is_forgotten_first() -> None:
    languages = Languages(max_people=2)
    for person in ("1", "2", "1", "3"):
        languages.note(("demo", "telegram", person), "hi")
    known = [languages.of(("demo", "telegram", person), None) for person in ("1", "2", "3")]
    assert known == ["hi", None, "hi"]
