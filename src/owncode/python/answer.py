"""Everything that is measured of a learner's file, for the answer to the request."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import re
import sys
import time

import numpy as np

from ..arrays import to_bytes
from ..trace import Tracer
from ..wire import pack
from .constants import smallest_constant
from .declarations import declared_functions, misdeclared, refused_record
from .declared import Declared, Refusal
from .difference import measure
from .leaves import is_array, is_number, leaves
from .lines import BEYOND
from .propose import LATE, OTHER_PART, Search
from .repair.search import repair

# Modules of Python 2, and what they are now.
PYTHON_2 = {
    "cPickle": "pickle",
    "ConfigParser": "configparser",
    "Queue": "queue",
    "StringIO": "io",
    "cStringIO": "io",
    "Tkinter": "tkinter",
    "urllib2": "urllib.request",
    "urlparse": "urllib.parse",
    "HTMLParser": "html.parser",
}
# Of the time limit, what a declared check's differences may take and what a search may: the lines are traced after it.
_SHARE = 0.5
_SEARCH = 0.75
# And what may be spent on naming mistakes by trying to repair them, and until when.
_REPAIR = 0.3
_LATEST = 0.85
_clock = time.perf_counter
_MOST_INPUT = 100000
_MOST_INPUTS = 40
_settrace = sys.settrace


def answer_about(run):
    """`{measured, refused}` of the file that has run."""
    run.repair_end = _clock() + run.timeout * _LATEST
    run.repair_left = run.timeout * _REPAIR
    measured, refused = [], misdeclared(run)
    for function, node in declared_functions(run, run.own["function"]):

        def action(function=function, node=node):
            try:
                return True, measured_function(run, function, node)
            except Refusal as refusal:
                return False, refused_record(function.__name__, node.lineno, refusal)

        is_measured, told = run.guarded(action, function)
        (measured if is_measured else refused).append(told)
    if not measured and not refused:
        found, refused = run.guarded(lambda: searched(run))
        measured += found
        if not measured:
            refused = [because_missing(run, each) for each in refused] or nothing_but_missing(run)
    return {"measured": measured, "refused": refused}


def searched(run):
    """(measured, refused) of what the names and the file's own run tell how to call."""
    search = Search(run, run.timeout * _SEARCH)
    measured, refused = [], []
    for name, line, candidate, reason in search.all(run.own["function"]):
        if candidate is None:
            code, details = (reason, {}) if reason in (LATE, OTHER_PART) else ("not-called", {"why": reason[:200]})
            refused.append({"function": name, "line": line, "code": code, "details": details})
            continue
        declared = candidate.declared
        # What was tried after it may have given the same objects other arrays.
        declared.state.restore()
        run.namespace.update(candidate.bound)
        has_run = bool(run.watched.seen.get((None, name), name and run.watched.seen.get(tuple(name.split(".", 1)))))
        try:
            observations = traced(run, declared)
        except (KeyboardInterrupt, MemoryError):
            raise
        except Exception:
            # What was measured stands without its lines.
            observations = []
        finally:
            declared.end()
        measured.append(
            record(run, declared, candidate.result, observations, candidate.assumed is None)
            | {
                "function": name,
                "line": line,
                "how": "own-run" if has_run or name is None else "by-name",
                "declaration": candidate.text,
                "lossName": candidate.loss_name,
                "assumedLoss": candidate.assumed,
                "isMeant": candidate.is_meant,
                "isContradicted": candidate.is_contradicted,
            }
        )
    return measured, refused


def missing_of(run):
    """The first statement of the file that was left out because a package or a file is not there, or None."""
    for each in run.program.skipped:
        is_file = each["name"] in ("FileNotFoundError", "PermissionError", "OSError", "URLError")
        if each["reason"] in ("missing", "closed") or each["reason"] == "error" and is_file:
            return each
    return None


def because_missing(run, refused):
    """A refusal, told as what is missing where that may be the cause."""
    missing = missing_of(run)
    if missing is None or refused["code"] != "not-called":
        return refused
    # An import from the file's own package names none; of a block, the line where it stopped tells what.
    name = missing["name"]
    if missing["reason"] == "error" or not name:
        error = missing["error"]
        name = run.program.code_of(error["line"]) if error and error["line"] else missing["code"]
    if name in PYTHON_2:
        return {**refused, "code": "python-2", "details": {"name": name, "now": PYTHON_2[name]}}
    if missing["reason"] in ("error", "closed"):
        code = "missing" if missing["reason"] == "error" else "closed"
        return {**refused, "code": code, "details": {"name": name}}
    return {**refused, "code": "missing-module", "details": {"name": _module_of(name)}}


def _module_of(name):
    """The module that an import from the file's own package names: `layers` of `from .layers import relu`."""
    found = re.match(r"from\s+\.+\s*(\w[\w.]*)?\s*import\s+(\w+)", name)
    return name if found is None else found.group(1) or found.group(2)


def nothing_but_missing(run):
    missing = missing_of(run)
    if missing is None:
        return []
    nothing = {"function": None, "line": missing["line"], "code": "not-called", "details": {}}
    return [because_missing(run, nothing)]


def measured_function(run, function, node):
    """The record of one declared function. Raises `Refusal` or what its code raises."""
    declared = Declared(function, node)
    try:
        result = measure(declared, run.own["seed"], run.timeout * _SHARE)
        observations = traced(run, declared)
    finally:
        declared.end()
    loss_node = declared.returned[0]
    return record(run, declared, result, observations) | {
        "function": function.__name__,
        "line": node.lineno,
        "how": "declared",
        "declaration": ast.unparse(node),
        "lossName": ast.unparse(loss_node) if loss_node is not None else "loss",
        "assumedLoss": None,
        "isMeant": True,
        "isContradicted": False,
    }


def traced(run, declared):
    """The line trace of one evaluation at the point."""
    # The numbers that are measured are few beside it.
    tracer = Tracer(run.writer, run.trace_bytes, {})
    declared.put()
    _settrace(tracer)
    try:
        declared._call()
    finally:
        _settrace(None)
    run.trace_bytes = max(0, tracer.bytes_left)
    return [event for event in tracer.events if event[0] < BEYOND]


def record(run, declared, result, observations, is_own=True):
    """What was measured, as the answer has it; `is_own`: the loss is the file's."""
    parameters = []
    for index, (parameter, gradient, slopes) in enumerate(zip(declared.parameters, result.gradients, result.slopes)):
        parameters.append(
            {
                "name": _shown(parameter.name),
                "gradientName": _shown(declared.gradient_names[index]),
                "guessed": index in declared.guessed,
                "value": array_of(run, parameter.point),
                "gradient": None if gradient is None else array_of(run, gradient),
                "entries": slopes.entries,
                "kinks": slopes.kinks,
                "numeric": block_of(run, slopes.numeric),
                "analytic": block_of(run, slopes.analytic),
            }
        )
    epsilon = smallest_constant(run.source.tree)
    repair, is_searched = repaired(run, declared, result, epsilon, is_own)
    return {
        "loss": _json_number(result.loss),
        "again": _json_number(result.again),
        "epsilon": epsilon,
        "repair": repair,
        "isSearched": is_searched,
        "parameters": parameters,
        "observations": observations,
        "inputs": [[name, array_of(run, value)] for name, value in inputs_of(declared)],
    }


def repaired(run, declared, result, epsilon, is_own):
    """
    (The mistake that one change of one place takes back, whether all changes were tried): None where none does, or where
    that cannot be told.
    """
    begin = _clock()
    try:
        return repair(run, declared, result, epsilon, is_own, min(run.repair_left, run.repair_end - begin)), True
    except (KeyboardInterrupt, MemoryError):
        raise
    except Exception:
        # Over time, or of a kind that cannot be tried: what was measured stands without a name.
        return None, False
    finally:
        run.repair_left -= _clock() - begin
        declared.end()


def inputs_of(declared):
    """The arrays that the function reads by name and that are no parameters."""
    function = declared.function
    moved = {id(parameter.target) for parameter in declared.parameters}
    found = []
    for name in function.__code__.co_names:
        value = function.__globals__.get(name)
        if isinstance(value, list) and value and all(is_number(item) for item in value):
            value = np.array(value, dtype=float)
        for leaf in leaves(value, name) if value is not None else ():
            if is_array(leaf.value) and id(leaf.value) not in moved and leaf.value.size <= _MOST_INPUT:
                found.append((_shown(leaf.name), leaf.value))
    return found[:_MOST_INPUTS]


def _shown(name):
    """A name without what sets apart the values that a check has set up."""
    return None if name is None else name.replace("check_net.", "").replace("check_layer.", "").replace("check_", "")


def array_of(run, value):
    dtype, shape, data = to_bytes(np.asarray(value))
    return {"shape": list(shape), "at": run.writer.block(data)}


def block_of(run, numbers):
    return run.writer.block(pack("<%dd" % len(numbers), *numbers))


def _json_number(value):
    return float(value) if np.isfinite(value) else None
