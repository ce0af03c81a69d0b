"""What a snippet prints."""

from .own import OWN as __builtins__  # noqa: F401

import io
from collections import deque

from .limits import FLOOD_FACTOR, MAX_WRITES


class Flood(BaseException):
    """The snippet prints without end."""


class Capture:
    """What a snippet printed, standard output and error together as on a terminal; keeps the beginning and the end."""

    def __init__(self, limit):
        self.limit = limit
        self.head_limit = limit * 3 // 4
        self.head = []
        self.head_size = 0
        self.tail = deque()
        self.tail_size = 0
        # Characters that were between the two.
        self.left_out = 0
        # Characters and texts that were printed since it was last looked at.
        self.seen = 0
        self.writes = 0
        self.recording = True
        self.has_been_called = False
        # What the module code printed and was warned of, once a call or drive after it is kept.
        self.before = None

    def add(self, text):
        length = _str_length(text)
        self.seen += length
        self.writes += 1
        if self.recording:
            self.keep(_str_copy(text), length)
        if self.seen > self.limit * FLOOD_FACTOR or self.writes > MAX_WRITES:
            raise Flood()
        return length

    def begin_call(self, namespace, wanted):
        """What a call prints is kept where it is the first, or wanted."""
        self.begin(namespace, wanted or not self.has_been_called)
        self.has_been_called = True

    def begin(self, namespace, recorded):
        """Whether what is printed from here on is kept, in place of what calls and drives have printed before."""
        self.recording = recorded
        if not recorded:
            return
        # Python says each warning once: what was said to calls that are forgotten is to be said again.
        registry = namespace.setdefault("__warningregistry__", {})
        if self.before is None:
            self.before = self.held(), dict(registry)
            return
        printed, warned = self.before
        self.go_back(printed)
        registry.clear()
        registry.update(warned)

    def held(self):
        """What is kept by now, for `go_back`."""
        return list(self.head), self.head_size, deque(self.tail), self.tail_size, self.left_out

    def go_back(self, held):
        """Forgets what was printed since."""
        head, self.head_size, tail, self.tail_size, self.left_out = held
        self.head, self.tail = list(head), deque(tail)

    def forgive(self):
        """What was printed up to here counts no more."""
        self.seen = self.writes = 0

    def keep(self, text, length):
        room = self.head_limit - self.head_size
        if room > 0:
            self.head.append(text[:room])
            self.head_size += min(room, length)
            text = text[room:]
            length -= min(room, length)
        if length == 0:
            return
        if length > self.limit:
            self.left_out += length - self.limit
            text, length = text[-self.limit :], self.limit
        self.tail.append(text)
        self.tail_size += length
        while self.tail_size - len(self.tail[0]) >= self.limit:
            gone = len(self.tail.popleft())
            self.tail_size -= gone
            self.left_out += gone

    def text(self):
        """(what was kept, in at most `limit` bytes; whether that is not all)."""
        head = "".join(self.head).encode("utf-8", "backslashreplace")
        tail = "".join(self.tail).encode("utf-8", "backslashreplace")
        if self.left_out == 0 and len(head) + len(tail) <= self.limit:
            return (head + tail).decode("utf-8", "ignore"), False
        # What has to go goes from the middle, and one line says how much that was.
        first = (head + tail if self.left_out == 0 else head)[: self.head_limit]
        rest = (head + tail)[len(first) :]
        mark = b"\n[... %d ...]\n" % (self.left_out + len(rest))
        last = rest[max(0, len(rest) - max(0, self.limit - len(first) - len(mark))) :]
        text = first.decode("utf-8", "ignore") + mark.decode("ascii") + last.decode("utf-8", "ignore")
        return text[: self.limit], True

    def stream(self):
        """A file object over this. Its class is made anew each time: a snippet may change it."""
        add = self.add

        class Stream(io.TextIOBase):
            encoding = "utf-8"
            errors = "backslashreplace"

            def write(self, text):
                if not isinstance(text, str):
                    raise TypeError("write() argument must be str, not " + type(text).__name__)
                return add(text)

            def writable(self):
                return True

            def close(self):
                pass

        return Stream()


_str_length = str.__len__


def _str_copy(text):
    return text if type(text) is str else "".join(str.__iter__(text))
