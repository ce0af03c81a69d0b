"""A folder in memory: all that a program may write to. What NumPy saves there, it loads again; no disk knows of it."""

from .own import OWN as __builtins__  # noqa: F401

import builtins
import io

import numpy as np

# By name: the parameter that names the file, the ending that NumPy adds, and how the file is opened.
_FUNCTIONS = {
    "save": ("file", ".npy", "wb"),
    "savez": ("file", ".npz", "wb"),
    "savez_compressed": ("file", ".npz", "wb"),
    "savetxt": ("fname", "", "w"),
    "load": ("file", "", "rb"),
    "loadtxt": ("fname", "", "r"),
    "genfromtxt": ("fname", "", "r"),
}
_real = {name: getattr(np, name) for name in _FUNCTIONS}
_real_open = builtins.open


class _Kept(io.BytesIO):
    """A file of the folder while it is open: what was written stands in the folder when it is flushed or closed."""

    def __init__(self, files, key, data=b""):
        super().__init__(data)
        self.files = files
        self.key = key
        files[key] = data

    def flush(self):
        self.files[self.key] = self.getvalue()

    def close(self):
        if not self.closed:
            self.flush()
        super().close()


def _path(value):
    """The text of a path; None for what is none (an open file, lines in a list)."""
    if hasattr(type(value), "__fspath__"):
        value = value.__fspath__()
    return value if isinstance(value, str) else None


def _text(stream, encoding=None, errors=None, newline=None):
    return io.TextIOWrapper(stream, encoding or "utf-8", errors, newline)


class Folder:
    """The files of one run by name.

    In a snippet only names within the folder are taken (`reaches_out` false); for a file of the learner's own, whose
    disk may be read and not written, any name.
    """

    def __init__(self, reaches_out=False):
        self.files = {}
        self.reaches_out = reaches_out

    def key(self, path):
        """The name under which a path is kept; None where it leads out of the folder."""
        parts = []
        for part in path.replace("\\", "/").split("/"):
            if part == "..":
                if not parts and not self.reaches_out:
                    return None
                del parts[-1:]
            elif part not in ("", "."):
                parts.append(part)
        is_absolute = path.startswith(("/", "\\")) or ":" in path
        if is_absolute and not self.reaches_out or not parts:
            return None
        return ("/" if is_absolute else "") + "/".join(parts)

    def open(
        self, file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None
    ):  # fmt: skip
        """Python's `open`, that writes into the folder; what was not written there is read from where it is."""
        path = _path(file)
        key = None if path is None else self.key(path)
        is_reading = isinstance(mode, str) and not set(mode) & set("wax+")
        if key is None or not isinstance(mode, str) or is_reading and key not in self.files:
            return _real_open(file, mode, buffering, encoding, errors, newline, closefd, opener)
        if is_reading:
            stream = io.BytesIO(self.files[key])
        else:
            stream = self._for_writing(file, key, mode)
        return stream if "b" in mode else _text(stream, encoding, errors, newline)

    def _for_writing(self, file, key, mode):
        data = b""
        if "w" not in mode:
            is_known = key in self.files
            try:
                data = self.files[key] if is_known else _real_open(file, "rb").read()
                is_known = True
            except OSError:
                if "r" in mode:
                    raise
            if "x" in mode and is_known:
                raise FileExistsError(17, "File exists", file)
        stream = _Kept(self.files, key, data)
        stream.seek(0, 2 if "a" in mode else 0)
        return stream

    def _stream(self, file, ending, mode):
        """A file of this folder, open; None for what is none, or is none of this folder."""
        path = _path(file)
        if path is None:
            return None
        path = path if path.endswith(ending) else path + ending
        key = self.key(path)
        return None if key is None or "r" in mode and key not in self.files else self.open(path, mode)

    def _instead(self, name, parameter, ending, mode):
        real = _real[name]

        def function(*arguments, **keywords):
            is_named = parameter in keywords
            file = keywords[parameter] if is_named else arguments[0] if arguments else None
            stream = self._stream(file, ending, mode)
            if stream is None:
                return real(*arguments, **keywords)
            if is_named:
                keywords[parameter] = stream
            else:
                arguments = (stream, *arguments[1:])
            made = real(*arguments, **keywords)
            if "w" in mode:
                stream.close()
            return made

        function.__name__ = function.__qualname__ = name
        function.__doc__ = real.__doc__
        function.__module__ = "numpy"
        return function

    def install(self):
        """NumPy saves into this folder from now on, and loads what was saved there."""
        for name, how in _FUNCTIONS.items():
            setattr(np, name, self._instead(name, *how))
