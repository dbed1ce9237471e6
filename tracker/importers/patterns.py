"""Path patterns: where in a path the service, the policy's type and the date stand.

``{service}/{type}.md`` is a path of two parts; ``{date}`` is a day or an instant in figures; ``*`` is
anything within one part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath

_FIELDS = {
    "{service}": "(?P<service>[^/]+?)",
    "{type}": "(?P<type>[^/]+)",
    "{date}": r"(?P<date>\d{4}-?\d\d-?\d\d(?:[T_ -]?\d\d[-:.]?\d\d(?:[-:.]?\d\d)?Z?)?)",
    "*": "[^/]*",
}
_HIDDEN = re.compile(r"\.|\.\.|\.[a-z][a-z_-]*")
_NOT_POLICIES = frozenset(
    [
        "readme",
        "license",
        "licence",
        "copying",
        "notice",
        "contributing",
        "changelog",
        "security",
        "code_of_conduct",
    ]
)


class PatternError(ValueError):
    """A pattern that cannot find what is needed: says what is missing."""


@dataclass(frozen=True, slots=True)
class Place:
    """What a path says of the text it leads to."""

    service: str
    type: str
    at: datetime | None
    """None when the pattern has no date."""
    date_only: bool
    suffix: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern with the service to be taken where it names none."""

    text: str
    service: str | None = None

    def __post_init__(self) -> None:
        unknown = set(re.findall(r"\{[^}]*\}", self.text)) - set(_FIELDS)
        if unknown:
            raise PatternError(
                f"pattern {self.text!r}: {', '.join(sorted(unknown))} is not known: {', '.join(_FIELDS)}"
            )
        if any(self.text.count(name) > 1 for name in _FIELDS if name != "*"):
            raise PatternError(f"pattern {self.text!r}: each of service, type and date once at most")
        if "{service}" not in self.text and not self.service:
            raise PatternError(
                f"pattern {self.text!r} has no {{service}}: say whose the texts are with --service"
            )

    def find(self, path: str) -> Place | None:
        """What the path says; None when it does not fit, or leads to a README and its kind."""
        found = re.fullmatch(_expression(self.text), path)
        if found is None or _is_aside(path):
            return None
        parts = found.groupdict()
        written = parts.get("date")
        at = None if written is None else _instant(written)
        if written is not None and at is None:
            return None
        pure = PurePosixPath(path)
        title = parts.get("type") or (pure.stem if written is None else pure.parent.name)
        service = parts.get("service") or self.service
        suffix = _suffix(pure)
        if not service or not title or suffix is None:
            return None
        return Place(service, title, at, written is not None and _figures(written) == 8, suffix)


def _expression(pattern: str) -> re.Pattern[str]:
    pieces = re.split(r"(\{service\}|\{type\}|\{date\}|\*)", pattern)
    return re.compile("".join(_FIELDS.get(piece, re.escape(piece)) for piece in pieces), re.DOTALL)


def _is_aside(path: str) -> bool:
    """Not a policy by its name: a README, a licence, a tool's folder (".github", but not ".NET")."""
    parts = path.split("/")
    return parts[-1].split(".")[0].lower() in _NOT_POLICIES or any(map(_HIDDEN.fullmatch, parts))


def _suffix(path: PurePosixPath) -> str | None:
    """What the text's file ends in, in the archive; None for what is no text."""
    return {".md": "md", ".markdown": "md", ".txt": "txt", "": "txt"}.get(path.suffix.lower())


def _figures(written: str) -> int:
    return sum(map(str.isdigit, written))


def _instant(written: str) -> datetime | None:
    """The instant in "2024-03-01", "20240301T060011Z" or "2024-03-01_06-00"; UTC."""
    figures = re.sub(r"\D", "", written).ljust(14, "0")
    try:
        return datetime.strptime(figures, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
