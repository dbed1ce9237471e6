"""Imports: order, dates, names and bytes of another archive are kept, whatever it looks like inside."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tracker.archive import Adoption, Archive, Entry, adopt, verify
from tracker.importers import Pattern, PatternError, SourceError, opened

DAY = 86_400
START = 1_700_000_000
BUNDLE = Path(__file__).parents[1] / ".." / "shared" / "corpora" / "pga-versions.bundle"


@dataclass(frozen=True)
class Step:
    """One commit of a source: paths and their new bytes, None for a deleted file."""

    files: dict[str, bytes | None]
    subject: str = "Record new changes"
    day: int | None = None
    """Days after the first commit; one more than the step before when not given."""


def git(folder: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1"}
    return subprocess.run(
        ["git", "-C", str(folder), *arguments], input=stdin, capture_output=True, check=True, env=environment
    ).stdout


def source(folder: Path, steps: Sequence[Step], branch: str = "main", since: str | None = None) -> Path:
    """A bare git repository with these commits (or the same with more commits)."""
    if not folder.exists():
        folder.mkdir(parents=True)
        git(folder, "init", "--quiet", "--bare", "--initial-branch=main")
    git(folder, "fast-import", "--quiet", stdin=b"".join(stream(steps, branch, since)))
    return folder


def stream(steps: Sequence[Step], branch: str, since: str | None) -> Iterator[bytes]:
    for number, step in enumerate(steps):
        at = START + DAY * (number if step.day is None else step.day)
        yield f"commit refs/heads/{branch}\ncommitter A <a@example.org> {at} +0000\n".encode()
        yield f"data {len(step.subject.encode())}\n{step.subject}\n".encode()
        if number == 0 and since is not None:
            yield f"from {since}\n".encode()
        for path, content in step.files.items():
            quoted = '"' + path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
            if content is None:
                yield f"D {quoted}\n".encode()
            else:
                yield f"M 100644 inline {quoted}\ndata {len(content)}\n".encode() + content + b"\n"


def imported(path: Path, archive: Path, pattern: str | None = None, service: str | None = None) -> Adoption:
    with (
        Archive.open(archive, create=True) as to,
        opened(str(path), archive.parent, pattern, service) as found,
    ):
        return adopt(to, found)


def entries(archive: Path) -> list[Entry]:
    with Archive.open(archive) as there:
        return list(there.history())


def texts(archive: Path) -> list[str]:
    with Archive.open(archive) as there:
        return [there.text(entry.version) for entry in there.history()]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "policies.git"


PRIVACY = "LinkedIn/Privacy Policy.md"


def test_commit_order_and_dates_are_both_kept(tmp_path: Path, archive: Path) -> None:
    steps = [Step({PRIVACY: b"One"}, day=0), Step({PRIVACY: b"Two"}, day=9), Step({PRIVACY: b"Three"}, day=4)]
    imported(source(tmp_path / "source", steps), archive)

    found = [((entry.fetched_at.timestamp() - START) / DAY, entry.flags) for entry in entries(archive)]

    assert found == [(0, ()), (9, ()), (4, ("dates_run_backwards",))]


def test_names_that_would_fall_together_stay_apart_and_are_kept_for_display(
    tmp_path: Path, archive: Path
) -> None:
    paths = ["LinkedIn/Privacy Policy.md", "linkedin/privacy policy.md", "LinkedIn/Privacy  policy.md"]
    imported(source(tmp_path / "source", [Step({path: path.encode()}) for path in paths]), archive)

    with Archive.open(archive) as there:
        named = {policy: (d.service, d.type) for policy, d in there.descriptions().items()}

    assert named == {
        "linkedin/privacy-policy": ("LinkedIn", "Privacy Policy"),
        "linkedin-2/privacy-policy": ("linkedin", "privacy policy"),
        "linkedin/privacy-policy-2": ("LinkedIn", "Privacy  policy"),
    }


@pytest.mark.parametrize(
    ("content", "flags"),
    [
        pytest.param(b"No line end at the end", (), id="no final newline"),
        pytest.param(b"a\r\nb\rc\n", (), id="every kind of line end"),
        pytest.param(b"\xef\xbb\xbfWith a mark", (), id="byte order mark"),
        pytest.param(b"Caf\xe9", ("not_utf8",), id="not UTF-8"),
        pytest.param(b"", ("empty",), id="empty"),
        pytest.param(b"word " * 1_000_000, (), id="5 MB"),
        pytest.param(b"a\0b", (), id="a NUL byte"),
    ],
)
def test_bytes_are_kept_and_doubts_are_flagged(
    tmp_path: Path, archive: Path, content: bytes, flags: tuple[str, ...]
) -> None:
    imported(source(tmp_path / "source", [Step({PRIVACY: content})]), archive)

    with Archive.open(archive) as there:
        [entry] = there.history()
        kept = (there.read(entry.version), there.snapshot(entry).content, entry.flags)

    assert kept == (content, content, flags)


def test_technical_upgrades_are_upgrades_even_when_the_old_text_comes_back(
    tmp_path: Path, archive: Path
) -> None:
    steps = [
        Step({PRIVACY: b"Old"}, "Start tracking LinkedIn Privacy Policy"),
        Step(
            {PRIVACY: b"Old, read better"},
            "Apply technical or declaration upgrade on LinkedIn Privacy Policy",
        ),
        Step({PRIVACY: b"Old"}, "Record new changes of LinkedIn Privacy Policy"),
        Step({PRIVACY: b"Old, read better"}, "Refilter LinkedIn Privacy Policy"),
        Step({PRIVACY: b"New"}, "Update LinkedIn Privacy Policy"),
    ]
    imported(source(tmp_path / "source", steps), archive)

    assert [entry.kind for entry in entries(archive)] == [
        "capture",
        "upgrade",
        "capture",
        "upgrade",
        "capture",
    ]


def test_a_first_version_that_calls_itself_an_upgrade_is_a_capture(tmp_path: Path, archive: Path) -> None:
    imported(
        source(tmp_path / "source", [Step({PRIVACY: b"One"}, "Refilter LinkedIn Privacy Policy")]), archive
    )

    [entry] = entries(archive)

    assert (entry.kind, entry.flags) == ("capture", ("first_was_upgrade",))


def test_a_combined_version_that_cites_a_snapshot_twice_is_flagged(tmp_path: Path, archive: Path) -> None:
    once = "Update\n\nassembling the following snapshots:\n- https://example.org/1\n- https://example.org/2\n"
    twice = once.replace("/2", "/1")
    steps = [Step({PRIVACY: b"One"}, once), Step({PRIVACY: b"Two"}, twice)]
    imported(source(tmp_path / "source", steps), archive)

    assert [entry.flags for entry in entries(archive)] == [(), ("repeated_snapshots",)]


def test_a_deleted_file_is_an_ending_and_its_history_stays(tmp_path: Path, archive: Path) -> None:
    adoption = imported(
        source(tmp_path / "source", [Step({PRIVACY: b"One"}), Step({PRIVACY: None})]), archive
    )

    assert (adoption.endings, texts(archive)) == (1, ["One"])


def test_a_renamed_file_keeps_its_policy(tmp_path: Path, archive: Path) -> None:
    steps = [
        Step({"Twitter/Privacy Policy.md": b"One"}),
        Step({"Twitter/Privacy Policy.md": None, "X/Privacy Policy.md": b"One"}),
        Step({"X/Privacy Policy.md": b"Two"}),
    ]
    imported(source(tmp_path / "source", steps), archive)

    with Archive.open(archive) as there:
        found = (
            [entry.policy for entry in there.history()],
            there.descriptions()["twitter/privacy-policy"].service,
        )

    assert found == (["twitter/privacy-policy"] * 2, "X")


def test_what_is_no_policy_is_left_out(tmp_path: Path, archive: Path) -> None:
    files = {
        "README.md": b"r",
        "docs/README.md": b"r",
        "a/b/c.md": b"c",
        ".github/x.md": b"x",
        PRIVACY: b"One",
    }
    imported(source(tmp_path / "source", [Step(files)]), archive)

    assert texts(archive) == ["One"]


def test_parallel_lines_of_history_are_told_one_after_the_other_and_nothing_twice(
    tmp_path: Path, archive: Path
) -> None:
    repository = source(tmp_path / "source", [Step({PRIVACY: b"Base", "B/Terms.md": b"Terms"})])
    base = git(repository, "rev-parse", "main").decode().strip()
    source(repository, [Step({PRIVACY: b"Left"}, day=2)], "main", since=base)
    source(repository, [Step({"B/Terms.md": b"Right"}, day=1)], "side", since=base)
    merged = b"commit refs/heads/main\ncommitter A <a@example.org> 1700900000 +0000\ndata 5\nmerge\n"
    merged += b"from refs/heads/main^0\nmerge refs/heads/side^0\n"
    merged += b'M 100644 inline "B/Terms.md"\ndata 5\nRight\n'
    git(repository, "fast-import", "--quiet", stdin=merged)
    imported(repository, archive)

    assert sorted(texts(archive)) == ["Base", "Left", "Right", "Terms"]


ODD = [
    'Quo"te/Pri"vacy.md',
    "New\nline/Policy: oktee\n.md",
    "-dash/--option.md",
    "back\\slash/..\\up.md",
    "s p a c e/ .md",
    "L" * 200 + "/" + "T" * 200 + ".md",
    "Русский/Политика.md",
    "微信/隐私.md",
    "a..b/c...d.md",
    "ledger/2026-11.jsonl.md",
    "%2e%2e/%00.md",
]


def test_odd_paths_become_safe_names_and_every_text_arrives(tmp_path: Path, archive: Path) -> None:
    imported(source(tmp_path / "source", [Step({path: path.encode() for path in ODD})]), archive)

    with Archive.open(archive) as there:
        found = (sorted(texts(archive)), verify(there).faults)

    assert found == (sorted(ODD), [])


def test_a_path_that_leaves_its_folder_is_left_out(tmp_path: Path, archive: Path) -> None:
    repository = source(tmp_path / "source", [Step({PRIVACY: b"One"})])
    blob = git(repository, "hash-object", "-w", "--stdin", stdin=b"Evil").decode().strip()
    inner = git(
        repository, "hash-object", "-t", "tree", "-w", "--literally", "--stdin",
        stdin=b"100644 evil.md\0" + bytes.fromhex(blob),
    ).decode().strip()  # fmt: skip
    outer = git(
        repository, "hash-object", "-t", "tree", "-w", "--literally", "--stdin",
        stdin=b"40000 ..\0" + bytes.fromhex(inner),
    ).decode().strip()  # fmt: skip
    who = {
        "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a",
        "GIT_COMMITTER_NAME": "A",
        "GIT_COMMITTER_EMAIL": "a",
    }
    commit = subprocess.run(
        ["git", "-C", str(repository), "commit-tree", "-p", "main", "-m", "x", outer],
        env={**os.environ, **who}, capture_output=True, check=True,
    ).stdout.decode().strip()  # fmt: skip
    git(repository, "update-ref", "refs/heads/main", commit)
    imported(repository, archive)

    assert texts(archive) == ["One"]


def test_a_second_import_takes_only_what_is_new(tmp_path: Path, archive: Path) -> None:
    repository = source(tmp_path / "source", [Step({PRIVACY: b"One"}), Step({"README.md": b"r"})])
    first = imported(repository, archive).versions
    again = imported(repository, archive).versions
    source(
        repository,
        [Step({PRIVACY: b"Two"}, day=5)],
        since=git(repository, "rev-parse", "main").decode().strip(),
    )
    more = imported(repository, archive).versions

    assert (first, again, more) == (1, 0, 1)


def test_a_source_whose_history_was_rewritten_is_refused(tmp_path: Path, archive: Path) -> None:
    repository = source(tmp_path / "source", [Step({PRIVACY: b"One"}), Step({PRIVACY: b"Two"})])
    root = git(repository, "rev-list", "--max-parents=0", "main").decode().strip()
    imported(repository, archive)
    git(repository, "update-ref", "refs/heads/main", root)

    with pytest.raises(SourceError, match="was rewritten"):
        imported(repository, archive)


def test_two_sources_with_a_policy_of_one_name_are_not_mixed(tmp_path: Path, archive: Path) -> None:
    imported(source(tmp_path / "one", [Step({PRIVACY: b"One"})]), archive)
    imported(source(tmp_path / "two", [Step({PRIVACY: b"Another"})]), archive)

    assert [entry.policy for entry in entries(archive)] == [
        "linkedin/privacy-policy",
        "linkedin/privacy-policy-2",
    ]


# --- sources that are none


def test_a_bundle_without_a_head_is_imported_by_its_branch(tmp_path: Path, archive: Path) -> None:
    repository = source(tmp_path / "source", [Step({PRIVACY: b"One"})])
    git(repository, "bundle", "create", "--quiet", str(tmp_path / "a.bundle"), "refs/heads/main")
    imported(tmp_path / "a.bundle", archive)

    assert texts(archive) == ["One"]


def test_a_path_and_a_bundle_of_one_history_are_one_source(tmp_path: Path, archive: Path) -> None:
    repository = source(tmp_path / "source", [Step({PRIVACY: b"One"})])
    git(repository, "bundle", "create", "--quiet", str(tmp_path / "a.bundle"), "refs/heads/main")
    imported(repository, archive)

    assert imported(tmp_path / "a.bundle", archive).versions == 0


def test_an_address_is_cloned_and_fetched_again(tmp_path: Path, archive: Path) -> None:
    repository = source(tmp_path / "source", [Step({PRIVACY: b"One"})])
    address = Path(f"file://{repository}")
    first = imported_from(str(repository.as_uri()), archive)
    source(
        repository,
        [Step({PRIVACY: b"Two"}, day=5)],
        since=git(repository, "rev-parse", "main").decode().strip(),
    )

    assert (address.name, first, imported_from(repository.as_uri(), archive)) == ("source", 1, 1)


def imported_from(address: str, archive: Path) -> int:
    with opened(address, archive.parent / "sources") as found, Archive.open(archive, create=True) as to:
        return adopt(to, found).versions


def test_a_file_that_is_no_bundle_is_named(tmp_path: Path, archive: Path) -> None:
    (tmp_path / "letter.bundle").write_bytes(b"Dear all")

    with pytest.raises(SourceError, match=r"letter\.bundle: no whole git bundle"):
        imported(tmp_path / "letter.bundle", archive)


def test_a_bundle_cut_short_is_named_and_nothing_is_recorded(tmp_path: Path, archive: Path) -> None:
    repository = source(tmp_path / "source", [Step({PRIVACY: os.urandom(2000).hex().encode()})])
    git(repository, "bundle", "create", "--quiet", str(tmp_path / "a.bundle"), "refs/heads/main")
    whole = (tmp_path / "a.bundle").read_bytes()
    (tmp_path / "a.bundle").write_bytes(whole[: len(whole) // 2])

    with pytest.raises(SourceError, match=r"a\.bundle: no whole git bundle"):
        imported(tmp_path / "a.bundle", archive)


def test_a_repository_without_matching_files_says_what_it_holds(tmp_path: Path, archive: Path) -> None:
    repository = source(tmp_path / "source", [Step({"src/main.c": b"int"})])

    with pytest.raises(SourceError, match=r"no file fits the pattern .* it holds: 'src/main\.c'"):
        imported(repository, archive)


def test_a_repository_without_commits_is_named(tmp_path: Path, archive: Path) -> None:
    with pytest.raises(SourceError, match="without commits"):
        imported(source(tmp_path / "source", []), archive)


@pytest.mark.parametrize(
    ("pattern", "complaint"),
    [
        ("{type}.md", "has no {service}"),
        ("{service}/{name}.md", "{name} is not known"),
        ("{type}/{type}.md", "once"),
    ],
)
def test_a_useless_pattern_is_refused_with_what_is_wrong(pattern: str, complaint: str) -> None:
    with pytest.raises(PatternError) as refused:
        Pattern(pattern)

    assert complaint in str(refused.value)


# --- folders of dated files


def test_dated_files_are_versions_in_order_of_date_and_equal_ones_are_not(
    tmp_path: Path, archive: Path
) -> None:
    dated = {"2024-03-01": "One", "2024-01-15": "Zero", "20240401T060000Z": "One", "2024-05-01": "Two"}
    folder = tmp_path / "copies" / "oktee" / "privacy-policy"
    folder.mkdir(parents=True)
    for date, text in dated.items():
        (folder / f"{date}.md").write_text(text)
    imported(tmp_path / "copies", archive)
    (folder / "2024-06-01.md").write_text("Three")
    imported(tmp_path / "copies", archive)

    assert texts(archive) == ["Zero", "One", "Two", "Three"]


def test_the_service_of_a_folder_can_be_said(tmp_path: Path, archive: Path) -> None:
    (tmp_path / "copies" / "terms").mkdir(parents=True)
    (tmp_path / "copies" / "terms" / "2024-03-01.md").write_text("One")
    imported(tmp_path / "copies", archive, service="OKTee")

    [entry] = entries(archive)

    assert (entry.policy, entry.fetched_at.isoformat()) == ("oktee/terms", "2024-03-01T00:00:00+00:00")


@pytest.mark.parametrize(
    ("pattern", "path", "found"),
    [
        ("{service}/{type}.md", "LinkedIn/Privacy Policy.md", ("LinkedIn", "Privacy Policy")),
        ("texts/{service}-{type}.txt", "texts/oktee-privacy-policy.txt", ("oktee", "privacy-policy")),
        ("*/{service}/{type}/{date}.*", "x/oktee/terms/2024-03-01.txt", ("oktee", "terms")),
        ("{service}/{date}.md", "oktee/2024-03-01.md", ("oktee", "oktee")),
        ("{service}/{type}.*", "oktee/terms.html", None),
        ("{service}/{type}/{date}.md", "oktee/terms/2024-13-41.md", None),
        ("{service}/{type}.md", ".NET/Terms.md", (".NET", "Terms")),
        ("{service}/{type}.md", ".github/Terms.md", None),
    ],
)
def test_what_a_path_says(pattern: str, path: str, found: tuple[str, str] | None) -> None:
    place = Pattern(pattern).find(path)

    assert (place and (place.service, place.type)) == found


def test_dates_in_the_paths_of_a_bundle_are_refused(tmp_path: Path, archive: Path) -> None:
    repository = source(tmp_path / "source", [Step({PRIVACY: b"One"})])
    git(repository, "bundle", "create", "--quiet", str(tmp_path / "a.bundle"), "refs/heads/main")

    with pytest.raises(PatternError, match="has its own dates"):
        imported(tmp_path / "a.bundle", archive, "{service}/{type}/{date}.md")


# --- crashes


CUT_OFF = """
    import os, signal, sys
    from pathlib import Path
    from tracker.archive import Archive, adopt
    from tracker.importers import opened

    sys.modules["tracker.archive.adopt"]._BATCH = 5
    left = int(sys.argv[3])

    def announce(count):
        global left
        left -= count
        if left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)

    path = Path(sys.argv[2])
    with opened(sys.argv[1], path.parent) as source, Archive.open(path, create=True) as archive:
        adopt(archive, source, announce)
"""


def test_an_import_killed_again_and_again_gives_the_same_archive(tmp_path: Path, archive: Path) -> None:
    steps = [
        Step({f"S{n % 3}/Terms.md": b"Text %d" % n, f"S{n % 4}/Privacy.md": b"Privacy %d" % n})
        for n in range(12)
    ]
    repository = source(tmp_path / "source", steps)
    imported(repository, tmp_path / "whole.git")
    statuses = [killed(CUT_OFF, str(repository), str(archive), "7").returncode for _ in range(2)]
    imported(repository, archive)

    with Archive.open(archive) as one, Archive.open(tmp_path / "whole.git") as other:
        found = (statuses, one.newest() == other.newest(), verify(one).faults)

    assert found == ([-signal.SIGKILL] * 2, True, [])


def killed(script: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), *arguments],
        capture_output=True,
        check=False,
        timeout=60,
    )


# --- the real thing


@pytest.mark.slow
@pytest.mark.skipif(not BUNDLE.exists(), reason="the corpora are not beside this repository")
def test_a_real_archive_arrives_whole(archive: Path) -> None:
    adoption = imported(BUNDLE, archive)

    with Archive.open(archive) as there:
        found = (adoption.versions, adoption.upgrades, adoption.endings, verify(there).faults)

    assert found == (4841, 296, 1, [])
