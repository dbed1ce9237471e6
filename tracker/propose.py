"""A declaration proposed from an address alone: what would be tracked, and what flickers between looks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from tracker import gate
from tracker.assess import read
from tracker.declarations import DeclarationError, parse
from tracker.extract import Extraction, extract, media_type
from tracker.extract.several import kind_of
from tracker.fetch import Fetched, Fetcher
from tracker.model import Reading
from tracker.sections.language import language

_TYPES = {
    "privacy": ("privacy-policy", "Privacy Policy"),
    "trackers": ("cookie-policy", "Trackers Policy"),
    "terms": ("terms-of-service", "Terms of Service"),
    "processor": ("data-processor-agreement", "Data Processor Agreement"),
    "use": ("acceptable-use-policy", "Acceptable Use Policy"),
    "imprint": ("imprint", "Imprint"),
    "commercial": ("commercial-terms", "Commercial Terms"),
}
_SECOND_LEVEL = frozenset(("co", "com", "org", "net", "ac", "gov", "gouv", "gob"))
_BETWEEN = re.compile(r"\s+[|–—·:-]\s+|\s*\|\s*")


class ProposalError(Exception):
    """No declaration can be proposed or written: says why and what to do."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would be declared and tracked."""

    service: str
    name: str
    policy: str
    type: str
    url: str
    language: str | None
    reading: Reading
    doubts: tuple[str, ...]
    flickered: tuple[str, ...]
    """Lines that only one of two looks showed."""

    def yaml(self) -> str:
        """The declaration of the service with this one policy."""
        head = {"service": self.service, "name": self.name}
        return f"{_dumped(head)}policies:\n{self.entry()}"

    def entry(self) -> str:
        """The policy alone, as it stands under ``policies``."""
        told = {"type": self.type, "url": self.url} | ({"language": self.language} if self.language else {})
        lines = _dumped(told).splitlines()
        return f"  {self.policy}:\n" + "".join(f"    {line}\n" for line in lines)


def propose(url: str, fetcher: Fetcher) -> Proposal:
    """What is found at an address in two looks; ``ProposalError`` when it does not answer."""
    first, second = (_received(url, fetcher) for _ in range(2))
    found, again = _extracted(url, first), _extracted(url, second)
    assert first.answer is not None
    spoken = language(found.text) or found.language
    reading = read(found.text)
    kind = _kind(url, found, reading)
    policy, type_ = _TYPES.get(kind, ("policy", "Policy"))
    look = gate.Look(
        url, first.answer.url, first.answer.status, first.content.decode("utf-8", "replace"), found.text,
        found.title, spoken, found.locale, first.answer.complete, first.media_type,
    )  # fmt: skip
    doubts = tuple(doubt.reason for doubt in gate.doubts(look)) + found.warnings
    service = _service(url)
    flickered = tuple(_only_in(found.text, again.text) + _only_in(again.text, found.text))
    name = _name(found.title, kind) or service.title()
    return Proposal(service, name, policy, type_, url, spoken, reading, doubts, flickered)


def write(proposal: Proposal, folder: Path) -> Path:
    """The declaration file with the proposal in it; ``ProposalError`` when it cannot be added safely."""
    file = folder / f"{proposal.service}.yml"
    if not file.exists():
        text = proposal.yaml()
    else:
        before = file.read_text("utf-8")
        if proposal.policy in parse(file, before).policies:
            raise ProposalError(f"{file} declares {proposal.policy} already: give it another name by hand")
        text = before.rstrip("\n") + "\n" + proposal.entry()
    try:
        if proposal.policy not in parse(file, text).policies:
            raise ProposalError(f"{file} ends in something else than policies: add the entry by hand")
    except DeclarationError as error:
        raise ProposalError(f"{error}: add the entry by hand") from error
    folder.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def _received(url: str, fetcher: Fetcher) -> Fetched:
    fetched = fetcher.fetch(url)
    if fetched.outcome != "received":
        raise ProposalError(f"{url}: {fetched.reason or fetched.outcome}")
    return fetched


def _extracted(url: str, fetched: Fetched) -> Extraction:
    kind = media_type(fetched.content, url)
    said = fetched.media_type if fetched.media_type in ("application/pdf", "text/markdown") else kind
    return extract(fetched.content, said, url=url, charset=fetched.charset)


def _kind(url: str, found: Extraction, reading: Reading) -> str:
    """What kind of policy it is, by its title, its first headings or its address; "" when none tells."""
    headings = [section.heading or "" for section in reading.sections[:4]]
    place = urlsplit(url).path.rsplit("/", 1)[-1].replace("-", " ").replace("_", " ")
    candidates = [*_BETWEEN.split(found.title or ""), reading.title or "", *headings, place]
    return next((kind for words in candidates if (kind := kind_of(words))), "")


def _service(url: str) -> str:
    """A name for the service out of its host: "www.oktee.io" is oktee."""
    labels = [label for label in (urlsplit(url).hostname or "").lower().split(".") if label != "www"]
    at = -3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else -2
    name = labels[at] if len(labels) >= -at else "service"
    return name if re.fullmatch(r"[a-z][a-z0-9-]{0,62}", name) else "service"


def _name(title: str | None, kind: str) -> str | None:
    """The service's name out of a page's title: what is not the policy's kind."""
    parts = [part.strip() for part in _BETWEEN.split(title or "")]
    others = [part for part in parts if part and kind_of(part) != kind]
    return others[-1][:120] if len(parts) > 1 and others else None


def _only_in(text: str, other: str) -> list[str]:
    known = set(other.split("\n"))
    return [line for line in text.split("\n") if line and line not in known]


def _dumped(value: dict[str, str]) -> str:
    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=10_000)
