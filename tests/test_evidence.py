"""Evidence filed beside the texts: dated with care, without recipients, kept in the archive."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from tracker import mails
from tracker.archive import Archive
from tracker.archive.evidence import decision_row, notice_row
from tracker.cli.evidence import notices_command
from tracker.home import Home
from tracker.model import Decision
from tracker.seeds import plant

ROOT = Path(__file__).parents[1]
NOW = datetime(2026, 6, 1, tzinfo=UTC)
MAIL = b"""\
Received: from mx.acme.example by mx.home.example for <me@home.example>; Sun, 10 May 2026 09:00:07 +0200
From: Acme Legal <privacy@acme.example>
To: Reader <reader@home.example>
Delivered-To: other@home.example
Date: Sat, 09 May 2026 23:59:00 +0000
Subject: Our privacy policy changes, reader@home.example
Message-ID: <1@acme.example>

Dear reader@home.example, our policy changes on 1 June 2026.
"""


def test_a_mail_is_dated_by_the_latest_of_its_headers() -> None:
    assert mails.read("acme/privacy", MAIL, NOW).announced_at == datetime(2026, 5, 10, 7, 0, 7, tzinfo=UTC)


def test_no_recipient_is_kept_of_a_mail() -> None:
    notice = mails.read("acme/privacy", MAIL, NOW)

    assert "home.example>" not in str(notice_row(notice)) and "reader@" not in str(notice_row(notice))


@pytest.mark.parametrize(
    ("mail", "words"),
    [
        (b"not a mail at all", "no From"),
        (b"From: a@b.example\n\nhello", "no Date"),
        (MAIL.replace(b"2026 09:00:07", b"2027 09:00:07"), "has not come yet"),
    ],
)
def test_what_is_no_evidence_is_refused_with_the_reason(mail: bytes, words: str) -> None:
    with pytest.raises(mails.MailError, match=words):
        mails.read("acme/privacy", mail, NOW)


def test_the_archive_keeps_evidence_once_and_gives_it_back(tmp_path: Path) -> None:
    policy = "quillfern/terms-of-service"
    notice = mails.read(policy, MAIL, NOW)
    decision = Decision("abc", True, None, "A Reviewer", "fees rise", NOW)
    with Archive.open(tmp_path / "policies.git", create=True) as archive:
        plant(ROOT, archive)
        with archive.writer() as writer:
            for row in (notice_row(notice), decision_row(decision), notice_row(notice)):
                writer.file(policy, row, NOW, "filed")
            writer.publish()
        filed = archive.evidence()[policy]

    assert (filed.notices, filed.decisions) == ((notice,), (decision,))


def test_another_tracked_page_is_a_notice_from_its_first_sight(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_HOME", str(tmp_path))
    path = Home.of().prepared().archive
    with Archive.open(path, create=True) as archive:
        plant(ROOT, archive)
        entry = archive.version_at("quillfern/privacy-policy", "2025-03-20")
    page = "quillfern/privacy-policy@2025-03-20"
    filed = CliRunner().invoke(notices_command, ["add", "quillfern/terms-of-service", "--page", page])
    with Archive.open(path) as archive:
        (notice,) = archive.evidence()["quillfern/terms-of-service"].notices

    assert (filed.exit_code, notice.channel, notice.announced_at) == (0, "website", entry.fetched_at)
