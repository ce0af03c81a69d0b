"""Arrays in files: NumPy's own format, and tables of text."""

import ast
import io
import os
import warnings
import zipfile

from ._backend import k
from ._creation import array, asarray
from ._errors import unsupported
from ._types import BOOL, FLOAT16, TEXT, dtype, type_code

_MAGIC = b"\x93NUMPY"


def _opened(file, mode):
    """A file by whatever names it, and whether it is to be closed again."""
    if hasattr(file, "read" if "r" in mode else "write"):
        return file, False
    encoding = None if "b" in mode else "utf-8"
    try:
        return open(os.fspath(file), mode, encoding=encoding), True
    except FileNotFoundError:
        if mode != "r":
            # The number of this error is another one in this system.
            raise FileNotFoundError(2, "No such file or directory", os.fspath(file)) from None
        raise FileNotFoundError(f"{os.fspath(file)} not found.") from None


def _written(stream, a):
    if a._code >= TEXT:
        raise unsupported("saving an array of texts or objects")
    shape = f"({a.size},)" if a.ndim == 1 else repr(tuple(a.shape))
    head = f"{{'descr': '{a.dtype.str}', 'fortran_order': False, 'shape': {shape}, }}"
    head += " " * (-(len(head) + 11) % 64) + "\n"
    stream.write(_MAGIC + b"\x01\x00" + len(head).to_bytes(2, "little") + head.encode("latin1") + a.tobytes())


def _read(stream):
    start = stream.read(8)
    if start[:6] != _MAGIC:
        raise ValueError("this file is not one that np.save wrote")
    length = int.from_bytes(stream.read(2 if start[6] == 1 else 4), "little")
    head = ast.literal_eval(stream.read(length).decode("latin1"))
    kind = dtype(head["descr"])
    shape = head["shape"]
    flat = frombuffer(stream.read(), kind)
    if head["fortran_order"]:
        return flat.reshape(shape[::-1]).T
    return flat.reshape(shape)


def frombuffer(buffer, dtype=float, count=-1, offset=0, *, like=None):
    code = type_code(dtype)
    if code >= TEXT:
        raise unsupported("np.frombuffer of texts or objects")
    data = bytes(memoryview(buffer).cast("B"))[offset:]
    size = k.item_size(code)
    if count >= 0:
        data = data[: count * size]
    if len(data) % size:
        raise ValueError("buffer size must be a multiple of element size")
    made = k.from_raw(data, (len(data) // size,), code)
    if memoryview(buffer).readonly:
        k.set_writeable(made, False)
    return made


def save(file, arr, allow_pickle=True):
    if not hasattr(file, "write") and not os.fspath(file).endswith(".npy"):
        file = os.fspath(file) + ".npy"
    stream, ours = _opened(file, "wb")
    try:
        _written(stream, asarray(arr))
    finally:
        if ours:
            stream.close()


def _saved_together(file, args, kwds, compression):
    if not hasattr(file, "write") and not os.fspath(file).endswith(".npz"):
        file = os.fspath(file) + ".npz"
    arrays = {f"arr_{i}": a for i, a in enumerate(args)} | kwds
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, a in arrays.items():
            stream = io.BytesIO()
            _written(stream, asarray(a))
            archive.writestr(name + ".npy", stream.getvalue())


def savez(file, *args, allow_pickle=True, **kwds):
    _saved_together(file, args, kwds, zipfile.ZIP_STORED)


def savez_compressed(file, *args, allow_pickle=True, **kwds):
    _saved_together(file, args, kwds, zipfile.ZIP_DEFLATED)


class NpzFile:
    """The arrays of a file that `savez` wrote, by name."""

    def __init__(self, file):
        with zipfile.ZipFile(file) as archive:
            self._data = {name.removesuffix(".npy"): archive.read(name) for name in archive.namelist()}
        self.files = list(self._data)

    def __getitem__(self, key):
        if key not in self._data:
            raise KeyError(f"{key} is not a file in the archive")
        return _read(io.BytesIO(self._data[key]))

    def __contains__(self, key):
        return key in self._data

    def __iter__(self):
        return iter(self.files)

    def __len__(self):
        return len(self.files)

    def keys(self):
        return self._data.keys()

    def values(self):
        return [self[name] for name in self.files]

    def items(self):
        return [(name, self[name]) for name in self.files]

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass


NpzFile.__module__ = "numpy.lib.npyio"


def load(file, mmap_mode=None, allow_pickle=False, fix_imports=True, encoding="ASCII"):
    stream, ours = _opened(file, "rb")
    try:
        data = stream.read()
    finally:
        if ours:
            stream.close()
    if data[:2] == b"PK":
        return NpzFile(io.BytesIO(data))
    return _read(io.BytesIO(data))


def _lines(file):
    if isinstance(file, (list, tuple)):
        return [line.decode() if isinstance(line, bytes) else line for line in file]
    stream, ours = _opened(file, "r")
    try:
        return [line.decode() if isinstance(line, bytes) else line for line in stream]
    finally:
        if ours:
            stream.close()


def _table(fname, comments, delimiter, skip):
    """The cells of a table of text, row by row."""
    rows = []
    marks = [comments] if isinstance(comments, str) else comments or []
    for line in _lines(fname)[skip:]:
        for mark in marks:
            line = line.partition(mark)[0]
        line = line.strip("\r\n") if delimiter else line.strip()
        if line.strip():
            rows.append([cell.strip() for cell in line.split(delimiter)])
    return rows


def _chosen(rows, usecols):
    if usecols is None:
        return rows
    wanted = [usecols] if isinstance(usecols, int) else list(usecols)
    return [[row[i] for i in wanted] for row in rows]


def loadtxt(
    fname, dtype=float, comments="#", delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False, ndmin=0,
    encoding=None, max_rows=None, *, quotechar=None, like=None,
):  # fmt: skip
    if converters is not None or quotechar is not None:
        raise unsupported("np.loadtxt with converters or quotes")
    rows = _chosen(_table(fname, comments, delimiter, skiprows), usecols)[:max_rows]
    code = type_code(dtype)
    if not rows:
        warnings.warn(f'loadtxt: input contained no data: "{fname}"', UserWarning, stacklevel=2)
    for i, row in enumerate(rows):
        if len(row) != len(rows[0]):
            raise ValueError(
                f"the number of columns changed from {len(rows[0])} to {len(row)} at row {i + 1}; use `usecols` to "
                "select a subset and avoid this error"
            )
    values = [[_cell(cell, code, i, j) for j, cell in enumerate(row)] for i, row in enumerate(rows)]
    made = array(values, dtype)
    if made.ndim == 2 and ndmin < 2 and 1 in made.shape:
        made = made.reshape(-1) if made.size != 1 or ndmin == 1 else made.reshape(())
    return made.T if unpack else made


def _cell(text, code, row, column):
    try:
        if code >= TEXT:
            return text
        if code == BOOL:
            return bool(int(text))
        return float(text) if code >= FLOAT16 else int(text)
    except ValueError:
        kind = "float64" if code >= FLOAT16 else "int64"
        raise ValueError(f"could not convert string '{text}' to {kind} at row {row}, column {column + 1}.") from None


def genfromtxt(
    fname, dtype=float, comments="#", delimiter=None, skip_header=0, skip_footer=0, converters=None,
    missing_values=None, filling_values=None, usecols=None, names=None, unpack=False, encoding=None, **others,
):  # fmt: skip
    if names is not None or converters is not None or dtype is None:
        raise unsupported("np.genfromtxt with names, converters or dtype=None")
    rows = _table(fname, comments, delimiter, skip_header)
    rows = _chosen(rows[: len(rows) - skip_footer], usecols)
    code = type_code(dtype)
    empty = filling_values if filling_values is not None else float("nan") if FLOAT16 <= code < TEXT else -1

    def value(cell):
        if code >= TEXT:
            return cell
        try:
            return float(cell) if code >= FLOAT16 else int(cell)
        except ValueError:
            return empty

    if len({len(row) for row in rows}) > 1:
        raise ValueError("Some errors were detected !\n    the rows of the table have different numbers of columns")
    made = array([[value(cell) for cell in row] for row in rows], dtype)
    if made.ndim == 2 and 1 in made.shape:
        made = made.reshape(-1) if made.size != 1 else made.reshape(())
    return made.T if unpack else made


def savetxt(
    fname, X, fmt="%.18e", delimiter=" ", newline="\n", header="", footer="", comments="# ", encoding=None
):  # fmt: skip
    a = asarray(X)
    if a.ndim == 0 or a.ndim > 2:
        raise ValueError(f"Expected 1D or 2D array, got {a.ndim}D array instead")
    rows = a.reshape(-1, 1) if a.ndim == 1 else a
    columns = rows.shape[1]
    if isinstance(fmt, (list, tuple)):
        if len(fmt) != columns:
            raise AttributeError(f"fmt has wrong shape.  {fmt}")
        line = delimiter.join(fmt)
    else:
        line = fmt if fmt.count("%") == columns and columns > 1 else delimiter.join([fmt] * columns)
    text = comments + header.replace("\n", "\n" + comments) + newline if header else ""
    for row in rows.tolist():
        try:
            text += line % tuple(row) + newline
        except TypeError:
            raise TypeError(f"Mismatch between array dtype ('{a.dtype}') and format specifier ('{line}')") from None
    if footer:
        text += comments + footer.replace("\n", "\n" + comments) + newline
    stream, ours = _opened(fname, "w")
    try:
        try:
            stream.write(text)
        except TypeError:
            stream.write(text.encode())
    finally:
        if ours:
            stream.close()


def fromfile(file, dtype=float, count=-1, sep="", offset=0):
    if sep:
        raise unsupported("np.fromfile with a separator")
    if hasattr(file, "read"):
        data = file.read()
    else:
        with open(file, "rb") as opened:
            data = opened.read()
    return frombuffer(data, dtype, count, offset).copy()


def fromstring(string, dtype=float, count=-1, *, sep="", like=None):
    if not sep:
        raise ValueError("The binary mode of fromstring is removed, use frombuffer instead")
    cells = string.split(None if sep.isspace() else sep)
    return array([float(cell) for cell in cells if cell.strip()][: None if count < 0 else count]).astype(dtype)
