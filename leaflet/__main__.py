"""The program: heeds signals before the commands are imported, which takes a tenth of a second."""

from __future__ import annotations

import signal
import sys
from typing import NoReturn


def main() -> None:
    """The console script. Exits by the codes of ``cli.console``; 128 and its number after a signal."""
    try:
        heed_signals()
        from leaflet import cli

        cli.main()
    except MemoryError:
        sys.stderr.write("error: the machine has not enough memory for this\n")
        sys.exit(3)


def heed_signals() -> None:
    """Clean up and exit when told to; end in silence when nobody reads on, as ``| head`` does."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):  # Windows has no SIGHUP and no SIGPIPE.
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, leave)
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)


def leave(number: int, _: object) -> NoReturn:
    """Exit as a shell reports a signal, and do not be disturbed at it."""
    signal.signal(number, signal.SIG_IGN)
    sys.exit(128 + number)


if __name__ == "__main__":
    main()
