"""What the pages ask the public database: one function for each question, rows as dicts. Reads only."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tracker.site import links

Row = dict[str, Any]

SQL_LENGTH = 8 * 1024 * 1024
"""Bytes no value in a query may exceed (one query took 2 GB past its time limit without it)."""

QUIET = ("layout", "furniture", "capture", "none")


class Store:
    """The public database, read-only, one connection a thread."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._own = threading.local()

    def connection(self) -> sqlite3.Connection:
        kept: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if kept is None:
            kept = sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=ro", uri=True, timeout=5)
            kept.row_factory = sqlite3.Row
            kept.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, SQL_LENGTH)
            kept.execute("pragma query_only = on")
            self._own.connection = kept
        return kept

    def rows(self, sql: str, *values: Any) -> list[Row]:
        return [dict(row) for row in self.connection().execute(sql, values)]

    def row(self, sql: str, *values: Any) -> Row | None:
        found = self.connection().execute(sql, values).fetchone()
        return dict(found) if found else None

    def edition(self) -> int:
        """A number that differs whenever another connection has written: the key of everything cached."""
        return int(self.connection().execute("pragma data_version").fetchone()[0])

    # --- home

    def totals(self) -> Row:
        return (
            self.row(
                """select (select count(*) from services) as services,
                (select count(*) from policies) as policies,
                (select count(*) from versions) as versions,
                (select count(*) from states) as states,
                (select coalesce(sum(count), 0) from checks) as checks,
                (select max(checked_at) from policies) as checked_at,
                (select max(fetched_at) from versions where kind <> 'edition') as fetched_at,
                (select count(*) from policies where edition = 1) as editions"""
            )
            or {}
        )

    def lately(self, significance: str, limit: int) -> list[Row]:
        """The newest steps of one significance, returns left out."""
        return self.rows(
            """select what_changed.*, policies.type, previous.commit_hash as previous_commit
            from what_changed
            join policies on policies.policy = what_changed.policy
            join versions as previous on previous.version = what_changed.previous
            where what_changed.significance = ? and what_changed.returns = 0
            order by what_changed.fetched_at desc, what_changed.version desc limit ?""",
            significance, limit,
        )  # fmt: skip

    def quiet_since(self, instant: str) -> Row:
        return self.row(
            f"""select count(*) as versions, coalesce(sum(returns), 0) as returns from versions
            where fetched_at >= ? and previous is not null and kind = 'capture'
                and (returns = 1 or significance in {QUIET!r})""",
            instant,
        ) or {"versions": 0, "returns": 0}

    def activity(self) -> list[Row]:
        return self.rows("select month, significance, versions from activity order by month")

    def flags(self, shown: Sequence[str], limit: int) -> tuple[list[Row], list[Row]]:
        """How often each flag was raised, commonest first; the newest substantive steps with some of them.

        One way through the verdicts for both: finding those that are flagged is most of the work.
        """
        raised = self.rows(
            """select verdict, value, fetched_on, significance from flagged
            order by fetched_on desc, verdict desc"""
        )
        totals: dict[str, Row] = {}
        for row in raised:
            told = totals.setdefault(
                row["value"], {"value": row["value"], "steps": 0, "newest": row["fetched_on"]}
            )
            told["steps"] += 1
        newest = [r for r in raised if r["value"] in shown and r["significance"] == "substantive"][:limit]
        return sorted(totals.values(), key=lambda told: -told["steps"]), self._flagged(newest)

    def _flagged(self, rows: Sequence[Row]) -> list[Row]:
        """The verdicts of these rows with their steps, in the same order."""
        marks = ",".join("?" * len(rows))
        return self.rows(
            f"""select verdicts.verdict, verdicts.value, verdicts.certainty, verdicts.reason, verdicts.policy,
                verdicts.fetched_on, policies.name as policy_name, versions.headline, versions.commit_hash,
                previous.commit_hash as previous_commit
            from verdicts join versions on versions.version = verdicts.version
            join policies on policies.policy = verdicts.policy
            left join versions as previous on previous.version = versions.previous
            where verdicts.verdict in ({marks})
            order by verdicts.fetched_on desc, verdicts.verdict desc""",
            *(row["verdict"] for row in rows),
        )

    # --- services and policies

    def services(self) -> list[Row]:
        return self.rows(
            """select services.service, services.name, count(*) as policies,
                sum(policies.versions) as versions, max(policies.changed_at) as changed_at,
                max(policies.edition) as edition
            from services join policies on policies.service = services.service
            group by services.service order by services.name collate nocase"""
        )

    def service(self, service: str) -> Row | None:
        return self.row("select * from services where service = ?", service)

    def policies_of(self, service: str) -> list[Row]:
        return self.rows("select * from policies where service = ? order by name collate nocase", service)

    def policy(self, policy: str) -> Row | None:
        return self.row(
            """select policies.*, services.name as service_name, services.country, services.time_zone,
                states.number as state_number, states.identity, states.first_seen_at as state_since
            from policies join services on services.service = policies.service
            left join states on states.state = policies.current_state
            where policies.policy = ?""",
            policy,
        )

    def newest_commits(self) -> list[tuple[str, str]]:
        """Every policy with the commit of its newest version."""
        found = self.rows(
            """select policies.policy, versions.commit_hash from policies
            join versions on versions.version = policies.current_version order by policies.policy"""
        )
        return [(row["policy"], row["commit_hash"]) for row in found]

    def versions_of(self, policy: str) -> list[Row]:
        """Oldest first, in the archive's order."""
        return self.rows(
            """select versions.*, states.first_seen_at, states.identity,
                previous.commit_hash as previous_commit, previous.kind as previous_kind
            from versions left join states on states.state = versions.state
            left join versions as previous on previous.version = versions.previous
            where versions.policy = ? order by versions.number""",
            policy,
        )

    def lately_of(self, service: str, limit: int) -> list[Row]:
        return self.rows(
            """select what_changed.*, previous.commit_hash as previous_commit
            from what_changed join versions as previous on previous.version = what_changed.previous
            where what_changed.service = ? and what_changed.returns = 0
                and what_changed.significance in ('substantive', 'editorial', 'stamp')
            order by what_changed.fetched_at desc, what_changed.version desc limit ?""",
            service, limit,
        )  # fmt: skip

    def verdicts_of(self, versions: Iterable[int]) -> dict[int, list[Row]]:
        """The verdicts on each of these versions."""
        ids = list(versions)
        found: dict[int, list[Row]] = {number: [] for number in ids}
        for start in range(0, len(ids), 500):
            part = ids[start : start + 500]
            marks = ",".join("?" * len(part))
            for row in self.rows(
                f"select * from verdicts where version in ({marks}) order by verdict", *part
            ):
                found[row["version"]].append(row)
        return found

    def excerpts_of(self, versions: Iterable[int], most: int = 6) -> dict[int, list[Row]]:
        """The first words that came and went in each of these steps, most significant changes first."""
        ids = list(versions)
        found: dict[int, list[Row]] = {number: [] for number in ids}
        marks = ",".join("?" * len(ids))
        for row in self.rows(
            f"""select changes.version, coalesce(changes.heading, changes.heading_before, '') as heading,
                substr(gone.text, 1, 1500) as removed, substr(fresh.text, 1, 1500) as added
            from changes left join passages as gone on gone.passage = changes.removed
            left join passages as fresh on fresh.passage = changes.added
            where changes.version in ({marks})
                and changes.significance in ('substantive', 'editorial', 'stamp')
            order by changes.significance = 'substantive' desc, changes.change""",
            *ids,
        ):
            if len(found[row["version"]]) < most:
                found[row["version"]].append(row)
        return found

    def since_of(self, policy: str, version: int) -> dict[str, Row]:
        """Since when each section that a version has reads as it does, by key.

        As recorded where it still reads so in the newest version; else its last change until this version.
        """
        found = self.rows(
            f"""select sections.key, versions.fetched_at as since_at, versions.commit_hash, versions.kind
            from sections left join (
                select section, max(version) as version from changes
                where policy = ?1 and version <= ?2 and significance not in {QUIET!r}
                    and kind not in ('removed', 'moved', 'renumbered') group by section
            ) as last on last.section = sections.section
            join versions on versions.version = case
                when sections.current = 1 and sections.since_version <= ?2 then sections.since_version
                else max(coalesce(last.version, 0), sections.first_version) end
            where sections.policy = ?1 and sections.first_version <= ?2
                and coalesce(sections.last_version, ?2) >= ?2""",
            policy, version,
        )  # fmt: skip
        return {row["key"]: row for row in found}

    def shorthand(self, version: int) -> bytes | None:
        """The outline of a version and the step to it, packed; None where the version could not be read."""
        row = self.row("select shorthand from shorthands where version = ?", version)
        return row["shorthand"] if row else None

    def promises_of(self, policy: str) -> list[Row]:
        return self.rows(
            """select promises.*, versions.fetched_at as since_at, versions.commit_hash, sections.heading,
                sections.key
            from promises join versions on versions.version = promises.since_version
            left join sections on sections.section = promises.section
            where promises.policy = ? and promises.current = 1 order by promises.start""",
            policy,
        )

    def stamps_of(self, policy: str) -> list[Row]:
        return self.rows(
            """select stamps.*, versions.fetched_at as since_at, versions.commit_hash
            from stamps join versions on versions.version = stamps.since_version
            where stamps.policy = ? and stamps.current = 1 order by stamps.start""",
            policy,
        )

    def stamps_in(self, versions: Iterable[int]) -> list[Row]:
        """What each of these versions states of its own dates: the readable first, in order of place."""
        ids = list(versions)
        found: list[Row] = []
        for start in range(0, len(ids), 500):
            part = ids[start : start + 500]
            found += self.rows(
                f"""select versions.version, stamps.role, stamps.raw, stamps.candidates, stamps.since_version
                from versions join stamps on stamps.policy = versions.policy
                    and versions.version between stamps.since_version
                        and coalesce(stamps.last_version, versions.version)
                where versions.version in ({",".join("?" * len(part))})
                order by versions.version, stamps.candidates = '[]', stamps.start""",
                *part,
            )
        return found

    def outline_of(self, policy: str) -> list[Row]:
        return self.rows(
            """select sections.key, sections.path, sections.number, sections.level, sections.heading,
                sections.words, substr(sections.text, 1, 1000) as begins, since.fetched_at as since_at,
                since.commit_hash as since_commit,
                since.kind as since_kind, first.fetched_at as first_at,
                since.version = first.version as untouched
            from sections join versions as since on since.version = sections.since_version
            join versions as first on first.version = sections.first_version
            where sections.policy = ? and sections.current = 1 order by sections.position""",
            policy,
        )

    def facts_of(self, policy: str, limit: int) -> list[Row]:
        return self.rows(
            """select fact_changes.*, versions.commit_hash, versions.fetched_at,
                previous.commit_hash as previous_commit
            from fact_changes join versions on versions.version = fact_changes.version
            left join versions as previous on previous.version = versions.previous
            where fact_changes.policy = ? order by fact_changes.fact_change desc limit ?""",
            policy, limit,
        )  # fmt: skip

    def texts_of(self, policy: str) -> list[Row]:
        """The words of the sections that stand, in order."""
        return self.rows(
            "select key, heading, text from sections where policy = ? and current = 1 order by position",
            policy,
        )

    def checks_of(self, policy: str) -> list[Row]:
        return self.rows("select * from checks where policy = ? order by first_at", policy)

    def notices_of(self, policy: str) -> list[Row]:
        return self.rows("select * from notices where policy = ? order by announced_on desc", policy)

    # --- versions

    def version_by_commit(self, policy: str, prefix: str) -> Row | None:
        """The version of a policy whose commit begins so; None when none or more than one does.

        The plus keeps SQLite from going through all versions of the policy instead of the few commits.
        """
        found = self.rows(
            f"""{_VERSION} where +versions.policy = ? and versions.commit_hash >= ?
            and versions.commit_hash < ? limit 2""",
            policy, prefix, prefix + "g",
        )  # fmt: skip
        return found[0] if len(found) == 1 else None

    def version_by(self, policy: str, instant: str) -> Row | None:
        """The version that stood at an instant (UTC): the last one fetched by then."""
        return self.row(
            f"""{_VERSION} where versions.policy = ? and versions.fetched_at <= ?
            order by versions.fetched_at desc, versions.version desc limit 1""",
            policy, instant,
        )  # fmt: skip

    def neighbours(self, policy: str, number: int) -> tuple[Row | None, Row | None]:
        older = self.row(f"{_VERSION} where versions.policy = ? and versions.number = ?", policy, number - 1)
        newer = self.row(f"{_VERSION} where versions.policy = ? and versions.number = ?", policy, number + 1)
        return older, newer

    def steps_newest_first(self) -> list[Row]:
        """The steps that pages lead to first: the newest substantive ones, then the rest."""
        return self.rows(
            """select versions.version, versions.policy, versions.commit_hash, versions.previous,
                versions.significance, versions.reason, versions.words, previous.words as previous_words,
                previous.commit_hash as previous_commit
            from versions join versions as previous on previous.version = versions.previous
            where versions.kind = 'capture' and previous.kind <> 'edition'
            order by versions.significance = 'substantive' desc, versions.version desc"""
        )

    def changes_of(self, version: int) -> list[Row]:
        return self.rows("select * from changes where version = ? order by change", version)

    def substantive_near(self, but: str, day: str, days: int) -> list[Row]:
        """Headings of sections that changed in substance around a day, of all services but one."""
        return self.rows(
            """select changes.version, changes.service, changes.fetched_on,
                coalesce(changes.heading, changes.heading_before) as heading
            from changes join versions on versions.version = changes.version
            where changes.significance = 'substantive' and changes.service <> ?
                and changes.fetched_on between date(?, ?) and date(?, ?)
                and coalesce(changes.heading, changes.heading_before) is not null
                and versions.kind = 'capture' and versions.returns = 0 and versions.transient = 0""",
            but, day, f"-{days} days", day, f"+{days} days",
        )  # fmt: skip

    def steps_told(self, versions: Iterable[int]) -> dict[int, Row]:
        """A few steps as a list tells of them."""
        ids = list(versions)
        found = self.rows(
            f"""select versions.version, versions.policy, versions.headline, versions.fetched_on,
                versions.commit_hash, previous.commit_hash as previous_commit, policies.name
            from versions join policies on policies.policy = versions.policy
            left join versions as previous on previous.version = versions.previous
            where versions.version in ({",".join("?" * len(ids))})""",
            *ids,
        )
        return {row["version"]: row for row in found}

    def steps_at(self, versions: Iterable[int]) -> dict[int, str]:
        """Where the step to each of these versions is shown."""
        ids = sorted(set(versions))
        found: dict[int, str] = {}
        for start in range(0, len(ids), 500):
            part = ids[start : start + 500]
            for row in self.rows(
                f"""select versions.version, versions.policy, versions.commit_hash,
                    previous.commit_hash as previous_commit
                from versions left join versions as previous on previous.version = versions.previous
                where versions.version in ({",".join("?" * len(part))})""",
                *part,
            ):
                found[row["version"]] = links.step(row["policy"], row["previous_commit"], row["commit_hash"])
        return found

    # --- search

    def search_current(
        self, match: str, where: str, values: Sequence[Any], limit: int, offset: int
    ) -> list[Row]:
        return self.rows(
            f"""select sections.policy, sections.heading, sections.key, policies.name, policies.type,
                policies.edition, since.fetched_at, current.commit_hash,
                snippet(sections_fts, 1, char(2), char(3), ' … ', 36) as words
            from sections_fts join sections on sections.section = sections_fts.rowid
            join policies on policies.policy = sections.policy
            join versions as since on since.version = sections.since_version
            join versions as current on current.version = policies.current_version
            where sections_fts match ? and sections.current = 1 {where}
            order by rank limit ? offset ?""",
            match, *values, limit, offset,
        )  # fmt: skip

    def search_words(
        self, side: str, match: str, where: str, values: Sequence[Any], limit: int, offset: int
    ) -> list[Row]:
        """Hits in added or removed words, one a step and section; ``side`` is the column that says which.

        The best are found first and only those are told: cutting a snippet costs more than finding its hit.
        """
        assert side in ("added", "removed")
        best = self.rows(
            f"""select changes.change, changes.{side} as passage, min(passages_fts.rank) as worth
            from passages_fts join changes on changes.{side} = passages_fts.rowid
            join policies on policies.policy = changes.policy
            where passages_fts match ? {where}
            group by changes.version, coalesce(changes.section, changes.heading, changes.change)
            order by worth, changes.change desc limit ? offset ?""",
            match, *values, limit, offset,
        )  # fmt: skip
        told = {row["change"]: row for row in self._told_words(side, match, best)}
        return [told[row["change"]] for row in best]

    def _told_words(self, side: str, match: str, best: Sequence[Row]) -> list[Row]:
        changes, passages = ([row[name] for row in best] for name in ("change", "passage"))
        marks = ",".join("?" * len(best))
        return self.rows(
            f"""select changes.change, changes.policy, changes.significance, changes.kind,
                coalesce(changes.heading, changes.heading_before) as heading,
                changes.fetched_on as fetched_at, policies.name, policies.type,
                versions.commit_hash, previous.commit_hash as previous_commit,
                snippet(passages_fts, 0, char(2), char(3), ' … ', 36) as words
            from passages_fts join changes on changes.{side} = passages_fts.rowid
            join policies on policies.policy = changes.policy
            join versions on versions.version = changes.version
            left join versions as previous on previous.version = versions.previous
            where passages_fts match ? and passages_fts.rowid in ({marks}) and changes.change in ({marks})""",
            match, *passages, *changes,
        )  # fmt: skip

    def types(self) -> list[str]:
        return [row["type"] for row in self.rows("select distinct type from policies order by type")]

    # --- notice

    def judged(self, facet: str, service: str, certainty: str, limit: int) -> list[Row]:
        """Verdicts of a facet, newest first, each with its step and the promise with its section."""
        return self.rows(
            """select verdicts.*, policies.name as policy_name, versions.headline, versions.significance,
                versions.commit_hash, versions.last_seen_at, versions.fetched_at,
                previous.commit_hash as previous_commit, sections.key as promise_key,
                coalesce(promises.raw, json_extract(verdicts.evidence, '$.promise')) as promise_quote,
                json_extract(verdicts.evidence, '$.interval_basis') as basis, policies.type
            from verdicts join versions on versions.version = verdicts.version
            join policies on policies.policy = verdicts.policy
            left join versions as previous on previous.version = versions.previous
            left join promises on promises.promise = verdicts.promise
            left join sections on sections.section = promises.section
            where verdicts.facet = ? and verdicts.certainty = ? and (? = '' or verdicts.service = ?)
                and versions.kind = 'capture' and versions.transient = 0
                and verdicts.value not in
                    ('promise_absent', 'not_applicable', 'no_stamp', 'no_effective_date')
            order by verdicts.fetched_on desc, verdicts.verdict desc limit ?""",
            facet, certainty, service, service, limit,
        )  # fmt: skip

    def services_judged(self) -> list[Row]:
        """The services that any verdict on notice is about."""
        return self.rows(
            """select service, name from services where service in (
                select service from verdicts where facet = 'notice') order by name"""
        )

    def regimes(self) -> list[Row]:
        return self.rows("select * from regimes order by about, region, name")

    def notice_totals(self) -> list[Row]:
        return self.rows(
            "select value, certainty, count(*) as steps from notice_verdicts group by 1, 2 order by 3 desc"
        )


_VERSION = """select versions.*, states.first_seen_at, states.identity, states.times_seen,
    previous.commit_hash as previous_commit, previous.kind as previous_kind
    from versions left join states on states.state = versions.state
    left join versions as previous on previous.version = versions.previous"""
