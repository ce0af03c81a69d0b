"""The learner's function: found in what the program has left, and called the way it takes its arguments."""

from .own import OWN as __builtins__  # noqa: F401

import types

from .binding import Unbound, binding_of, by_names, signature_of
from .errors import Stop, make_error
from .limits import FILENAME
from .wire import type_name

_function_type = types.FunctionType
_missing = object()


class Entry:
    """The function under the exercise's name. `returns` names what it gives, `bundles` what its dictionaries hold."""

    def __init__(self, name, program, returns, bundles):
        self.name = name
        self.function = found_in(name, program)
        self.returns = returns
        self.bundles = bundles
        self.names = []
        self.binding = None

    def bind(self, names):
        """Finds out whether the function takes the arguments of these names in dictionaries."""
        self.names = names
        try:
            self.binding = binding_of(self.function, names, self.bundles)
        except Unbound as unbound:
            error = self.signature_error("TypeError: %r is none of the exercise's arrays." % unbound.name)
            error["hint"]["details"]["name"] = unbound.name
            raise Stop(error) from None

    def signature_error(self, message):
        """The error of a function that takes something else than the exercise gives it."""
        line = getattr(getattr(self.function, "__code__", None), "co_firstlineno", None)
        wanted = "%s(%s)" % (self.name, ", ".join(self.names))
        details = {"wanted": wanted, "given": signature_of(self.function), "name": ""}
        return make_error("contract", message, line, "TypeError", {"code": "signature", "details": details})

    def packed(self, given):
        """(positional, keyword arguments) of a call with the exercise's arguments in order."""
        return (given, {}) if self.binding is None else self.binding.pack(dict(zip(self.names, given)))

    def driven(self):
        """The function as a drive calls it: all in order, an answer in order."""
        function, returns = self.function, self.returns
        if self.binding is None and len(returns) < 2:
            return function

        def learner(*given):
            arguments, named = self.packed(given)
            return by_names(function(*arguments, **named), returns)

        return learner


def found_in(wanted, program):
    """The function `wanted`; one that stands in a class as a static method will do. Raises `Stop` where there is none."""
    namespace = program.namespace
    function = namespace.get(wanted, _missing)
    if function is not _missing and callable(function):
        return function
    members = _members(wanted, namespace)
    static = [member.__func__ for _, member in members if type(member) is staticmethod]
    if function is _missing and len(static) == 1:
        return static[0]
    if function is _missing:
        program.refuse_missing(wanted)
    details = {"wanted": wanted, "variant": "none", "kind": "", "names": "", "class": ""}
    if function is not _missing:
        what = "`%s` is not a function here but of type %s." % (wanted, type_name(function))
        details.update(variant="kind", kind=type_name(function))
    elif members:
        what = "Here it is a method of the class `%s`." % members[0][0]
        details.update({"variant": "method", "class": members[0][0]})
    else:
        defined = [
            name
            for name, value in namespace.items()
            if type(value) is _function_type and value.__code__.co_filename == FILENAME
        ]
        if not defined:
            program.refuse_failed()
        names = ", ".join(["`%s`" % name for name in defined[:8]])
        what = "It defines %s." % names if defined else "It defines no function."
        details.update(variant="defined" if defined else "none", names=names)
    message = "The snippet must define the function `%s`. %s" % (wanted, what)
    # In English here already; the grader says it in the learner's language.
    details["said"] = message
    raise Stop(make_error("contract", message, None, None, {"code": "no-function", "details": details}))


def _members(wanted, namespace):
    """(name of the class, member) for every class of the snippet's that has `wanted`."""
    found = []
    for name, value in list(namespace.items()):
        if type(value) is type and value.__module__ == "__main__" and wanted in value.__dict__:
            found.append((name, value.__dict__[wanted]))
    return found
