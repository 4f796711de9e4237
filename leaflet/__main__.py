"""The program: heeds signals before the commands are imported, which takes a tenth of a second."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import NoReturn


def main() -> None:
    """The console script. Exits by the codes of ``cli.console``; 128 and its number after a signal."""
    try:
        heed_signals()
        wait_for_readers()
        from leaflet import cli

        cli.main()
    except MemoryError:
        sys.stderr.write("error: the machine has not enough memory for this\n")
        sys.exit(3)
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        sys.stderr.write(own_fault(error))
        sys.exit(3)
    finally:
        heed_no_more()


def own_fault(error: Exception) -> str:
    """What to say where the program itself has failed: whoever runs it can do nothing with a traceback."""
    from pathlib import Path
    from traceback import extract_tb

    from leaflet.diagnostics import visible

    frames = extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(Path(__file__).parent)]
    at = (own or frames)[-1]
    said = visible(f"{type(error).__name__}: {error} ({at.filename}, line {at.lineno})")
    return (
        f"error: leaflet itself has failed: {said}\n"
        "   = help: report this line and the command, with the content that it was given; "
        "python -X dev -m leaflet shows all\n"
    )


def heed_signals() -> None:
    """Clean up and exit when told to; end in silence when nobody reads on, as ``| head`` does."""
    for number in ending():
        if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, leave)
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)


def wait_for_readers() -> None:
    """Write until all is out: a pipe that does not block would lose, in silence, what it has no room for."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(os, "set_blocking"):
            with suppress(OSError, ValueError):
                os.set_blocking(stream.fileno(), True)


def heed_no_more() -> None:
    """Nothing is left that a signal could stop, and Python would show a traceback of it."""
    for number in ending():
        if signal.getsignal(number) is leave:
            signal.signal(number, signal.SIG_IGN)


def ending() -> list[signal.Signals]:
    """The signals that end a program. Windows has no SIGHUP, and no SIGPIPE."""
    return [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


def leave(number: int, _: object) -> NoReturn:
    """Exit as a shell reports a signal, and do not be disturbed at it."""
    signal.signal(number, signal.SIG_IGN)
    sys.exit(128 + number)


if __name__ == "__main__":
    main()
