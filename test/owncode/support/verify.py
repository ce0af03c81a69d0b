"""
What central differences with real NumPy say of programs with a declared check, independent of the extension's own code.

Reads a JSON list of `{ "source": …, "definitions": …, "declaration": … }`, writes one of `{ "verdict": …, "factor": …,
"wrong": [names] }`. The parameters are drawn anew first: what training has left may hide a mistake.
"""

import ast
import contextlib
import importlib.util
import io
import json
import sys
import warnings

import numpy as np

TOLERANCE = 1e-4
STEP = 1e-5
VALUE_NAMES = ("data", "value", "val")


def is_number(value):
    return isinstance(value, (int, float, np.integer, np.floating)) and not isinstance(value, bool)


class Leaf:
    """One array or number that can be set in place: `get` and `set` speak of a float64 array."""

    def __init__(self, name, get, put):
        self.name, self.get, self.put = name, get, put


def leaves(value, name):
    """The arrays and numbers of any nesting, each with its path."""
    if isinstance(value, np.ndarray):

        def put(new):
            value[...] = new

        return [Leaf(name, lambda: np.array(value, dtype=float), put)]
    if isinstance(value, dict):
        items, write = list(value.items()), value.__setitem__
    elif isinstance(value, (list, tuple)):
        items, write = list(enumerate(value)), getattr(value, "__setitem__", None)
    else:
        own = vars(value)
        values = [key for key in VALUE_NAMES if key in own]
        items = [(key, own[key]) for key in (values[:1] if values else own)]
        return [
            leaf
            for key, item in items
            for leaf in entry(item, f"{name}.{key}" if not values else name, key, own.__setitem__)
        ]
    return [leaf for key, item in items for leaf in entry(item, f"{name}[{key!r}]", key, write)]


def entry(item, name, key, write):
    if is_number(item):
        return [Leaf(name, None, lambda new: write(key, float(new)))]
    if item is None or callable(item) and not hasattr(item, "__dict__") or isinstance(item, (str, bool)):
        return []
    if isinstance(item, (np.ndarray, dict, list, tuple)) or hasattr(item, "__dict__"):
        return leaves(item, name)
    return []


def flat(value, name=""):
    """The same paths with their values as arrays; for gradients and for reading parameters."""
    if is_number(value) or isinstance(value, np.ndarray):
        return {name: np.array(value, dtype=float)}
    if isinstance(value, dict):
        items = [(f"{name}[{key!r}]", item) for key, item in value.items()]
    elif isinstance(value, (list, tuple)):
        items = [(f"{name}[{i!r}]", item) for i, item in enumerate(value)]
    elif hasattr(value, "__dict__"):
        own = vars(value)
        values = [key for key in VALUE_NAMES if key in own]
        if values:
            return flat(own[values[0]], name)
        items = [(f"{name}.{key}", item) for key, item in own.items()]
    else:
        return {}
    return {path: array for path, item in items for path, array in flat(item, path).items()}


def bare(path):
    """`['dW1']`, `.W1` and `['W1']` as `W1`; `[0][1]` stays."""
    text = path.replace("['", ".").replace("']", "").lstrip(".")
    return text


def pair(gradients, parameters):
    """Pairs of paths (gradient, parameter): by name, else in their order."""
    by_name = {bare(path): path for path in parameters}
    found = []
    for path in gradients:
        name = bare(path)
        tries = [name, name[1:] if name.startswith("d") else name]
        hit = next((by_name[t] for t in tries if t in by_name), None)
        if hit is not None:
            found.append((path, hit))
    if len(found) >= min(len(parameters), len(gradients)) and found:
        return found
    if found and len(set(parameters)) > len(found) and len(found) == len(gradients):
        return found
    if len(gradients) != len(parameters):
        if found:
            return found
        raise ValueError(f"{list(gradients)} and {list(parameters)} do not pair")
    return list(zip(gradients, parameters))


def definitions_of(source):
    """The imports that resolve here, the functions and the classes of a program; a notebook's magics are left out."""
    lines = ["" if line.startswith(("%", "!")) else line for line in source.splitlines()]
    kept = []
    for node in ast.parse("\n".join(lines)).body:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            names = [node.module] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
            if all(importlib.util.find_spec(name.split(".")[0]) is not None for name in names):
                kept.append(node)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            kept.append(node)
    return ast.unparse(ast.Module(body=kept, type_ignores=[]))


def measure(source):
    """The verdict over a program that declares its check: (verdict, factor, names of the arrays that differ)."""
    np.random.seed(0)
    scope = {"__name__": "__main__"}
    silent = io.StringIO()
    with contextlib.redirect_stdout(silent), warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        exec(compile(source, "program.py", "exec"), scope)
        check = scope["gradcheck"]
        rng = np.random.RandomState(5)

        def run():
            np.random.seed(0)
            loss, gradients, parameters = check()
            return float(np.squeeze(loss)), gradients, parameters

        _, gradients, parameters = run()
        pairs = pair(flat(gradients), flat(parameters))
        for _, path in pairs:
            value = flat(parameters)[path]
            put(parameters, path, 0.5 * rng.randn(*value.shape))
        _, gradients, parameters = run()
        gradients = {path: array.copy() for path, array in flat(gradients).items()}
        rows = []
        for gradient, path in pairs:
            value = flat(parameters)[path].copy()
            slope = np.zeros(value.shape)
            for index in np.ndindex(*value.shape) if value.ndim else [()]:
                sides = []
                for sign in (1, -1):
                    moved = value.copy()
                    moved[index] += sign * STEP
                    put(parameters, path, moved)
                    sides.append(run()[0])
                put(parameters, path, value)
                slope[index] = (sides[0] - sides[1]) / (2 * STEP)
            rows.append((bare(path) or "parameters", gradients[gradient], slope))
    return judge(rows)


def put(parameters, path, new):
    if isinstance(parameters, np.ndarray):
        parameters[...] = new
        return
    for leaf in leaves(parameters, ""):
        if leaf.name == path:
            leaf.put(new)
            return
    raise ValueError(f"{path} cannot be set")


def error(one, other):
    if one.size != other.size:
        return np.inf
    one = one.reshape(other.shape)
    return np.max(np.abs(one - other)) / (np.max(np.abs(one)) + np.max(np.abs(other)) + 1e-7)


def judge(rows):
    wrong = [name for name, given, slope in rows if not error(given, slope) < TOLERANCE]
    if not wrong:
        return "agree", 1.0, []
    if all(given.size == slope.size for _, given, slope in rows):
        given = np.concatenate([row[1].ravel() for row in rows])
        slope = np.concatenate([row[2].ravel() for row in rows])
        factor = float(given @ slope / (slope @ slope + 1e-300))
        if all(error(row[1], factor * row[2]) < TOLERANCE for row in rows):
            return "scaled", factor, wrong
    return "differ", 1.0, wrong


def answer(program):
    source = definitions_of(program["source"]) if program["definitions"] else program["source"]
    try:
        verdict, factor, wrong = measure(f"{source}\n\n{program['declaration']}\n")
    except Exception as problem:
        verdict, factor, wrong = f"{type(problem).__name__}: {problem}", 1.0, []
    return {"verdict": verdict, "factor": factor, "wrong": wrong}


json.dump([answer(program) for program in json.load(sys.stdin)], sys.stdout)
