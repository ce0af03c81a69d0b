"""Stands in for packages that draw, log or show progress: a check looks at numbers only."""

from .own import OWN as __builtins__  # noqa: F401

import sys
from opcode import opmap

from .limits import FILENAME

# Left out wherever they are imported, installed or not: their windows and files reach nobody.
_DRAWING = frozenset(
    """matplotlib pylab mpl_toolkits seaborn plotly bokeh altair plotnine pygal holoviews hvplot IPython ipywidgets
    graphviz pydot pydotplus visdom wandb tensorboard tensorboardX mlflow streamlit gradio turtle tkinter""".split()
)
_PROGRESS = frozenset(["tqdm", "tqdm_notebook", "progressbar", "alive_progress"])
_frame = sys._getframe
_UNPACK = opmap["UNPACK_SEQUENCE"]


class Nothing:
    """Whatever is asked of it, it does nothing and gives itself."""

    def __getattr__(self, name):
        if name[:2] == "__" and name[-2:] == "__":
            raise AttributeError(name)
        return self

    def __setattr__(self, name, value):
        pass

    def __call__(self, *arguments, **named):
        # A decorator gives back what it was put before.
        if len(arguments) == 1 and not named and type(arguments[0]) in (type(_contains_star), type):
            return arguments[0]
        return self

    def __iter__(self):
        """`fig, (left, right) = plt.subplots(1, 2)` takes apart as many as it has names for."""
        frame = _frame(1)
        code, at = frame.f_code.co_code, frame.f_lasti
        count = code[at + 1] if 0 <= at < len(code) - 1 and code[at] == _UNPACK else 0
        return iter([self] * count)

    def __getitem__(self, key):
        return self

    def __setitem__(self, key, value):
        pass

    __delitem__ = __delattr__ = __getattr__  # pyright: ignore[reportAssignmentType]

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        return False

    def __len__(self):
        return 0

    def __bool__(self):
        return True

    def __float__(self):
        return 0.0

    def __int__(self):
        return 0

    def __repr__(self):
        return "<not drawn>"

    def _same(self, *others):
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __neg__ = _same


class _ProgressClass(type):
    def __getattr__(cls, name):
        """`tqdm.write`, `tqdm.pandas` …: asked of the class, and no part of going through anything."""
        if name[:2] == "__" and name[-2:] == "__":
            raise AttributeError(name)
        return Nothing()


class Progress(Nothing, metaclass=_ProgressClass):
    """`tqdm(…)` without its bar: goes through what it was given."""

    def __init__(self, items=(), *arguments, **named):
        object.__setattr__(self, "_items", items)

    def __iter__(self):
        return iter(object.__getattribute__(self, "_items"))

    def __len__(self):
        return len(object.__getattribute__(self, "_items"))

    def __call__(self, *arguments, **named):
        return self


class ProgressModule(Nothing):
    """`tqdm` and its parts."""

    def __getattr__(self, name):
        if name in ("tqdm", "tqdm_notebook", "progressbar", "track", "alive_it"):
            return Progress
        if name in ("trange", "tnrange"):
            return lambda *bounds, **named: Progress(range(*bounds))
        return Nothing.__getattr__(self, name)

    def __call__(self, *arguments, **named):
        return Progress(*arguments, **named)


def _contains_star(fromlist):
    return bool(fromlist) and "*" in fromlist


class Drawing:
    """An `__import__` that gives stand-ins for such packages. `note(module, line)` is told of each that draws."""

    def __init__(self, note):
        self.note = note

    def importer(self, real):
        note = self.note

        def guarded_import(name, globals=None, locals=None, fromlist=(), level=0):
            root = name.partition(".")[0] if isinstance(name, str) else ""
            if level or root not in _DRAWING and root not in _PROGRESS:
                return real(name, globals, locals, fromlist, level)
            if _contains_star(fromlist):
                raise ModuleNotFoundError("No module named %r" % name, name=name)
            if root in _PROGRESS:
                return ProgressModule()
            frame = _frame(1)
            if frame.f_code.co_filename == FILENAME:
                note(root, frame.f_lineno)
            return Nothing()

        return guarded_import
