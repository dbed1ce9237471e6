"""The public database brought up to the archive: ``tracker build``.

An update reads only what is new, in one transaction. From scratch, everything is told anew into a file
aside, which then replaces the contents of the live one in one transaction: who reads it sees the old rows
or the new ones, never none. Both give the same rows.
"""

from tracker.build.builder import Built, build
from tracker.build.telling import Doubt
from tracker.build.workers import BuildError

__all__ = ["BuildError", "Built", "Doubt", "build"]
