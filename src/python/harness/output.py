"""What a snippet prints."""

from .own import OWN as __builtins__  # noqa: F401

import io

from .limits import FLOOD_FACTOR


class Flood(BaseException):
    """The snippet prints without end."""


class Capture:
    """What a snippet printed, standard output and error together as on a terminal; keeps the beginning."""

    def __init__(self, limit):
        self.limit = limit
        self.kept = []
        self.size = 0
        self.seen = 0
        self.recording = True

    def add(self, text):
        length = _str_length(text)
        self.seen += length
        if self.recording and self.size < self.limit:
            self.kept.append(_str_copy(text))
            self.size += length
        if self.seen > self.limit * FLOOD_FACTOR:
            raise Flood()
        return length

    def text(self):
        data = "".join(self.kept).encode("utf-8", "backslashreplace")
        return data[: self.limit].decode("utf-8", "ignore"), len(data) > self.limit

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
