"""Evidence that anyone can check without us: it holds, and a changed letter shows."""

import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tracker.archive import Archive, ArchiveError
from tracker.proof import bundle, step
from tracker.seeds import plant

ROOT = Path(__file__).parents[1]
POLICY = "quillfern/privacy-policy"


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    with Archive.open(tmp_path / "policies.git", create=True) as archive:
        plant(ROOT, archive)
        content = bundle(archive, POLICY, *(entry.commit for entry in step(archive, POLICY, "2025-05")))
    zipfile.ZipFile(BytesIO(content)).extractall(tmp_path / "proof")
    return tmp_path / "proof"


def checked(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-I", folder / "check.py"], capture_output=True, text=True)


def test_evidence_holds_as_it_was_given(unpacked: Path) -> None:
    told = checked(unpacked)

    assert (told.returncode, told.stdout.count("true: ")) == (0, 8), told.stderr


@pytest.mark.parametrize(
    "file", ["newer/version.md", "older/snapshot.md", "objects/commit-*", "objects/tree-*"]
)
def test_a_changed_letter_shows(unpacked: Path, file: str) -> None:
    changed = sorted(unpacked.glob(file))[0]
    changed.write_bytes(changed.read_bytes().replace(b"1", b"2", 1) + b" ")

    assert checked(unpacked).returncode != 0


def test_a_first_version_has_nothing_before_it(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "policies.git", create=True) as archive:
        plant(ROOT, archive)

        with pytest.raises(ArchiveError, match="nothing before it"):
            step(archive, POLICY, "2025-01")
