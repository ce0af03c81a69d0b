"""Modules that lie beside a learner's own file, given as text: they are imported as they are where files are read."""

from .own import OWN as __builtins__  # noqa: F401

import sys
import types

_modules = sys.modules


class Neighbours:
    """`sources` are texts of modules by their dotted names; a package is one whose name begins others, or has a text."""

    def __init__(self, sources):
        self.sources = sources
        self.packages = {name.rpartition(".")[0] for name in sources} - {""}
        self.loaded = {}
        # What their code finds as builtins: that of the program, set before anything is imported.
        self.builtins = None

    def importer(self, real):
        """An `__import__` that gives these modules, and all others by `real`."""

        def import_beside(name, globals=None, locals=None, fromlist=(), level=0):
            full = self.absolute(name, globals, level)
            if full is None or not self.has(full):
                return real(name, globals, locals, fromlist, level)
            module = self.load(full)
            for each in fromlist or ():
                if self.has("%s.%s" % (full, each)):
                    self.load("%s.%s" % (full, each))
            return module if fromlist else self.loaded[full.partition(".")[0]]

        return import_beside

    def absolute(self, name, globals, level):
        """The whole name of what is imported; None for what is no text."""
        if type(name) is not str:
            return None
        if level == 0:
            return name
        package = (globals or {}).get("__package__") or ""
        # The program is its folder's own: `from .layers import relu` finds `layers.py` beside it.
        parts = package.split(".")[: len(package.split(".")) - level + 1] if package else []
        return ".".join([*parts, name] if name else parts)

    def has(self, name):
        return name in self.sources or name in self.packages

    def load(self, name):
        """The module, run once; with the packages that it is in."""
        if name in self.loaded:
            return self.loaded[name]
        package, _, last = name.rpartition(".")
        holder = self.load(package) if package else None
        module = types.ModuleType(name)
        module.__package__ = name if name in self.packages else package
        module.__dict__["__builtins__"] = self.builtins
        self.loaded[name] = module
        kept = _modules.get(name)
        # Dataclasses and pickles look a module up by its name.
        _modules[name] = module
        try:
            if name in self.sources:
                code = compile(self.sources[name], name.replace(".", "/") + ".py", "exec", 0, True)
                exec(code, module.__dict__)
        except BaseException:
            del self.loaded[name]
            if kept is None:
                _modules.pop(name, None)
            else:
                _modules[name] = kept
            raise
        if holder is not None:
            setattr(holder, last, module)
        return module
