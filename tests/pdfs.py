"""Small PDFs written by hand, for tests of what is read from them."""

from __future__ import annotations

from collections.abc import Sequence

Printed = tuple[str, float, float, str, float]
"""(text, left, baseline from the bottom, font: regular or bold, size), all in points on A4."""


def pdf(pages: Sequence[Sequence[Printed]], title: str = "") -> bytes:
    """A PDF with these lines on its pages."""
    fonts = "/F1 3 0 R /F2 4 0 R"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({title}) >>".encode("latin-1"),
    ]
    kids = []
    for page in pages:
        stream = b"\n".join(_shown(line) for line in page)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            f"/Resources << /Font << {fonts} >> >> >>".encode()
        )
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>".encode()
    return _file(objects)


def _shown(line: Printed) -> bytes:
    text, left, base, font, size = line
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    name = "F2" if font == "bold" else "F1"
    return f"BT /{name} {size} Tf {left} {base} Td ({escaped}) Tj ET".encode("cp1252")


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
    return bytes(out)


def policy_pages() -> list[list[Printed]]:
    """Two pages of an invented policy with a running header and page numbers."""
    first: list[Printed] = [
        ("Acme policies", 72, 805, "regular", 9),
        ("Privacy Policy", 72, 760, "bold", 20),
        ("Last updated: 1 March 2026", 72, 730, "regular", 11),
        ("1. What we collect", 72, 700, "bold", 14),
        ("We collect your name, your address and what you order, and we keep all", 72, 680, "regular", 11),
        ("of it apart from the rest.", 72, 666, "regular", 11),
        ("• your name;", 84, 646, "regular", 11),
        ("• your address.", 84, 632, "regular", 11),
        ("2. How long we keep it", 72, 600, "bold", 14),
        ("Orders are kept for seven years after the year of the order, and this", 72, 580, "regular", 11),
        ("1", 300, 30, "regular", 9),
    ]  # fmt: skip
    second: list[Printed] = [
        ("Acme policies", 72, 805, "regular", 9),
        ("paragraph goes on over the page.", 72, 760, "regular", 11),
        ("2.1 Logs", 72, 730, "bold", 12),
        ("Logs are kept for 12 months.", 72, 710, "regular", 11),
        ("2", 300, 30, "regular", 9),
    ]
    return [first, second]
