"""Answers requests over pipes, for the learner's own interpreter.

On Linux this process never runs a snippet: each is run by a copy of it, which has neither the pipes nor the numbers
that answers carry, and which ends with its descendants when the snippet is done. So each snippet begins with the same
memory. Elsewhere a copy would not be safe once NumPy is loaded; there the process runs one snippet, and is replaced.
"""

from .own import OWN as __builtins__  # noqa: F401

import gc
import json
import os
import signal
import struct
import sys

from .guard import on_interrupt
from .sealed import sealing
from .session import run

# Held here, so that a copy does not look them up where its snippet may have changed them.
_read, _write = os.read, os.write
_pack, _unpack, _unpack_from = struct.pack, struct.unpack, struct.unpack_from

# What is asked, and what is said; the same numbers stand in the extension.
ASK, FINISH = 1, 2
READY, RESULT, IDLE, DIED = 0, 1, 2, 5

# A number that only the extension and this process know, and the milliseconds that are left.
NONCE = 16
HEAD = NONCE + 8
CAN_COPY = sys.platform.startswith("linux")
# How often to look whether a copy has ended whose pipe somebody else still holds.
_LOOK_MS = 50


def _take(source, count):
    parts = []
    while count:
        part = _read(source, min(count, 1 << 20))
        if not part:
            raise EOFError
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def _take_frame(source):
    (length,) = _unpack("<I", _take(source, 4))
    return _take(source, length)


def _give(sink, data):
    view = memoryview(data)
    while view:
        view = view[_write(sink, view) :]


def _frame(data):
    return _pack("<I", len(data)) + data


class Supervisor:
    """Takes requests from `source` and gives answers on `sink`, until the other side is gone."""

    def __init__(self, source, sink):
        self.source = source
        self.sink = sink
        self.copy = None

    def serve(self, hello):
        if CAN_COPY:
            _adopt_orphans()
            # What is there now is shared with every copy, and not looked through by any.
            gc.collect()
            gc.freeze()
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        self.give(READY, hello)
        try:
            while True:
                frame = _take_frame(self.source)
                kind, nonce, request = frame[0], frame[1 : 1 + NONCE], frame[1 + HEAD :]
                if kind == ASK:
                    self.ask(nonce, request)
                else:
                    self.finish(nonce)
        except EOFError:
            pass
        finally:
            if self.copy is not None:
                self.copy.end()

    def give(self, kind, data):
        _give(self.sink, _frame(bytes([kind]) + data))

    def ask(self, nonce, request):
        if not CAN_COPY:
            self.give(RESULT, nonce + run(request))
            return
        if self.copy is None:
            self.copy = Copy((self.source, self.sink))
        answer = self.copy.ask(request, self.source)
        if answer is not None:
            self.give(RESULT, nonce + answer)
            return
        reason, detail = self.copy.end()
        self.copy = None
        self.give(DIED, json.dumps({"reason": reason, "detail": detail}).encode("ascii"))

    def finish(self, nonce):
        if self.copy is not None:
            self.copy.end()
            self.copy = None
        self.give(IDLE, nonce + (b"\0" if CAN_COPY else b"\1"))


class Copy:
    """A copy of this process that runs one snippet."""

    def __init__(self, closed):
        import select

        requests, self.sink = os.pipe()
        self.source, answers = os.pipe()
        self.process = os.fork()
        if self.process == 0:
            try:
                for descriptor in (*closed, self.sink, self.source):
                    os.close(descriptor)
                _run_copy(requests, answers)
            finally:
                os._exit(0)
        os.close(requests)
        os.close(answers)
        self.poll = select.poll()
        self.poll.register(self.source, select.POLLIN)
        self.status = None

    def ask(self, request, outside):
        """The answer; None where the copy ended without one. Raises `EOFError` where `outside` is gone first."""
        import select

        try:
            _give(self.sink, _frame(request))
        except OSError:
            return None
        self.poll.register(outside, select.POLLIN)
        received = b""
        while True:
            ready = [descriptor for descriptor, _ in self.poll.poll(_LOOK_MS)]
            if self.source in ready:
                part = _read(self.source, 1 << 20)
                received += part
                if len(received) >= 4:
                    (length,) = _unpack_from("<I", received)
                    if len(received) > 4 + length:
                        # More than one answer to one question: none of them counts.
                        return None
                    if len(received) == 4 + length:
                        self.poll.unregister(outside)
                        return received[4:]
                if not part:
                    return None
            elif outside in ready:
                # Nobody asks before the answer has come, so this is the end.
                raise EOFError
            elif self.has_ended():
                return None

    def has_ended(self):
        if self.status is None:
            process, status = os.waitpid(self.process, os.WNOHANG)
            if process:
                self.status = status
        return self.status is not None

    def end(self):
        """Ends the copy and whatever it has started; says how it ended, if it had by itself."""
        by_itself = self.has_ended() or _ends_soon(self)
        if not by_itself:
            os.kill(self.process, signal.SIGKILL)
            _, self.status = os.waitpid(self.process, 0)
        _end_orphans()
        os.close(self.sink)
        os.close(self.source)
        if not by_itself:
            return "crash", "it gave no answer to what it was asked"
        if os.WIFSIGNALED(self.status):
            return "crash", signal.Signals(os.WTERMSIG(self.status)).name
        return "exit", "exit code %d" % os.WEXITSTATUS(self.status)


def _ends_soon(copy):
    """A pipe that has closed comes before its process's end."""
    import select

    if not select.select([copy.source], [], [], 0)[0]:
        return False
    for _ in range(20):
        if copy.has_ended():
            return True
        select.select([], [], [], 0.005)
    return False


def _run_copy(requests, answers):
    signal.signal(signal.SIGINT, on_interrupt)
    _end_with_parent()
    if _seal is not None:
        _seal()
    try:
        while True:
            _give(answers, _frame(run(_take_frame(requests))))
    except (EOFError, OSError):
        pass


_PR_SET_PDEATHSIG, _PR_SET_CHILD_SUBREAPER = 1, 36
_prctl = None
_seal = None
_kept = frozenset()


def _adopt_orphans():
    """Whatever a snippet starts becomes a child of this process when its own parent ends; prepares what copies may not."""
    global _prctl, _seal, _kept
    _kept = frozenset(_children())
    try:
        import ctypes

        _prctl = ctypes.CDLL(None, use_errno=True).prctl
        _prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        _seal = sealing(_prctl)
    except (ImportError, OSError, AttributeError):
        pass


def _end_with_parent():
    if _prctl is not None:
        _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def _children():
    try:
        with open("/proc/self/task/%d/children" % os.getpid()) as file:
            return [int(each) for each in file.read().split()]
    except OSError:
        return []


def _end_orphans():
    """Ends what a snippet has started and left; each that ends may leave others, but not for ever."""
    for _ in range(1000):
        orphans = [process for process in _children() if process not in _kept]
        if not orphans:
            return
        for process in orphans:
            try:
                os.kill(process, signal.SIGKILL)
                os.waitpid(process, 0)
            except OSError:
                pass


def serve(source, sink, hello=b""):
    Supervisor(source, sink).serve(hello)
