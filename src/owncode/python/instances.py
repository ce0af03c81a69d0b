"""An object of a class of the file's: the one of its own run, else one that is made as the file makes it."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import re

from ..copied import walk
from .draft import NotSo
from .functions import INPUT, TARGET
from .invent import option_text, size_text


class Instances:
    """The part of finding arguments that finds the object whose method is called."""

    def make_instance(self):
        methods = self.names.classes[self.owner]
        for method in [self.target, *methods.values()]:
            if self.instance is None:
                seen = self.arguments_seen.get((self.owner, method.name), {}).get("self")
                self.instance = (
                    self.seen_of(seen) if seen is not None and type(seen[0]).__name__ == self.owner else None
                )
        if self.instance is None:
            self.draft.set_up("check_net = %s" % (self.made_in_file() or self.made_anew(methods.get("__init__"))))
            self.instance = "check_net"
        self.sources.append(self.instance)

    def made_anew(self, init):
        return "%s(%s)" % (self.owner, ", ".join([] if init is None else self.init_arguments(init)))

    def made_in_file(self):
        """
        The call by which the file makes one, where it stands by itself: `Network([Dense(2, 8), Dense(8, 1)])`. None where
        the arguments of the file's own run can be written, or where it speaks of names that only are there while it runs.
        """
        init = self.names.classes[self.owner].get("__init__")
        if init is not None and all(name in init.defaults or self.seen_text(init, name) for name in init.parameters):
            return None
        for node in walk(self.names.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == self.owner:
                try:
                    self.draft.value(ast.unparse(node))
                except Exception:  # noqa: S112 - another call may stand by itself
                    continue
                return ast.unparse(node)
        return None

    def init_arguments(self, init):
        given = []
        for name in init.parameters:
            seen = self.seen_text(init, name)
            if seen is not None:
                given.append("%s=%s" % (name, seen))
                continue
            if name in init.defaults and not re.match(r"^(reg|lambd?a?|l2)$", name):
                continue
            if INPUT.match(name) and size_text(name, self.config) is None:
                text = self.config.x()
            elif TARGET.match(name):
                text = self.config.y()
            else:
                text = size_text(name, self.config) or option_text(name) or self.config.parameter(name)
            if text is None:
                raise NotSo("%s of %s is not known" % (name, self.owner))
            if is_shown(name, text):
                self.draft.set_up("check_%s = %s" % (name, text))
                self.known[name] = text = "check_" + name
            given.append("%s=%s" % (name, text))
        return given


def is_shown(name, text):
    """Whether a value deserves a line of its own."""
    return "random" in text
