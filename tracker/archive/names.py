"""Names of policies: ``service/policy``, two parts that are safe as a path, an address and a word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from hashlib import sha256

_PART = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9_-])?")
_LONGEST = 80

_TABLE = """
а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh
щ:shch ъ: ы:y ь: э:e ю:yu я:ya і:i ї:yi є:ye ґ:g ў:u
α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o
ß:ss æ:ae œ:oe ø:o ł:l đ:d ð:d þ:th ı:i
"""
_LETTERS = dict(row.split(":") for row in _TABLE.split())


class BadNameError(ValueError):
    """A policy name that cannot be a folder of the archive: says what is wrong with it."""


def checked(policy: str) -> str:
    """The name itself, once it is certain that it is safe; raises BadNameError otherwise."""
    parts = policy.split("/")
    if len(parts) != 2 or not all(_is_part(part) for part in parts):
        raise BadNameError(
            f"{policy!r} is no policy name: two parts like oktee/privacy-policy, each of a-z, 0-9, '.', '_' "
            f"and '-', beginning with a letter or figure, without '..', {_LONGEST} characters at most"
        )
    return policy


def slug(title: str) -> str:
    """A part of a name from a title as people write it: "Privacy Policy" is ``privacy-policy``.

    Letters of other scripts are transliterated where a table knows them and else stand as their code
    point (``u5fae``), so that different titles stay different; what is too long ends in a digest.
    """
    letters = "".join(map(_letter, unicodedata.normalize("NFC", title).lower()))
    plain = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode().lower()
    part = re.sub(r"\.{2,}", ".", re.sub(r"[^a-z0-9._]+", "-", plain)).strip("-._")
    if len(part) > _LONGEST:
        part = (
            f"{part[: _LONGEST - 9].rstrip('-._')}-{sha256(title.encode('utf-8', 'replace')).hexdigest()[:8]}"
        )
    return part or "unnamed"


def apart(name: str, taken: Container[str]) -> str:
    """The name, or with the first number that keeps it apart from those taken: ``privacy-policy-2``."""
    if name not in taken:
        return name
    stem, number = name[: _LONGEST - 6], 2
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"


def _is_part(part: str) -> bool:
    return len(part) <= _LONGEST and ".." not in part and _PART.fullmatch(part) is not None


def _letter(letter: str) -> str:
    bare = unicodedata.normalize("NFKD", letter)[0]
    known = _LETTERS.get(letter, _LETTERS.get(bare))
    if known is not None:
        return known
    return letter if bare.isascii() or not letter.isalnum() else f"-u{ord(letter):x}-"
