"""How fast the pages are: p50 and p95 at ten requests at a time from loopback, and the server's memory.

    python tests/bench_site.py [HOME]

HOME is a home folder whose database is built; without one, both bundles of the corpora are imported and built
into a folder that is thrown away. Nothing printed ahead is used: "first" is the first of all.

Each kind of page is asked twice: "first" is every address for the first time, "again" the same once more.
CPU is the server's, a request: on a loaded machine the honest figure.
"""

from __future__ import annotations

import asyncio
import os
import random
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

import httpx2
import psutil

BUNDLES = [
    Path(__file__).parents[1] / ".." / "shared" / "corpora" / f"{name}-versions.bundle"
    for name in ("pga", "p2b-compliance")
]
AT_A_TIME = 10
ADDRESSES = 150
WORDS = ("data", "retention", "third party", "children", "arbitration", "cookies", "security logs", "notice",
         "advertising", "personal information", "delete account", "consent", "transfer")  # fmt: skip


def addresses(home: Path) -> dict[str, list[str]]:
    """Addresses of each kind of page, drawn from the database the same way each time."""
    database = sqlite3.connect(home / "archive" / "policies.db")
    drawn = random.Random(1)
    policies = [row[0] for row in database.execute("select policy from policies order by policy")]
    steps = database.execute(
        """select versions.policy, previous.commit_hash, versions.commit_hash
        from versions join versions as previous on previous.version = versions.previous
        where versions.kind = 'capture' order by versions.version"""
    ).fetchall()
    longest = database.execute(
        """select versions.policy, previous.commit_hash, versions.commit_hash
        from versions join versions as previous on previous.version = versions.previous
        order by versions.words + previous.words desc limit 3"""
    ).fetchall()
    chosen = drawn.sample(steps, min(ADDRESSES, len(steps)))
    return {
        "home": ["/"] * 50,
        "policy": [f"/services/{policy}" for policy in drawn.sample(policies, min(ADDRESSES, len(policies)))],
        "diff": [f"/services/{policy}/{a[:12]}..{b[:12]}" for policy, a, b in chosen],
        "version": [f"/services/{policy}/{b[:12]}" for policy, a, b in chosen],
        "search": [f"/search?q={httpx2.QueryParams({'q': word})['q']}" for word in WORDS],
        "feed": [
            f"/services/{policy}.atom" for policy in drawn.sample(policies, min(ADDRESSES, len(policies)))
        ],
        "longest diff": [f"/services/{policy}/{a[:12]}..{b[:12]}" for policy, a, b in longest],
    }


async def asked(base: str, paths: list[str]) -> list[float]:
    """Milliseconds each answer took, ten at a time."""
    waiting = iter(paths)
    took: list[float] = []

    async def ask(client: httpx2.AsyncClient) -> None:
        for path in waiting:
            began = time.perf_counter()
            answer = await client.get(base + path)
            took.append((time.perf_counter() - began) * 1000)
            answer.raise_for_status()

    async with httpx2.AsyncClient(timeout=60) as client:
        await asyncio.gather(*(ask(client) for _ in range(AT_A_TIME)))
    return sorted(took)


def told(kind: str, pass_name: str, took: list[float], cpu: float) -> str:
    p50, p95 = took[len(took) // 2], took[min(len(took) - 1, int(len(took) * 0.95))]
    times = f"p50 {p50:7.1f} ms   p95 {p95:7.1f} ms   max {took[-1]:7.1f} ms   CPU {cpu:6.1f} ms"
    return f"{kind:14}{pass_name:7}{len(took):5} asked   {times}"


def spent(process: psutil.Process) -> float:
    """CPU a process has used, in milliseconds."""
    times = process.cpu_times()
    return float(times.user + times.system) * 1000


def main(home: Path | None) -> None:
    """Measure on a copy of the home folder's archive, so that nothing of it is printed yet."""
    with TemporaryDirectory(prefix="bench-site-") as name:
        folder = Path(name)
        if home is not None:
            folder = copied(home, folder / "copy")
        elif not all(bundle.exists() for bundle in BUNDLES):
            print(f"{BUNDLES[0].parent}: no corpora there, nothing measured")
            return
        else:
            run(folder, *(("import", str(bundle.resolve())) for bundle in BUNDLES), ("build", "--jobs", "2"))
        measure(folder)


def copied(home: Path, folder: Path) -> Path:
    """The database and the archive under another folder: the former copied, the latter linked to."""
    (folder / "archive").mkdir(parents=True)
    copy(home / "archive" / "policies.db", folder / "archive")
    (folder / "archive" / "policies.git").symlink_to((home / "archive" / "policies.git").absolute())
    return folder


def run(home: Path, *commands: tuple[str, ...]) -> None:
    for command in commands:
        subprocess.run(
            [sys.executable, "-m", "tracker", *command],
            check=True,
            env={**os.environ, "TRACKER_HOME": str(home)},
        )


def measure(home: Path) -> None:
    copy(Path(__file__).parents[1] / "metadata.yml", home)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    command = [sys.executable, "-m", "tracker", "serve", "--port", str(port)]
    server = subprocess.Popen(command, env={**os.environ, "TRACKER_HOME": str(home.absolute())})
    base = f"http://127.0.0.1:{port}"
    process = psutil.Process(server.pid)
    try:
        while server.poll() is None:
            try:
                httpx2.get(base + "/health").raise_for_status()
                break
            except httpx2.HTTPError:
                time.sleep(0.2)
        for kind, paths in addresses(home).items():
            for pass_name in ("first", "again"):
                before = spent(process)
                took = asyncio.run(asked(base, paths))
                line = told(kind, pass_name, took, (spent(process) - before) / len(took))
                print(f"{line}   memory {process.memory_info().rss / 2**20:4.0f} MB", flush=True)
    finally:
        server.terminate()
        server.wait(10)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else None)
