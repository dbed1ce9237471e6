"""What a new installation starts from: editions of the founding policies, and a fictional history."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import yaml

from tracker.archive import Archive, Description, Recording, Snapshot
from tracker.declarations import Declaration, DeclarationError, load


def plant(home: Path, archive: Archive) -> tuple[int, list[DeclarationError]]:
    """Record what ``seeds/`` holds of policies the archive does not know: how many versions, and mistakes.

    All or nothing: a policy that the archive has is never touched, and a run that ends early leaves nothing.
    """
    known = set(archive.policies())
    recordings: list[Recording] = []
    mistakes: list[DeclarationError] = []
    for declared, found in (_editions(home / "seeds"), _example(home / "seeds" / "example")):
        recordings += declared
        mistakes += found
    wanted = [recording for recording in recordings if recording.policy not in known]
    if wanted:
        with archive.writer() as writer:
            for recording in sorted(wanted, key=lambda r: r.fetched_at):
                writer.record(recording)
            writer.publish()
    return len(wanted), mistakes


def _described(declaration: Declaration) -> Description:
    return Description(declaration.service.name, declaration.source.type, declaration.about())


def _editions(seeds: Path) -> tuple[list[Recording], list[DeclarationError]]:
    folder = seeds / "editions"
    declared, mistakes = load(seeds / "declarations")
    if not (folder / "edition.yml").is_file():
        return [], mistakes
    written_at = _instant(folder / "edition.yml", _yaml(folder / "edition.yml").get("written_at"))
    texts = ((d, folder / f"{d.policy}.md") for d in declared)
    return [
        Recording(
            d.policy,
            text.read_bytes().decode(),
            written_at,
            subject="edition in our own words",
            declaration=d.digest,
            edition=True,
            description=_described(d),
        )
        for d, text in texts
        if text.is_file()
    ], mistakes


def _example(folder: Path) -> tuple[list[Recording], list[DeclarationError]]:
    history = folder / "history.yml"
    if not history.is_file():
        return [], []
    declared, mistakes = load(folder / "declarations")
    by_name = {d.policy: d for d in declared}
    told = _yaml(history)
    for policy in told.keys() - by_name.keys():
        mistakes.append(
            DeclarationError(history, 1, f"{policy} is not declared in {folder / 'declarations'}")
        )
    return [
        r for policy, rows in told.items() if policy in by_name for r in _told(by_name[policy], history, rows)
    ], mistakes


def _told(declaration: Declaration, history: Path, rows: list[dict[str, object]]) -> Iterator[Recording]:
    for number, row in enumerate(rows):
        content = (history.parent / str(row["text"])).read_bytes()
        upgrade = row.get("kind") == "upgrade"
        last_seen = row.get("last_seen_at")
        yield Recording(
            declaration.policy,
            content.decode(),
            _instant(history, row["fetched_at"]),
            None
            if upgrade
            else Snapshot(content, "md", {"media_type": "text/markdown", "fetcher": "example"}),
            _instant(history, last_seen) if last_seen else None,
            subject="read anew" if upgrade else "an invented version",
            declaration=declaration.digest,
            description=_described(declaration) if number == 0 else None,
        )


def _yaml(file: Path) -> dict[str, list[dict[str, object]]]:
    value = yaml.safe_load(file.read_text("utf-8"))
    if not isinstance(value, dict):
        raise DeclarationError(file, 1, "expected a mapping")
    return value


def _instant(file: Path, value: object) -> datetime:
    if not isinstance(value, datetime):
        raise DeclarationError(file, 1, f"expected an instant such as 2025-01-10T12:00:00Z, not {value!r}")
    return value if value.tzinfo else value.replace(tzinfo=UTC)
