"""What a change is worth: nothing that means something may be called less than substantive."""

from __future__ import annotations

import pytest

from tracker.assess import difference, read

OLD = """# Privacy Policy

Last updated: 1 March 2024

## 1. Storage

30 days after notice we delete your form. We may share it with Acme Ltd, not with others.

Your records are retained until 1 January 2024. See the [terms](https://terms.example.org/a).

## 2. Fees

Every user pays £40, which we return on request, in writing.
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("30 days", "60 days"),
        ("until 1 January 2024", "until 1 January 2026"),
        ("https://terms.example.org/a", "https://terms.example.net/a"),
        ("your form", "your from"),
        ("Every user", "Every users"),
        ("on request, in writing", "on request in writing"),
        ("We may", "We May"),
        ("We may", "We must"),
        (", not with", ", with"),
        ("£40", "€40"),
        ("£40", "£400"),
        ("Acme Ltd", "Acorn Ltd"),
    ],
)
def test_an_edit_that_means_something_is_substantive(old: str, new: str) -> None:
    comparison = difference(read(OLD), read(OLD.replace(old, new)))

    assert comparison.significance == "substantive"


@pytest.mark.parametrize(
    ("old", "new", "worth"),
    [
        ("1 March 2024", "2 April 2024", "stamp"),
        ("# Privacy Policy", "Privacy Policy\n==============", "layout"),
        ("your form", "your **form**", "layout"),
        ("org/a)", "org/a?from=menu)", "layout"),
        ("in writing", "in in writing", "editorial"),
        ("writing.\n", "writing.\n\n![](https://cdn.example.org/seal.png)\n", "furniture"),
    ],
)
def test_an_edit_without_meaning_is_less(old: str, new: str, worth: str) -> None:
    comparison = difference(read(OLD), read(OLD.replace(old, new)))

    assert comparison.significance == worth
