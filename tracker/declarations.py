"""Declarations: where and how to obtain a policy; YAML under ``seeds/declarations/``, one file a service."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml
from cssselect import parse as parse_css
from cssselect.parser import SelectorError
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # a PyYAML built without libyaml: slower, the same values
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

_NAME = r"^[a-z0-9][a-z0-9._-]{0,63}$"
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_SHORTEST = timedelta(minutes=5)


class DeclarationError(Exception):
    """A mistake in a declaration: names the file, the line (1-based) and what was expected."""

    def __init__(self, file: Path, line: int, problem: str) -> None:
        super().__init__(f"{file}:{line}: {problem}")
        self.file = file
        self.line = line


def _interval(value: object) -> timedelta:
    found = re.fullmatch(r"(\d{1,4})\s*([mhdw])", str(value).strip())
    if not found:
        raise ValueError("expected a number and m, h, d or w, such as 6h")
    every = timedelta(**{_UNITS[found[2]]: int(found[1])})
    if every < _SHORTEST:
        raise ValueError("expected 5m or more: asking oftener is a burden on the publisher")
    return every


def _address(value: str) -> str:
    try:
        parts = urlsplit(value)
    except ValueError as error:
        raise ValueError(f"expected an address such as https://example.org/privacy ({error})") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"[\s\\\x00-\x1f]", value):
        raise ValueError("expected an address such as https://example.org/privacy")
    if parts.username or parts.password:
        raise ValueError("expected an address without a name or password in it")
    return value


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ValueError("expected the name of a time zone such as Europe/Paris") from error
    return value


def _selector(value: str) -> str:
    try:
        parse_css(value)
    except SelectorError as error:
        raise ValueError(f"expected a CSS selector such as main or .policy ({error})") from error
    return value


def _list(value: object) -> object:
    return [value] if isinstance(value, str) else value


Address = Annotated[str, AfterValidator(_address)]
Selectors = Annotated[tuple[Annotated[str, AfterValidator(_selector)], ...], BeforeValidator(_list)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(_Strict):
    """Where and how one policy is obtained. Without ``url`` the policy is known but not watched."""

    type: str = Field(min_length=1, max_length=120)
    url: Address | None = None
    every: Annotated[timedelta, BeforeValidator(_interval)] | None = None
    language: str | None = Field(None, pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$")
    select: Selectors = ()
    remove: Selectors = ()
    browser: bool = False
    also: tuple[Address, ...] = ()


class Service(_Strict):
    """One declared service with its policies."""

    service: str = Field(pattern=_NAME)
    name: str = Field(min_length=1, max_length=120)
    country: str | None = Field(None, pattern=r"^[A-Z]{2}$")
    time_zone: Annotated[str, AfterValidator(_zone)] | None = None
    policies: dict[Annotated[str, Field(pattern=_NAME)], Source] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Declaration:
    """One declared policy with its service."""

    policy: str
    service: Service
    source: Source
    digest: str
    """First 12 hex digits of the SHA-256 of what is declared: it changes when the reading of pages may."""

    def about(self) -> dict[str, str]:
        """What is declared of the publisher and the page, for the archive: only what is known."""
        told = {
            "url": self.source.url,
            "country": self.service.country,
            "time_zone": self.service.time_zone,
            "language": self.source.language,
        }
        return {name: value for name, value in told.items() if value}


def load(folder: Path) -> tuple[list[Declaration], list[DeclarationError]]:
    """The declarations of a folder in order of file name, and the mistakes found; one never hides another."""
    declared: list[Declaration] = []
    mistakes: list[DeclarationError] = []
    seen: dict[str, Path] = {}
    for file in sorted([*folder.glob("*.yml"), *folder.glob("*.yaml")]):
        try:
            service = parse(file, file.read_text("utf-8"))
        except DeclarationError as mistake:
            mistakes.append(mistake)
        except (OSError, UnicodeDecodeError) as error:
            mistakes.append(DeclarationError(file, 1, f"cannot be read as UTF-8 text: {error}"))
        else:
            if service.service in seen:
                problem = f"service {service.service} is declared already in {seen[service.service]}"
                mistakes.append(DeclarationError(file, 1, problem))
                continue
            seen[service.service] = file
            declared += each(service)
    return declared, mistakes


def parse(file: Path, text: str) -> Service:
    """The service declared in a text; ``DeclarationError`` with the line of the first mistake."""
    try:
        node = yaml.compose(text, Loader=Loader)
        value = yaml.load(text, Loader=Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        raise DeclarationError(file, mark.line + 1 if mark else 1, f"not YAML: {problem}") from None
    for line, key in _repeated(node):
        raise DeclarationError(file, line, f"{key} stands twice: keep one")
    try:
        return Service.model_validate(value)
    except ValidationError as error:
        first = error.errors()[0]
        raise DeclarationError(file, _line(node, first["loc"]), _problem(first)) from None


def each(service: Service) -> Iterator[Declaration]:
    """The declared policies of one service."""
    for name, source in service.policies.items():
        declared = source.model_dump_json(exclude={"every"}) + service.model_dump_json(exclude={"policies"})
        digest = hashlib.sha256(declared.encode()).hexdigest()[:12]
        yield Declaration(f"{service.service}/{name}", service, source, digest)


_EXPECTED = {
    "extra_forbidden": "not known here: expected one of the keys of the documentation",
    "missing": "missing",
    "string_pattern_mismatch": "{input!r} does not fit {ctx[pattern]}",
    "string_type": "expected words, found {input!r}: put them in quotation marks",
    "string_too_short": "empty: expected words",
    "bool_type": "expected true or false, found {input!r}",
    "dict_type": "expected a policy's name on each line below, and what is declared of it below that",
    "too_short": "expected at least one policy",
}
"""What is said of a mistake by its type, where that says more than the checker's own words."""


def _problem(mistake: Any) -> str:
    place = ".".join(str(part) for part in mistake["loc"] if part != "[key]")
    message = str(mistake["msg"]).removeprefix("Value error, ")
    if mistake["type"] in ("model_type", "model_attributes_type"):
        message = _no_keys(mistake["input"], "type and url" if place else "service, name and policies")
    elif mistake["type"] in _EXPECTED:
        message = _EXPECTED[mistake["type"]].format(**mistake)
    return f"{place}: {message}" if place else message


def _no_keys(found: object, keys: str) -> str:
    """What is said where keys were expected and there is nothing, or something else."""
    return f"{'declares nothing' if found is None else 'has no keys'}: expected {keys}"


def _line(node: yaml.Node | None, place: Sequence[int | str]) -> int:
    """The line (1-based) of the deepest part of ``place`` that stands in the file."""
    line = 1
    for part in place:
        found = None
        if isinstance(node, yaml.MappingNode):
            found = next(((k, v) for k, v in node.value if k.value == part), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            found = (node.value[part], node.value[part])
        if found is None:
            break
        line, node = found[0].start_mark.line + 1, found[1]
    return line


def _repeated(node: yaml.Node | None) -> Iterator[tuple[int, str]]:
    """Keys that stand twice in one mapping: YAML itself would keep the last and say nothing."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _repeated(item)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                yield key.start_mark.line + 1, key.value
            seen.add(key.value)
            yield from _repeated(value)
