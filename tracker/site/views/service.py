"""A service: its policies, and what changed in them lately."""

from __future__ import annotations

from collections import Counter
from typing import Any

from tracker.site import links
from tracker.site.store import Store
from tracker.site.views import Missing, Page, step
from tracker.site.views.stated import stated


def service(store: Store, name: str) -> Page:
    found = store.service(name)
    if found is None:
        raise Missing(f"No service is tracked under the name {name}.")
    policies = store.policies_of(name)
    said = stated(store, (row["current_version"] for row in policies if row["current_version"]))
    rows = store.lately_of(name, 30)
    verdicts = store.verdicts_of(row["version"] for row in rows)
    lines = [step(row, verdicts[row["version"]]) for row in rows]
    named = Counter(row["name"] for row in policies)
    model: dict[str, Any] = {
        "service": found,
        "policies": [
            {
                **row,
                "updated": said.get(row["current_version"], {}).get("updated"),
                "effective": said.get(row["current_version"], {}).get("effective"),
                "alike": named[row["name"]] > 1,
                "page": links.policy(row["policy"]),
            }
            for row in policies
        ],
        "changes": lines,
        "edition": any(row["edition"] for row in policies),
    }
    return Page("service.html", found["name"], model, steps=lines,
                canonical=links.service(name))  # fmt: skip
