"""How much work a line is, as far as its text and the sizes of what it names tell, before it runs.

Counted in lines of ordinary code, so that a heavy line is known for one on any machine, however busy.
"""

from .own import OWN as __builtins__  # noqa: F401

import ast

from .arrays import ndarray

# What is done in the time of a line: entries of an array, products of a matrix product, items of a list.
_ENTRIES = 1000
_PRODUCTS = 5000
_ITEMS = 50
# What a decomposition takes, in matrix products of the same size.
_DECOMPOSED = 10

_MATMUL = frozenset(["dot", "matmul", "inner", "tensordot", "vdot"])
_PAIRWISE = frozenset(["outer", "kron", "convolve", "correlate"])
_CUBIC = frozenset(
    "inv pinv solve lstsq det svd eig eigh eigvals eigvalsh qr cholesky cov corrcoef matrix_rank".split()
)
# Functions that make an array of the size that their numbers give: all of them, the largest, or `size`.
_MAKES_ALL = frozenset("zeros ones empty full rand randn random random_sample standard_normal eye identity".split())
_MAKES_LARGEST = frozenset(["arange", "linspace", "logspace", "geomspace", "permutation"])
_MAKES_SIZE = frozenset("normal uniform randint integers choice binomial poisson exponential".split())
_SEQUENCES = (list, tuple, dict, set, frozenset, range, str)
_HEADERS = {ast.For: "iter", ast.While: "test", ast.If: "test"}
_LARGEST = 10**15
_COMPREHENSIONS = ("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>")


class Sized:
    """What is known of a value: its extents, and whether it is an array or a sequence of Python's."""

    __slots__ = ("shape", "is_array")

    def __init__(self, shape, is_array):
        self.shape = shape
        self.is_array = is_array

    @property
    def size(self):
        size = 1
        for extent in self.shape:
            size *= extent
        return min(size, _LARGEST)


class Work:
    """The work of each line of a program. A line's is looked at anew at its first visit, the second, fourth, eighth …"""

    def __init__(self, tree):
        # What is looked at in a line, with the name of the function or class whose code it is.
        self.pieces = {}
        self.collect(tree, "<module>")
        self.visits = {}
        self.known = {}
        self.last = None

    def collect(self, node, owner):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                self.collect(child, child.name)
                continue
            if isinstance(child, ast.stmt):
                header = _HEADERS.get(type(child))
                if header or not hasattr(child, "body"):
                    looked_at = getattr(child, header) if header else child
                    # A statement of several lines may begin to run at any of them.
                    for line in range(child.lineno, (looked_at.end_lineno or child.lineno) + 1):
                        self.pieces.setdefault(line, []).append((owner, looked_at))
            if not isinstance(child, ast.expr):
                self.collect(child, owner)

    def of(self, line, frame):
        """The work of the line that `frame` is about to run, beside the line itself."""
        pieces = self.pieces.get(line)
        if pieces is None:
            self.last = None
            return 0
        if len(pieces) == 1 and pieces[0] is self.last:
            # Another line of the same statement.
            return 0
        self.last = pieces[-1]
        here = frame.f_code.co_name
        place = (line, here)
        visits = self.visits[place] = self.visits.get(place, 0) + 1
        if visits & (visits - 1) == 0:
            look = _Look(frame)
            for owner, node in pieces:
                # A function that stands in one line has its own work in that line, when it is called.
                if owner == here or here in _COMPREHENSIONS:
                    look.at(node)
            self.known[place] = look.work
        return self.known[place]


class _Look:
    """One look at a line: goes through its pieces, and adds up their work."""

    def __init__(self, frame):
        self.names = (frame.f_locals, frame.f_globals)
        self.work = 0

    def at(self, node):
        """What a piece stands for: a `Sized`, a whole number, or None where that is not known."""
        find = _PIECES.get(type(node))
        if find is not None:
            return find(self, node)
        for child in ast.iter_child_nodes(node):
            self.at(child)
        return None

    def name(self, node):
        for names in self.names:
            if node.id in names:
                return _known(names[node.id])
        return None

    def attribute(self, node):
        if node.attr == "shape":
            return None
        if isinstance(node.value, ast.Name):
            held = next((names[node.value.id] for names in self.names if node.value.id in names), None)
            member = _member(held, node.attr)
            if member is not None:
                return _known(member)
        value = self.at(node.value)
        if isinstance(value, Sized):
            if node.attr == "size":
                return value.size
            return Sized(value.shape[::-1], value.is_array) if node.attr == "T" else value
        return None

    def subscript(self, node):
        index = node.slice
        if isinstance(node.value, ast.Attribute) and node.value.attr == "shape":
            value = self.at(node.value.value)
            if isinstance(value, Sized) and isinstance(index, ast.Constant) and type(index.value) is int:
                return value.shape[index.value] if -len(value.shape) <= index.value < len(value.shape) else None
            return None
        if isinstance(node.value, ast.Name) and isinstance(index, ast.Constant):
            held = next((names[node.value.id] for names in self.names if node.value.id in names), None)
            if type(held) is dict and type(index.value) in (str, int):
                return _known(held.get(index.value))
            if (
                held is not None
                and type(held) in (list, tuple)
                and type(index.value) is int
                and -len(held) <= index.value < len(held)
            ):
                return _known(held[index.value])
        value = self.at(node.value)
        if isinstance(value, Sized) and not value.is_array:
            return None
        # A part is at most the whole.
        return value if isinstance(value, Sized) else None

    def binary(self, node):
        left, right = self.at(node.left), self.at(node.right)
        if isinstance(node.op, ast.MatMult):
            return self.product(left, right)
        if type(left) is int and type(right) is int:
            return _number(node.op, left, right)
        return self.entrywise([left, right])

    def entrywise(self, values):
        """The widest of the values, each entry of which is worked on once."""
        arrays = [value for value in values if isinstance(value, Sized) and value.is_array]
        if not arrays:
            return None
        widest = max(arrays, key=lambda value: value.size)
        self.work += widest.size // _ENTRIES
        return widest

    def product(self, left, right):
        if not (isinstance(left, Sized) and isinstance(right, Sized)):
            return self.entrywise([left, right])
        columns = right.shape[-1] if len(right.shape) > 1 else 1
        self.work += left.size * columns // _PRODUCTS
        return Sized(left.shape[:-1] + right.shape[-1:] if len(right.shape) > 1 else left.shape[:-1], True)

    def call(self, node):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        given = [self.at(each) for each in node.args]
        named = {each.arg: self.at(each.value) for each in node.keywords}
        if isinstance(node.func, ast.Attribute):
            holder = self.at(node.func.value)
            if isinstance(holder, Sized):
                given.insert(0, holder)
        if name == "range":
            return Sized((max([each for each in given if type(each) is int] or [0]),), False)
        values = [value for value in given + list(named.values()) if isinstance(value, Sized)]
        if name in _MATMUL and len(values) >= 2:
            return self.product(values[0], values[1])
        if name in _PAIRWISE and len(values) >= 2:
            made = Sized((values[0].size, values[1].size), True)
            return self.entrywise([made])
        if name in _CUBIC and values:
            self.work += _DECOMPOSED * values[0].size * max(values[0].shape or (1,)) // _PRODUCTS
            return values[0]
        made = _made(name, node, given, named, self)
        if made is not None:
            return self.entrywise([made])
        if name not in ("len", "print", "enumerate", "zip", "reversed", "iter", "type", "id", "isinstance"):
            self.work += sum([value.size for value in values if not value.is_array]) // _ITEMS
        widest = self.entrywise(values)
        return widest or (values[0] if values else None)

    def comparison(self, node):
        return self.entrywise([self.at(node.left)] + [self.at(each) for each in node.comparators])

    def sequence(self, node):
        for each in node.elts:
            self.at(each)
        return Sized((len(node.elts),), False)

    def constant(self, node):
        return node.value if type(node.value) is int else None

    def unary(self, node):
        value = self.at(node.operand)
        return self.entrywise([value]) if isinstance(value, Sized) else value

    def elsewhere(self, node):
        """Has frames and lines of its own."""
        return None


_PIECES = {
    ast.Name: _Look.name,
    ast.Attribute: _Look.attribute,
    ast.Subscript: _Look.subscript,
    ast.BinOp: _Look.binary,
    ast.UnaryOp: _Look.unary,
    ast.Compare: _Look.comparison,
    ast.Call: _Look.call,
    ast.Tuple: _Look.sequence,
    ast.List: _Look.sequence,
    ast.Constant: _Look.constant,
    ast.Lambda: _Look.elsewhere,
}


def _known(value):
    kind = type(value)
    if kind is ndarray:
        return Sized(value.shape, True)
    if kind is int:
        return value
    return Sized((len(value),), False) if kind in _SEQUENCES else None


def _member(held, name):
    """What an object of the snippet's own classes holds under a name, or None."""
    try:
        return object.__getattribute__(held, "__dict__").get(name) if type(held).__module__ == "__main__" else None
    except AttributeError:
        return None


def _number(operation, left, right):
    if isinstance(operation, ast.Pow):
        return left**right if 0 <= right <= 60 and abs(left) <= 1000 else _LARGEST
    if isinstance(operation, ast.Mult):
        return left * right
    if isinstance(operation, ast.Add):
        return left + right
    if isinstance(operation, ast.Sub):
        return left - right
    return left // right if isinstance(operation, ast.FloorDiv) and right else None


def _made(name, node, given, named, look):
    """The array that a call makes out of numbers, or None where it is no such call."""
    if name in _MAKES_SIZE:
        asked = [named.get("size")] + [each.value for each in node.keywords if each.arg == "size"]
        asked += node.args[2:3]
    elif name in _MAKES_ALL:
        asked = (
            list(given)
            + list(named.values())
            + node.args
            + [each.value for each in node.keywords if each.arg == "shape"]
        )
    elif name in _MAKES_LARGEST:
        numbers = [each for each in given if type(each) is int]
        return Sized((max(numbers),), True) if numbers else None
    else:
        return None
    extents = []
    for each in asked:
        if type(each) is int:
            extents.append(each)
        elif isinstance(each, (ast.Tuple, ast.List)):
            extents += [extent for extent in [look.at(part) for part in each.elts] if type(extent) is int]
    return Sized(tuple([max(0, extent) for extent in extents]), True) if extents else None
