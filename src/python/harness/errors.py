"""The errors of a run: Python's own words, the learner's frames only, and a sentence where a limit was reached."""

from .own import OWN as __builtins__  # noqa: F401

import errno
import traceback

import numpy as np

from .budget import TooLong
from .guard import guard, is_closed
from .hints import hint_of
from .limits import FILENAME, FLOOD_FACTOR, MAX_TRACEBACK, MAX_WRITES
from .output import Flood
from .site import site_of
from .sorts import sort_of
from .syntax import syntax_hint

_unsupported = getattr(np, "_UnsupportedError", None)
_way_out = getattr(getattr(np, "_errors", None), "WAY_OUT", "")


class Stop(Exception):
    """Ends a piece of learner code with an error that is the run's own.

    `where` is the place in module code that was running, as (line, column in bytes or None). `ends_run` is true of
    limits after which nothing more can be run.
    """

    def __init__(self, error, where=None, ends_run=False):
        super().__init__()
        self.error = error
        self.where = where
        self.ends_run = ends_run


def make_error(kind, message, line=None, type_name=None, hint=None):
    return {
        "kind": kind,
        "type": type_name,
        "message": message,
        "line": line,
        "column": None,
        "endLine": None,
        "endColumn": None,
        "traceback": "",
        # What the error means here, for a sentence beside Python's own words: {"code", "details"}, all of it text.
        "hint": hint,
        # Of Python's own words, what sort of error they tell of; None where they are not known, or not Python's.
        "sort": None,
    }


def _column(lines, line, byte):
    """The 1-based column, in characters, of a byte offset."""
    if line is None or byte is None or not 1 <= line <= len(lines):
        return None
    return len(lines[line - 1].encode("utf-8", "replace")[:byte].decode("utf-8", "ignore")) + 1


def _positions(code, instruction):
    if instruction < 0 or not hasattr(code, "co_positions"):
        return None, None, None, None
    for index, position in enumerate(code.co_positions()):
        if index == instruction // 2:
            return position
    return None, None, None, None


def _learner_frames(tb):
    """(traceback entries of the snippet, oldest first); of a deep recursion the beginning and the end."""
    first, last = [], []
    while tb is not None:
        if tb.tb_frame.f_code.co_filename == FILENAME:
            (first if len(first) < 10 else last).append(tb)
            if len(last) > 40:
                del last[:20]
        tb = tb.tb_next
    return first + last


def module_place(tb):
    """(line, column in bytes or None) of the snippet's module code that a traceback goes through, or None."""
    while tb is not None:
        code = tb.tb_frame.f_code
        if code.co_filename == FILENAME and code.co_name == "<module>":
            column = _positions(code, tb.tb_lasti)[2]
            return tb.tb_lineno, column
        tb = tb.tb_next
    return None


def _summary(tb):
    code = tb.tb_frame.f_code
    if hasattr(code, "co_positions"):
        line, end_line, column, end_column = _positions(code, tb.tb_lasti)
        return traceback.FrameSummary(
            FILENAME, tb.tb_lineno, code.co_name, lookup_line=False,
            end_lineno=end_line, colno=column, end_colno=end_column,
        )  # fmt: skip
    return traceback.FrameSummary(FILENAME, tb.tb_lineno, code.co_name, lookup_line=False)


def describe(exception):
    """Python's own words for an exception: `ValueError: shapes (3,4) and …`."""
    try:
        lines = traceback.TracebackException(
            type(exception), exception, exception.__traceback__, limit=0
        ).format_exception_only()
        return "".join(lines).rstrip("\n")[:MAX_TRACEBACK]
    except Exception:
        return type(exception).__name__


# What CPython 3.14 says in place of MemoryError where `s += s` in a function finds no memory: no type has no name.
_LOST_MEMORY_ERROR = "TypeError: unsupported operand type(s) for +=: '' and ''"


# What Python and NumPy say of sizes that no memory holds, in errors of other classes.
_BEYOND_ALL_SIZES = (
    "array is too big", "Maximum allowed dimension exceeded", "Maximum allowed size exceeded",
    "maximum supported size", "array size defined by dims is larger", "index-sized integer", "to C ssize_t",
    "repeated string is too long", "repeated bytes are too long", "too many digits in integer",
)  # fmt: skip


# What an exercise's own `check` stumbles over where a snippet gives it something else than it asks for.
_OF_ADAPTER = (TypeError, ValueError, AttributeError, IndexError, KeyError)


# How far an exception is followed to those that it came of or that it holds.
_MOST_BEFORE = 50


def _came_of_memory(exception):
    """Whether memory was what failed: a snippet may have caught that and raised another exception."""
    waiting, seen = [exception], set()
    while waiting and len(seen) < _MOST_BEFORE:
        one = waiting.pop(0)
        if id(one) in seen or not isinstance(one, BaseException):
            continue
        seen.add(id(one))
        if isinstance(one, MemoryError) or isinstance(one, OSError) and _code_of(one) == errno.ENOMEM:
            return True
        waiting += [_cause(one), _context(one), *_members(one)]
    return False


# Looked up where CPython keeps them: a class of the snippet's may say anything about itself.
_cause = BaseException.__dict__["__cause__"].__get__
_context = BaseException.__dict__["__context__"].__get__
_code_of = OSError.__dict__["errno"].__get__


_exception_group = __builtins__.get("BaseExceptionGroup")
_exceptions_in = None if _exception_group is None else _exception_group.__dict__["exceptions"].__get__


def _members(exception):
    """What a group of exceptions holds, where this Python has such."""
    if _exception_group is None or _exceptions_in is None or not isinstance(exception, _exception_group):
        return ()
    return _exceptions_in(exception)


def _is_memory(exception, message):
    if _came_of_memory(exception) or message == _LOST_MEMORY_ERROR:
        return True
    return isinstance(exception, (OverflowError, ValueError)) and any(part in message for part in _BEYOND_ALL_SIZES)


def _text_of(exception):
    """What an exception of ours says, without its class's name."""
    return "".join(str(argument) for argument in exception.args)


def raised(exception, run, entry=None):
    """The error that a snippet's exception is. `entry` is the learner's function, where one was called."""
    name = type(exception).__name__
    frames = _learner_frames(exception.__traceback__)
    line = frames[-1].tb_lineno if frames else None
    kind = "exception"
    if isinstance(exception, SyntaxError) and exception.filename == FILENAME:
        return syntax_error(exception, run.source.lines)
    message = describe(exception)
    said = ""
    if isinstance(exception, KeyboardInterrupt) and guard.interrupted:
        return make_error("timeout", run.timeout_sentence(line), line)
    if isinstance(exception, TooLong):
        return make_error("timeout", "This part of the program takes longer than a check may.", line, "TooLong")
    if isinstance(exception, Flood):
        return make_error(
            "output",
            "The snippet printed more than %s and was stopped. Print less, or look for a loop that never ends."
            % (
                "%d texts" % MAX_WRITES
                if run.output.writes > MAX_WRITES
                else "%d MiB" % (run.output_limit * FLOOD_FACTOR >> 20)
            ),
            line,
        )
    if _is_memory(exception, message):
        kind = "memory"
        name = "MemoryError"
        message = message.replace(_LOST_MEMORY_ERROR, name)
        message += (
            "\nThe snippet asked for more memory than it may have. Check the shapes of its arrays, "
            "and that no list grows without end."
        )
    elif isinstance(exception, RecursionError):
        said = "A function of the snippet calls itself without coming to an end."
    elif isinstance(exception, SystemExit):
        said = "The snippet ended Python itself. Remove the call of exit()."
    elif _unsupported is not None and isinstance(exception, _unsupported):
        kind = "unsupported"
        message = _text_of(exception)
    elif isinstance(exception, ModuleNotFoundError) and _unsupported is not None and not is_closed(exception.name):
        kind = "unsupported"
        said = "The built-in Python has NumPy and the standard library, no other packages. %s" % _way_out
    elif not frames and entry is not None and run.adapter is not None and isinstance(exception, _OF_ADAPTER):
        return run.entry.unusable(message, exception.__traceback__)
    elif isinstance(exception, TypeError) and not frames and entry is not None and run.entry is not None:
        # The call itself failed: another number of parameters than the exercise asks for.
        return run.entry.signature_error(message)
    site = site_of(exception.__traceback__, run.source.tree, _positions)
    hint = hint_of(exception, run, site, frames)
    if said:
        # In English here already; the grader says it in the learner's language.
        message += "\n" + said
        if hint is not None:
            hint["details"]["said"] = said
    error = make_error(kind, message, line, name, hint)
    error["sort"] = sort_of(name, message)
    if frames:
        last = frames[-1]
        start, end, column, end_column = _positions(last.tb_frame.f_code, last.tb_lasti)
        error["column"] = _column(run.source.lines, start, column)
        error["endLine"] = end
        error["endColumn"] = _column(run.source.lines, end, end_column)
        try:
            stack = traceback.StackSummary.from_list([_summary(frame) for frame in frames]).format()
            text = "Traceback (most recent call last):\n%s%s" % ("".join(stack), describe(exception))
            error["traceback"] = text[-MAX_TRACEBACK:]
        except Exception:
            pass
    if hint is not None and hint["code"] == "needs-skipped":
        return run.program.needed(hint, error)
    return error


def syntax_error(exception, lines):
    error = make_error("syntax", "%s: %s" % (type(exception).__name__, exception.msg), exception.lineno)
    error["type"] = type(exception).__name__
    error["hint"] = syntax_hint(exception, lines)
    error["sort"] = sort_of(error["type"], error["message"])
    error["column"] = exception.offset if exception.offset and exception.offset > 0 else None
    end_line = getattr(exception, "end_lineno", None)
    end_offset = getattr(exception, "end_offset", None)
    if end_line and end_offset and end_offset > 0:
        error["endLine"], error["endColumn"] = end_line, end_offset
    error["traceback"] = describe(exception)[-MAX_TRACEBACK:]
    return error
