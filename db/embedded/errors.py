"""What the embedded server says when it cannot work."""


class EmbeddedError(RuntimeError):
    """The embedded server cannot work; one line says what, where, and what to do about it."""
