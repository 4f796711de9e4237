"""Signals that end the program, held back for a while."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_ENDING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
# Who ignores a signal, or embeds Python and heeds it there, is not disturbed by it.
_NOT_OURS = (signal.SIG_IGN, None)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let signals that end the program wait until what they would leave half done is done."""
    if threading.current_thread() is not threading.main_thread():
        yield  # Signals reach the main thread alone.
        return
    came: list[int] = []
    kinds = [getattr(signal, name) for name in _ENDING if hasattr(signal, name)]
    before = [(kind, handler) for kind in kinds if (handler := signal.getsignal(kind)) not in _NOT_OURS]
    # A mask would hold back those of this thread alone.
    try:
        for kind, _ in before:
            signal.signal(kind, lambda number, _: came.append(number))
        yield
    finally:
        for kind, handler in before:
            signal.signal(kind, handler)
        for kind in came:
            signal.raise_signal(kind)
