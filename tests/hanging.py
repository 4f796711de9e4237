"""A guard against work that never ends, which no busy machine sets off."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

FAR_TOO_LONG = 60
"""Seconds of this process alone. What is guarded takes less than one; a bomb takes minutes, or never ends."""


@contextmanager
def never_hanging() -> Iterator[None]:
    """Raise TimeoutError in what has not ended after ``FAR_TOO_LONG``, however fast it should have been."""
    if not hasattr(signal, "setitimer"):  # Windows.
        yield
        return
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, FAR_TOO_LONG)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _stop(_signal: int, _frame: object) -> None:
    raise TimeoutError(f"not done after {FAR_TOO_LONG} s of its own")
