"""The ways to write a call otherwise."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import itertools

from ..copied import copied

_SIBLINGS = {
    "sum": ("mean",),
    "mean": ("sum", "max"),
    "max": ("min", "mean", "sum"),
    "amax": ("amin",),
    "amin": ("amax",),
    "min": ("max",),
    "argmin": ("argmax",),
    "argmax": ("argmin",),
    "maximum": ("minimum",),
    "minimum": ("maximum",),
    "zeros": ("ones",),
    "ones": ("zeros",),
    "empty": ("zeros",),
    "zeros_like": ("ones_like",),
    "ones_like": ("zeros_like",),
    "multiply": ("dot", "divide", "matmul"),
    "divide": ("multiply",),
    "dot": ("multiply",),
    "matmul": ("multiply",),
    "add": ("subtract", "multiply"),
    "subtract": ("add", "multiply"),
    "outer": ("multiply",),
    "std": ("var",),
    "var": ("std",),
    "log": ("exp",),
    "exp": ("log",),
    "sinh": ("cosh", "tanh"),
    "cosh": ("sinh", "tanh"),
    "sin": ("cos",),
    "cos": ("sin",),
    "floor": ("ceil",),
    "ceil": ("floor",),
    "append": ("insert",),
    "logical_and": ("logical_or",),
    "logical_or": ("logical_and",),
    "all": ("any",),
    "any": ("all",),
}
_REDUCING = ("sum", "mean", "max", "min", "amax", "amin", "var", "std", "prod", "argmax", "argmin")


def constant(value):
    return ast.UnaryOp(ast.USub(), ast.Constant(-value)) if value < 0 else ast.Constant(value)


def calls(node):
    """Another function, other arguments, other keywords."""
    keywords, func = node.keywords, node.func
    arguments = [each for each in node.args if not isinstance(each, ast.Starred)]

    def call(function=None, args=None, kept=None):
        return ast.Call(
            copied(func) if function is None else function,
            [copied(each) for each in (node.args if args is None else args)],
            [copied(each) for each in (keywords if kept is None else kept)],
        )

    name = func.attr if isinstance(func, ast.Attribute) else ""
    if name:
        for each in _SIBLINGS.get(name, ()):
            yield call(ast.Attribute(copied(func.value), each, ast.Load()))
    elif isinstance(func, ast.Name) and func.id in ("min", "max"):
        yield call(ast.Name("max" if func.id == "min" else "min", ast.Load()))
    if len(arguments) == 1:
        yield copied(arguments[0])
        if name and not isinstance(func.value, ast.Name):
            yield copied(func.value)
    elif not arguments and name:
        yield copied(func.value)
    elif len(arguments) == 2 and name in ("multiply", "divide", "add", "subtract", "dot", "matmul", "logical_and"):
        yield from map(copied, arguments)
    for at, to in itertools.combinations(range(len(arguments)), 2):
        if len(arguments) == len(node.args) <= 4:
            swapped = list(node.args)
            swapped[at], swapped[to] = swapped[to], swapped[at]
            yield call(args=swapped)
    for at in range(len(keywords)):
        yield call(kept=keywords[:at] + keywords[at + 1 :])
    if name in _REDUCING:
        yield from _along(node, call)
    if name == "einsum" and arguments and isinstance(arguments[0], ast.Constant):
        for subscripts in _subscripts(arguments[0].value):
            yield call(args=[ast.Constant(subscripts), *node.args[1:]])


def _along(node, call):
    """The same over another axis, which may stay with an extent of 1."""
    rest = [each for each in node.keywords if each.arg not in ("axis", "keepdims")]
    # `a.sum(0)` and `np.sum(a, 0)`.
    count = 1 if isinstance(node.func.value, ast.Name) and node.func.value.id in ("np", "numpy") else 0
    args = node.args[:count] if len(node.args) == count + 1 else node.args
    for axis in (0, 1, -1, None):
        kept = rest if axis is None else [*rest, ast.keyword("axis", constant(axis))]
        yield call(args=args, kept=kept)
        if not node.func.attr.startswith("arg"):
            yield call(args=args, kept=[*kept, ast.keyword("keepdims", ast.Constant(True))])


def _subscripts(text):
    """The letters of an `einsum` with one of them exchanged, or in another order."""
    if not isinstance(text, str) or text.count("->") != 1 or "." in text:
        return []
    inputs, output = text.replace(" ", "").split("->")
    letters = sorted(set(inputs + output) - {","})
    found = [f"{inputs}->{''.join(order)}" for order in itertools.permutations(output) if len(output) <= 3]
    parts = inputs.split(",")
    for at, part in enumerate(parts):
        found.append(",".join([*parts[:at], part[::-1], *parts[at + 1 :]]) + f"->{output}")
    whole = f"{inputs}->{output}"
    for at, letter in enumerate(whole):
        if letter.isalpha():
            found += [whole[:at] + each + whole[at + 1 :] for each in letters if each != letter]
    for at in range(len(output)):
        found.append(f"{inputs}->{output[:at]}{output[at + 1 :]}")
    return list(dict.fromkeys(each for each in found if each != text))
