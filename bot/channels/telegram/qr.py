"""A QR code as a picture."""

from io import BytesIO

import segno

SCALE = 8


def qr_png(text: str) -> bytes:
    """The text as a QR code, a PNG a phone reads off another screen."""
    picture = BytesIO()
    segno.make_qr(text, error="m").save(picture, kind="png", scale=SCALE)
    return picture.getvalue()
