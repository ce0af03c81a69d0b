"""Trial runs of the file's code, each with a time that ends it."""

from ..own import OWN as __builtins__  # noqa: F401

import sys
import time

_clock = time.perf_counter
_setprofile = sys.setprofile
# Calls between two looks at the clock.
_CALLS = 32


class TooSlow(BaseException):
    """
    The time is over, that of a trial run or that of the search. No `Exception`: what was not reached is told, and never
    taken for something that is not there.
    """


class Limited:
    """While it lasts, code ends at a time with `TooSlow`; the functions that it calls are noted as (name, line)."""

    def __init__(self, end, called=None):
        self.end, self.called, self.count = end, set() if called is None else called, 0

    def __enter__(self):
        def note(frame, event, argument):
            self.count += 1
            if event == "call":
                self.called.add((frame.f_code.co_name, frame.f_code.co_firstlineno))
            if self.count % _CALLS == 0 and _clock() > self.end:
                _setprofile(None)
                raise TooSlow()

        _setprofile(note)

    def __exit__(self, kind, error, place):
        _setprofile(None)
        return False
