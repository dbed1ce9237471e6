"""One round of alerts in a process of its own, to be killed: HOME PRIVATE MINUTES-SINCE-START."""

import sys
from datetime import timedelta
from pathlib import Path

from tests.alert_world import Desk

if __name__ == "__main__":
    desk = Desk(Path(sys.argv[1]), Path(sys.argv[2]))
    desk.now += timedelta(minutes=int(sys.argv[3]))
    desk.announcer.round(desk.sender)
