"""What services and policies are called and where they are, out of the archive's descriptions."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping

from tracker.archive import Description
from tracker.model import Publisher

_SERVICES = """
insert into services (service, name, country, time_zone)
select
    ?1,
    coalesce((select json_extract(description, '$.service') from descriptions
        where policy glob ?1 || '/*' order by policy limit 1), ?1),
    (select json_extract(description, '$.country') from descriptions
        where policy glob ?1 || '/*' and json_extract(description, '$.country') is not null
        order by policy limit 1),
    (select json_extract(description, '$.time_zone') from descriptions
        where policy glob ?1 || '/*' and json_extract(description, '$.time_zone') is not null
        order by policy limit 1)
where true
on conflict do update set name = excluded.name, country = excluded.country, time_zone = excluded.time_zone
"""
"""A service is what its policies, in order of their names, first say of it."""

_POLICIES = """
insert into policies (policy, service, name, type, url) values (?, ?, ?, ?, ?)
on conflict do update set name = excluded.name, type = excluded.type, url = excluded.url
"""


def describe(connection: sqlite3.Connection, descriptions: Mapping[str, Description]) -> None:
    """Keep these descriptions, and name the services and policies after them."""
    rows = [
        (policy, json.dumps({**said.about, "service": said.service, "type": said.type}, sort_keys=True))
        for policy, said in descriptions.items()
    ]
    connection.executemany("insert or replace into descriptions values (?, ?)", rows)
    _name(connection, descriptions)


def name_unnamed(connection: sqlite3.Connection, policies: Iterable[str]) -> None:
    """Name policies that have no row yet after their folder."""
    named = {row[0] for row in connection.execute("select policy from policies")}
    _name(connection, [policy for policy in policies if policy not in named])


def publisher(connection: sqlite3.Connection, policy: str) -> Publisher:
    """Who publishes a policy, as its own description says."""
    said = _said(connection, policy)
    service = policy.split("/")[0]
    return Publisher(service, said.get("service") or service, said.get("country"), said.get("time_zone"))


def _name(connection: sqlite3.Connection, policies: Iterable[str]) -> None:
    policies = sorted(policies)
    for service in dict.fromkeys(policy.split("/")[0] for policy in policies):
        connection.execute(_SERVICES, (service,))
    for policy in policies:
        service, _, slug = policy.partition("/")
        said = _said(connection, policy)
        kind = said.get("type") or slug.replace("-", " ").capitalize()
        name = f"{said.get('service') or service} {kind}"
        connection.execute(_POLICIES, (policy, service, name, kind, said.get("url")))


def _said(connection: sqlite3.Connection, policy: str) -> dict[str, str]:
    row = connection.execute("select description from descriptions where policy = ?", (policy,)).fetchone()
    said = json.loads(row[0]) if row else {}
    return {key: value for key, value in said.items() if isinstance(value, str)}
