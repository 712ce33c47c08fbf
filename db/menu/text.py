"""Reads the text of a menu or shop file, or says in one sentence why there is none to read."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

from db.menu.problems import MenuFileError

MOST_BYTES = 16 * 1024 * 1024
OTHERS = {
    BOM_UTF16_LE: "in UTF-16",
    BOM_UTF16_BE: "in UTF-16",
    b"PK\x03\x04": "a spreadsheet or archive",
    b"%PDF": "a PDF",
}


def menu_text(path: Path, forms: str = "JSON, or as CSV") -> str:
    """The text of a file in UTF-8, with or without a byte order mark; `forms` it could have.

    Raises MenuFileError, OSError.
    """
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    reason = _unreadable(content, forms)
    if reason is not None:
        raise MenuFileError(path, [f"file: {reason}"])
    return content.removeprefix(BOM_UTF8).decode()


def _unreadable(content: bytes, forms: str) -> str | None:
    if len(content) > MOST_BYTES:
        return f"is larger than {MOST_BYTES // 1024 // 1024} MiB; is it the right file?"
    if not content.removeprefix(BOM_UTF8).strip():
        return "is empty"
    for begin, what in OTHERS.items():
        if content.startswith(begin):
            return f"is {what}; save it as {forms}, in UTF-8"
    if b"\x00" in content[:100]:
        return "is not a text in UTF-8; save it in UTF-8"
    try:
        content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return (
            f"is not in UTF-8 (line {line}, byte 0x{content[error.start]:02x});"
            " save it in UTF-8 (a spreadsheet calls it “CSV UTF-8”)"
        )
    return None
