"""The line trace: what the arrays and numbers of the learner's frames were after every line."""

from .own import OWN as __builtins__  # noqa: F401

from .arrays import ndarray, to_bytes
from .limits import (
    DRIVER,
    FILENAME,
    MAX_ITEMS,
    MAX_MEMBER_DEPTH,
    MAX_MEMBERS,
    MAX_TOLD_CALLS,
    MAX_TRACE_EVENTS,
    MAX_TRACE_WORK,
)
from .wire import TooLarge, number_of

# What looking at an array costs beside looking at a number, and how many of its bytes cost as much as a number.
_ARRAY_WORK = 4
_BYTES_PER_WORK = 1024


class Watch:
    """One frame of the learner's: the line it is on, and what its locals were when last looked at."""

    __slots__ = ("line", "seen", "depth", "name", "raising")

    def __init__(self, line, depth, name):
        self.line = line
        self.seen = {}
        self.depth = depth
        self.name = name
        self.raising = False


def _is_own(kind):
    """Whether a class is one of the snippet's."""
    module = type.__dict__["__module__"].__get__(kind)
    return type(module) is str and module == "__main__"


def _held(name, value):
    """What a list, a dict or an object of the snippet's own classes holds, each under the way to write it."""
    kind = type(value)
    if kind is list:
        if 0 < len(value) <= MAX_MEMBERS:
            return [("%s[%d]" % (name, index), item) for index, item in enumerate(value)]
    elif kind is dict:
        if 0 < len(value) <= MAX_MEMBERS:
            return [("%s[%r]" % (name, key), item) for key, item in list(value.items()) if type(key) in (str, int)]
    elif _is_own(kind):
        try:
            held = object.__getattribute__(value, "__dict__")
        except AttributeError:
            return ()
        if type(held) is dict and len(held) <= MAX_MEMBERS:
            return [("%s.%s" % (name, key), item) for key, item in list(held.items()) if type(key) is str]
    return ()


def members(name, value):
    """What a value holds, and what that holds in turn, up to a depth: `self.p[0]`, `net.layers[1].W`."""
    found = _held(name, value)
    if not found:
        return found
    level = found
    for _ in range(MAX_MEMBER_DEPTH - 1):
        level = [one for member, item in level if not isinstance(item, ndarray) for one in _held(member, item)]
        # Rows of numbers are many, and each is of little interest.
        if not level or len(found) + len(level) > MAX_MEMBERS:
            break
        found = found + level
    return found


def _size_of(value):
    """How many numbers a value holds, and in how many parts, counted no further than a list can have in a report."""
    size, parts, found = 0, 1, [value]
    while found and parts <= MAX_ITEMS:
        part = found.pop()
        if isinstance(part, ndarray):
            size += part.size
        elif isinstance(part, (tuple, list)):
            # Lists may hold each other, or themselves.
            parts += len(part)
            if parts <= MAX_ITEMS:
                found.extend(part)
        else:
            size += 1
    return size, parts


def _calling_line(frame):
    """The line of the snippet's that a frame was called from, or None."""
    while frame is not None and frame.f_code.co_filename != FILENAME:
        frame = frame.f_back
    return None if frame is None else frame.f_lineno


class Tracer:
    """Records the arrays and numbers of the learner's frames, line by line."""

    def __init__(self, writer, bytes_left, inputs):
        self.writer = writer
        self.bytes_left = bytes_left
        # Arguments by identity, to say which line changed one.
        self.inputs = inputs
        self.changed_by = {}
        self.events = []
        # The line, the name and the numbers of every event: what another run of the same must give too.
        self.marks = []
        self.truncated = False
        self.return_line = None
        self.depth = -1
        # How often what a function was given has been recorded, by its code.
        self.told = {}
        # Counted, not timed: what a trace holds must not depend on how busy the machine is.
        self.work = MAX_TRACE_WORK

    def __call__(self, frame, event, argument):
        if self.truncated:
            return None
        if frame.f_code.co_filename == DRIVER:
            self.tell_asked(frame)
        if frame.f_code.co_filename != FILENAME:
            return None
        self.depth += 1
        watch = Watch(frame.f_lineno, self.depth, frame.f_code.co_name)
        given, kept = [], []
        for name, value in frame.f_locals.items():
            # What a frame was given is nothing new; it is looked at only for changes in place.
            self.know(watch, name, value)
            given.append(value)
            for member, item in members(name, value):
                self.know(watch, member, item)
                kept.append(item)
        if self.depth > 0:
            self.tell(frame, watch, given, kept)
        return self.local(watch)

    def tell(self, frame, watch, given, kept):
        """
        Records what a helper was given, itself and in what keeps it, and the line of its call, the first times it is
        called.
        """
        line = _calling_line(frame.f_back)
        times = self.told.get(frame.f_code, 0)
        if line is None or times >= MAX_TOLD_CALLS:
            return
        self.told[frame.f_code] = times + 1
        # No local can have a keyword's name.
        self.record(line, watch, "def", (self.measured(given), self.measured(kept)), None, False)

    def tell_asked(self, frame):
        """Records the line from which a function that the snippet was given is called, the first times it is."""
        line = _calling_line(frame.f_back)
        times = self.told.get(frame.f_code, 0)
        if line is None or times >= MAX_TOLD_CALLS:
            return
        self.told[frame.f_code] = times + 1
        self.work -= 1
        watch = Watch(line, self.depth + 1, frame.f_code.co_name)
        # No local can have a keyword's name.
        self.record(line, watch, "lambda", (), None, False)

    def measured(self, values):
        """The arrays among some values, then the numbers; looking at them is work."""
        arrays = [value for value in values if isinstance(value, ndarray) and value.dtype.kind in "fiub"]
        numbers = [value for value in values if number_of(value) is not None]
        self.work -= _ARRAY_WORK * len(arrays) + len(numbers)
        return tuple(arrays + numbers)

    @staticmethod
    def know(watch, name, value):
        known = isinstance(value, ndarray) and value.dtype.kind in "fiub"
        length = len(value) if isinstance(value, list) else None
        watch.seen[name] = (value, to_bytes(value) if known else length)

    def local(self, watch):
        def trace(frame, event, argument):
            if event == "line":
                self.compare(frame, watch)
                watch.line = frame.f_lineno
                watch.raising = False
            elif event == "exception":
                watch.raising = True
            elif event == "return":
                self.compare(frame, watch)
                if not (watch.raising and argument is None):
                    if watch.depth == 0:
                        self.return_line = frame.f_lineno
                    self.record(frame.f_lineno, watch, "return", argument, None, False)
                self.depth -= 1
            if self.work < 0:
                self.truncated = True
            if self.truncated:
                # From here on nothing is recorded; only the way out of this frame is still counted.
                frame.f_trace_lines = False
                if event != "return" and watch.depth != 0:
                    return None
            return trace

        return trace

    def compare(self, frame, watch):
        if self.truncated:
            return
        seen = watch.seen
        self.work -= 1
        for name, value in frame.f_locals.items():
            self.work -= 1
            before = seen.get(name)
            if isinstance(value, ndarray):
                self.compare_array(watch, name, value)
                continue
            is_new = before is None or before[0] is not value
            if is_new:
                if name[:1] == ".":
                    continue
                seen[name] = (value, len(value) if isinstance(value, list) else None)
                # Ellipsis is the starter's blank: where it stands is worth telling.
                if (
                    value is ...
                    or number_of(value) is not None
                    or (isinstance(value, (tuple, list)) and len(value) <= MAX_MEMBERS)
                ):
                    self.record(watch.line, watch, name, value, None, False)
            is_whole = isinstance(value, list) and (is_new or self.has_grown(watch, name, value))
            for member, item in members(name, value):
                self.work -= 1
                if is_whole:
                    # The list is recorded as a whole.
                    self.know(watch, member, item)
                elif isinstance(item, ndarray):
                    self.compare_array(watch, member, item)
                elif member not in seen or seen[member][0] is not item:
                    seen[member] = (item, None)
                    if item is ... or number_of(item) is not None:
                        self.record(watch.line, watch, member, item, None, False)

    def has_grown(self, watch, name, value):
        """Records a list of numbers that has become longer or shorter."""
        if watch.seen[name][1] == len(value) or len(value) > MAX_MEMBERS:
            return False
        watch.seen[name] = (value, len(value))
        if any(number_of(item) is None for item in value):
            return False
        self.record(watch.line, watch, name, value, None, True)
        return True

    def compare_array(self, watch, name, value):
        if value.dtype.kind not in "fiub":
            return
        before = watch.seen.get(name)
        now = to_bytes(value)
        self.work -= _ARRAY_WORK + len(now[2]) // _BYTES_PER_WORK
        same_object = before is not None and before[0] is value
        if before is not None and before[1] == now:
            if not same_object:
                watch.seen[name] = (value, now)
            return
        watch.seen[name] = (value, now)
        if same_object and id(value) in self.inputs:
            self.changed_by.setdefault(id(value), watch.line)
        self.record(watch.line, watch, name, value, now, same_object)

    def record(self, line, watch, name, value, snapshot, in_place):
        if len(self.events) >= MAX_TRACE_EVENTS:
            self.truncated = True
            return
        before, chunks = self.writer.count, len(self.writer.chunks)
        size, parts = _size_of(value)
        self.work -= parts
        if parts > MAX_ITEMS:
            return
        if size * 8 > self.bytes_left:
            self.truncated = True
            return
        try:
            encoded = self.writer.array(snapshot) if snapshot is not None else self.writer.value(value)
        except TooLarge:
            self.truncated = True
            return
        self.bytes_left -= (self.writer.count - before) * 8
        self.events.append([line, watch.name, watch.depth, name, encoded, in_place])
        self.marks.append((line, name, encoded.get("value"), b"".join(self.writer.chunks[chunks:])))
