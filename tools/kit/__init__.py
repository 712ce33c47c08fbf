"""The kit every tool is made of: turn, result, the @tool mark, registry, errors, speech."""
