"""Is what was fetched the policy at all? Challenge, login, consent and error pages, soft 404s, half pages."""

from __future__ import annotations
