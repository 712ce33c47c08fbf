"""The bot's own open questions: a typed answer to one of them needs no LLM."""

from bot.answers.answers import Answers

__all__ = ["Answers"]
