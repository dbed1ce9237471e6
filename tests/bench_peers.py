"""What a check costs elsewhere: ``make bench-peers``. Each tool looks twice at the same pages, on loopback.

Takes the folder of the tools' programs; one that is not there is left out. CPU is that of the whole program,
its start included, by the number of pages. Nothing fails: it is to compare by, and not alike: urlwatch strips
tags, webchanges writes Markdown, ours finds the policy, judges it, archives it and reads it into sections.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from subprocess import DEVNULL, run

from bench_live import PAGES, server

_OURS = Path(sys.executable).parent / "tracker"


def urlwatch(programs: Path, folder: Path, urls: Sequence[str]) -> list[str]:
    """The command of urlwatch and of its offspring webchanges, but for the program's name."""
    jobs = "---\n".join(f"name: p{n}\nurl: {url}\nfilter:\n- html2text\n" for n, url in enumerate(urls))
    (folder / "urls.yaml").write_text(jobs, "utf-8")
    (folder / "hooks.py").touch()
    return [
        str(programs / "urlwatch"), "--urls", str(folder / "urls.yaml"), "--hooks", str(folder / "hooks.py"),
        "--config", str(folder / "config.yaml"), "--cache", str(folder / "cache.db"),
    ]  # fmt: skip


def webchanges(programs: Path, folder: Path, urls: Sequence[str]) -> list[str]:
    asked = urlwatch(programs, folder, urls)
    return [str(programs / "webchanges"), "--jobs", asked[2], *asked[3:-2], "--database", asked[-1]]


def ours(programs: Path, folder: Path, urls: Sequence[str]) -> list[str]:
    declared = folder / "seeds" / "declarations"
    declared.mkdir(parents=True)
    policies = "".join(f"  p{n}: {{type: Privacy Policy, url: '{url}'}}\n" for n, url in enumerate(urls))
    (declared / "acme.yml").write_text(f"service: acme\nname: Acme\npolicies:\n{policies}", "utf-8")
    return [str(_OURS), "check"]


def spent(command: Sequence[str], folder: Path) -> tuple[float, int]:
    """Seconds of CPU of a command, and its exit."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    surroundings = {
        **os.environ,
        "TRACKER_HOME": str(folder),
        "TRACKER_ALLOW_PRIVATE": "1",
        "HOME": str(folder),
    }
    done = run(command, env=surroundings, stdout=DEVNULL, stderr=DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.returncode


def main(programs: Path) -> None:
    with server() as port, tempfile.TemporaryDirectory() as place:
        urls = [f"http://127.0.0.1:{port}/200/{n}" for n in range(PAGES)]
        for tool in (ours, urlwatch, webchanges):
            folder = Path(place) / tool.__name__
            folder.mkdir()
            command = tool(programs, folder, urls)
            if not Path(command[0]).exists():
                print(f"{tool.__name__:<12} is not installed in {programs}")
                continue
            (first, left), (again, _) = (spent(command, folder) for _ in range(2))
            first, again = (1000 * seconds / PAGES for seconds in (first, again))
            failed = f"  (exit {left})" if left else ""
            print(
                f"{tool.__name__:<12} {first:6.1f} ms at first sight, {again:6.1f} again{failed}", flush=True
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
