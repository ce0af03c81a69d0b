"""One snippet, asked one thing after the other: its module code, then each call, then each drive.

What will be asked next is not here: a snippet that looks around finds nothing to leave out, and nothing to prepare for.
"""

from .own import OWN as __builtins__  # noqa: F401

import sys
import types

import numpy as np

from .adapted import Adapted
from .again import divergence, same_again
from .arguments import Arguments, arrays_of, driver_code
from .arrays import is_other, to_bytes
from .budget import Budget, TooLong
from .diagnosis.search import places_of
from .entry import Entry
from .errors import Stop, describe, make_error, module_place, raised
from .folder import Folder
from .guard import close, closed_names, guard, names_for_own_file
from .held import watched
from .limits import FILENAME
from .neighbours import Neighbours
from .output import Capture
from .own import PLAIN
from .owncode.watch import Watched
from .owncode.answer import answer_about
from .program import Program
from .source import Source
from .surroundings import fresh_random, random_state, read_in, restore_random, steady_random, without_sleep
from .trace import Tracer
from .wire import Writer, frame, unframe

_settrace = sys.settrace
_modules = sys.modules
_module_type = types.ModuleType


class Run:
    """A snippet from its module code to its last answer."""

    def __init__(self, request):
        limits = request["limits"]
        self.text = request["source"]
        self.function_name = request["functionName"]
        self.returns = request.get("returns", [])
        self.bundles = request.get("bundles", {})
        # How the exercise calls what is not one plain function.
        self.adapter = request.get("adapter")
        self.parameters = request.get("parameters", [])
        self.without = request.get("without", "")
        # What is asked about a learner's own file, and what was measured of it.
        self.own = request.get("own")
        self.watched = None
        self.measured = None
        # Where a mistake stands.
        self.places = None
        self.arguments = None
        self.entry = None
        self.random_state = None
        self.timeout = limits["timeoutSeconds"]
        self.output_limit = limits["outputBytes"]
        self.result_limit = limits["resultBytes"]
        self.output = Capture(self.output_limit)
        self.writer = Writer(self.result_limit)
        self.spent = 0
        self.trace_bytes = self.result_limit // 2
        self.source = None
        self.program = None
        self.namespace = None
        self.calls = []
        self.drives = []
        self.error = None

    def timeout_sentence(self, line):
        where = "" if line is None else " It was stopped in line %d." % line
        return (
            "The snippet did not finish within %g seconds.%s Look for a loop that never ends, or do fewer iterations."
            % (self.timeout, where)
        )

    def begin(self):
        """Runs the module code and finds the function."""
        self.source = Source(self.text)
        module = _module_type("__main__")
        self.namespace = module.__dict__
        self.program = Program(self.source, self.namespace, self.without)
        self.program.keeps_bound = self.own is not None
        folder = None if self.own is None else self.own["folder"]
        if folder is not None:
            read_in(folder)
        names = dict(PLAIN)
        closed = closed_names if folder is None else names_for_own_file()
        names.update(closed)
        written = Folder(reaches_out=self.own is not None)
        written.install()
        if self.own is not None:
            names["open"] = written.open
        importer = self.program.drawing.importer(closed["__import__"])
        modules = {} if self.own is None else self.own.get("modules") or {}
        if modules:
            neighbours = Neighbours(modules)
            neighbours.builtins, importer = names, neighbours.importer(importer)
        names["__import__"] = importer
        self.namespace["__builtins__"] = names
        self.namespace["__file__"] = FILENAME
        _modules["__main__"] = module
        sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = self.output.stream()
        sys.stdin = sys.__stdin__ = None
        if self.own is None:
            fresh_random()
        else:
            steady_random(self.own["seed"])
        close()
        self.run_program()
        if self.own is not None:
            return
        self.entry = (
            Entry(self.function_name, self.program, self.returns, self.bundles)
            if self.adapter is None
            else Adapted(self.adapter, self.program)
        )
        if self.parameters:
            self.entry.bind(self.parameters)
        # Where the snippet's own module code left the random state, seeded or not, each first call begins.
        self.random_state = random_state()

    def answer(self, request, numbers):
        """Does what one request asks, and gives the response in wire form."""
        self.arguments = Arguments(numbers)
        # Each answer has a block of its own; together they are within the limit.
        self.spent += self.writer.count * 8
        self.writer = Writer(self.result_limit - self.spent)
        self.calls, self.drives = [], []
        try:
            if self.source is None:
                self.begin()
            elif self.own is not None:
                self.measured = answer_about(self)
            elif request.get("places"):
                asked = request["places"]
                self.places = self.guarded(lambda: places_of(self, asked))
            for call in request["calls"]:
                if call.get("function"):
                    self.entry = Entry(call["function"], self.program, self.returns, {})
                self.output.begin_call(self.namespace, call.get("printed", False))
                if not self.entry.names:
                    self.entry.bind([item["name"] for item in call["arguments"]])
                self.calls.append(self.call(call, self.random_state))
            for drive in request["drives"]:
                self.output.begin(self.namespace, drive.get("printed", False))
                self.drives.append(self.drive(drive))
        except Stop as stop:
            self.error = stop.error
        return self.response()

    def run_program(self):
        """The module code around the function, as far as it runs within its share of the limits."""
        budget = Budget(self.source.tree) if self.own is None else Watched(self.source.tree)
        self.watched = budget

        def execute(code):
            def action():
                _settrace(budget)
                exec(code, self.namespace)

            try:
                self.guarded(action)
            finally:
                budget.more()
                # Prints of a program that were too many are cut, and nothing more.
                self.output.forgive()

        with without_sleep():
            self.program.run(execute)
        self.output.forgive()

    def guarded(self, action, entry=None):
        """Runs learner code. What it raises comes out as `Stop` where it is a limit, else as it is."""
        if guard.interrupted:
            raise Stop(make_error("timeout", self.timeout_sentence(None)), None, True)
        try:
            guard.running = True
            try:
                return action()
            finally:
                _settrace(None)
                guard.running = False
        except BaseException as exception:
            error = raised(exception, self, entry)
            where = module_place(exception.__traceback__)
            ends = error["kind"] in ("memory", "timeout") and not isinstance(exception, TooLong)
            # A frame that is kept alive keeps its arrays alive.
            exception.__traceback__ = None
            raise Stop(error, where, ends) from None

    def call(self, call, state):
        names = [item["name"] for item in call["arguments"]]
        values = [item["value"] for item in call["arguments"]]
        given = self.arguments.of(values)
        held = [(name, array) for name, value in zip(names, given) for array in arrays_of(value)]
        inputs = {id(array): name for name, array in held}
        before = [to_bytes(array) for _, array in held]
        tracer = Tracer(self.writer, self.trace_bytes, inputs) if call["trace"] else None
        result = {
            "name": call["name"],
            "returned": None,
            "error": None,
            "deterministic": None,
            "divergesAt": None,
            "changedInputs": [],
            "trace": [],
            "traceTruncated": False,
            "returnLines": [],
        }
        restore_random(state)
        returned = None
        try:
            returned = self.invoke(given, tracer)
            result["returned"] = self.encode_result(returned)
        except Stop as stop:
            result["error"] = stop.error
            self.end_if_limit(stop)
        if tracer is not None:
            self.trace_bytes = max(0, tracer.bytes_left)
            result["trace"] = tracer.events
            result["traceTruncated"] = tracer.truncated
        for (name, array), old in zip(held, before):
            if is_other(to_bytes(array), old):
                line = tracer.changed_by.get(id(array)) if tracer is not None else None
                result["changedInputs"].append({"name": name, "line": line})
        if result["error"] is None:
            ended_in = tracer.return_line if tracer else None
            result["returnLines"] = self.source.return_lines(self.entry.function, ended_in, self.returns)
            if call["twice"]:
                same = result["deterministic"] = same_again(self, values, returned)
                if not same and tracer is not None:
                    result["divergesAt"] = divergence(self, values, tracer)
        return result

    def invoke(self, given, tracer=None):
        function = self.entry.function
        arguments, named = self.entry.packed(given)

        def action():
            if tracer is not None:
                _settrace(tracer)
            return function(*arguments, **named)

        return self.guarded(action, function)

    def encode_result(self, returned):
        """A result's `repr`, for what is not an array, is the snippet's code as well."""
        try:
            return self.guarded(lambda: self.writer.value(returned))
        except Stop as stop:
            if stop.error["type"] != "TooLarge":
                raise
            stop.error = make_error("output", "The function returned %s." % self.writer.excess())
            raise

    def end_if_limit(self, stop):
        if stop.error["kind"] in ("timeout", "memory", "output"):
            raise stop

    def drive(self, drive):
        result = {"name": drive["name"], "returned": None, "error": None}
        try:
            given = self.arguments.of(drive["arguments"])
            namespace = {"np": np, "watched": watched, "__builtins__": dict(PLAIN), "__name__": "drive"}
            exec(driver_code(drive["source"], "exec"), namespace)
            restore_random(self.random_state)
            learner = self.entry.driven()
            returned = self.guarded(lambda: namespace["drive"](learner, *given), self.entry.function)
            result["returned"] = self.encode_result(returned)
        except Stop as stop:
            result["error"] = stop.error
            self.end_if_limit(stop)
        return result

    def response(self):
        text, truncated = self.output.text()
        header = {
            "error": self.error,
            "calls": self.calls,
            "drives": self.drives,
            "stdout": text,
            "stdoutTruncated": truncated,
            "blanks": self.source.blanks if self.source is not None else [],
            "skipped": self.program.skipped if self.program is not None else [],
            "own": self.measured,
            "places": self.places,
        }
        return frame(header, self.writer.chunks)


_present = None


def run(data):
    """Answers the request in `data`, both in wire form: about a new snippet, or, without a source, about the last one."""
    global _present
    request, numbers = unframe(data)
    try:
        if request["source"] is not None:
            guard.interrupted = False
            _present = Run(request)
        return _present.answer(request, numbers)
    except Exception as exception:
        # A snippet that changes what this file stands on (a class of the standard library, say) may bring it down.
        message = "The tutor could not judge what the snippet left behind (%s)." % describe(exception)
        error = make_error("exception", message)
        header = {
            "error": error,
            "calls": [],
            "drives": [],
            "stdout": "",
            "stdoutTruncated": False,
            "blanks": [],
            "skipped": [],
        }
        return frame(header, [])
