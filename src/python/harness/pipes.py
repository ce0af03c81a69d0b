"""Answers requests over pipes."""

from .own import OWN as __builtins__  # noqa: F401

import struct

from .session import run, tidy
from .tampering import remember_all
from .wire import pack

def serve(source, sink, hello=b""):
    """Answers requests from the file descriptor `source` on `sink`, each with its length before it, until it ends."""
    from os import read, write

    def take(count):
        parts = []
        while count:
            part = read(source, min(count, 1 << 20))
            if not part:
                raise EOFError
            parts.append(part)
            count -= len(part)
        return b"".join(parts)

    def give(kind, data):
        view = memoryview(pack("<IB", len(data) + 1, kind) + data)
        while view:
            view = view[write(sink, view) :]

    remember_all()
    give(READY, hello)
    try:
        while True:
            (length,) = struct.unpack("<I", take(4))
            give(RESULT, run(take(length)))
            give(IDLE, b"\1" if tidy() else b"\0")
    except EOFError:
        pass


READY, RESULT, IDLE = 0, 1, 2
