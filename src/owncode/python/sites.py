"""Where a file trains: a loop at its top level or in a function, or a function that goes one step, with what stands before."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import re

from ..copied import walk
from .functions import COST, FORWARD, INIT, OTHER

# Functions of which the body itself may be one step of training.
_STEPS = re.compile(
    r"train|fit|step|learn|update|back|optimi[sz]e|descent|sgd|grad|main|run|epoch|model|학습|훈련|갱신|역전파", re.I
)
_MANY = re.compile(r"train|fit|descent|optimi[sz]e|main|run|epoch|model|learn|sgd|학습|훈련", re.I)
# What a loop over rounds runs over.
_RUNS = re.compile(r"epoch|iter|n_?step|rounds|max_|반복|에[폭포]", re.I)
_SHOWN = re.compile(
    r"^(print|plt\.|ax\w*\.|fig\w*\.|pbar|tqdm|sys\.stdout|time\.|logging\.|log\.|display|input|clear_output)"
)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)


class Site:
    """`before` is what leads to the lines of `body`, statements in order; a loop's own is its first round but one."""

    def __init__(self, fn, line, before, body, is_loop, outermost=0):
        self.fn, self.line, self.before, self.body, self.is_loop = fn, line, before, body, is_loop
        self.outermost = outermost or line

    def rest(self, done, left):
        """What is left of it after some statements that have been done, as a site of its own."""
        line = next((each.lineno for each in left if hasattr(each, "lineno")), self.line)
        return Site(self.fn, line, [*self.before, *done], left, self.is_loop, self.outermost)

    @property
    def called(self):
        """The names of what its lines call."""
        calls = [each.func for node in self.body for each in walk(node) if isinstance(each, ast.Call)]
        return {each.attr if isinstance(each, ast.Attribute) else getattr(each, "id", "") for each in calls}

    @property
    def updates(self):
        """Whether lines of its own take something from what was there, beside what functions do."""
        return any(_updated(each) for node in self.body for each in walk(node) if not _is_sum(each))

    @property
    def key(self):
        """What it is a part of: a function, or the script."""
        return ("", self.outermost) if self.fn is None else (self.fn.name, self.fn.line)


def sites_of(names):
    """Those of the file: loops of the script, loops in functions, functions that are a step by themselves."""
    found = [*_loops(None, names.tree.body, [], is_module=True), *_straight(names.tree.body)]
    functions = list(names.functions.values())
    for methods in names.classes.values():
        functions += [fn for name, fn in methods.items() if not name.startswith("__")]
    functions = [
        fn for fn in functions if not any(each.search(fn.name) for each in (INIT, OTHER)) and not _only_computes(fn)
    ]
    many, steps, inner = [], [], []
    for fn in functions:
        loops = list(_loops(fn, fn.node.body, []))
        is_step = bool(_STEPS.search(fn.name))
        # A function of many rounds has its loop; one that is a step has loops over layers.
        (many if is_step and _MANY.search(fn.name) else inner).extend(loops)
        if is_step and not any(
            _RUNS.search(ast.unparse(each.iter)) for each in fn.node.body if isinstance(each, ast.For)
        ):
            steps.append(Site(fn, fn.line, [], fn.node.body, False))
    return found + many + steps + inner


def _straight(body):
    """The lines of a script that go one step without a loop: after what sets up what they update, up to the last update."""
    lines = [each for each in body if not isinstance(each, (*_FUNCTIONS, ast.Import, ast.ImportFrom))]
    moved = [_updated(each) for each in lines]
    names = {name for name in moved if name}
    if not names:
        return
    begin = moved.index(next(name for name in moved if name))
    start = max([at + 1 for at in range(begin) if names & set(bound_names([lines[at]]))], default=0)
    end = max(at + 1 for at, name in enumerate(moved) if name)
    if end - start > 1:
        yield Site(None, lines[start].lineno, [], lines[start:end], False)


def _updated(node):
    """The name that a statement takes something from or adds something to; None for other statements."""
    if isinstance(node, ast.AugAssign) and isinstance(node.op, (ast.Sub, ast.Add)):
        target = node.target
    elif isinstance(node, ast.Assign) and isinstance(node.value, ast.BinOp) and len(node.targets) == 1:
        target = node.targets[0]
        if ast.unparse(node.value.left) != ast.unparse(target):
            return None
    else:
        return None
    while isinstance(target, (ast.Attribute, ast.Subscript)):
        target = target.value
    return target.id if isinstance(target, ast.Name) else None


def _is_sum(node):
    """Whether a statement keeps account of something: what it adds comes from a call, or is a plain number."""
    return isinstance(node, ast.AugAssign) and isinstance(node.value, (ast.Call, ast.Constant))


def _only_computes(fn):
    """Whether a function's name says that it gives outputs or a loss, and changes nothing."""
    return bool((FORWARD.search(fn.name) or COST.search(fn.name)) and not _STEPS.search(fn.name))


def _loops(fn, body, before, is_module=False, outermost=0):
    """The loops of a body, each with what stands before it; of the script itself all of that has run."""
    passed = list(before)
    for node in body:
        if isinstance(node, (ast.For, ast.While)):
            inside = passed + first_round(node)
            yield Site(fn, node.lineno, inside, node.body, True, outermost)
            yield from _loops(fn, node.body, inside, False, outermost or node.lineno)
        elif isinstance(node, (ast.If, ast.With, ast.Try)):
            yield from _loops(fn, node.body, passed, is_module, outermost)
            yield from _loops(fn, getattr(node, "orelse", []), passed, is_module, outermost)
        if not is_module and not isinstance(node, (ast.For, ast.While)):
            passed.append(node)
        elif not is_module and not updates_in(node):
            passed.append(node)


def updates_in(node):
    """Whether a loop looks like one that trains: what came before another loop is then no part of its way."""
    return any(isinstance(each, ast.While) for each in walk(node)) or len(list(ast.walk(node))) > 120


def first_round(loop):
    """The statement that binds a loop's names; its second round where there is one, as a first sample may be all zeros."""
    if isinstance(loop, ast.While):
        return []
    over = loop.iter
    while isinstance(over, ast.Call) and over.args and _name_called(over) in ("tqdm", "progress"):
        over = over.args[0]
    if isinstance(over, ast.Call) and _name_called(over) == "trange":
        over = ast.Call(ast.Name("range", ast.Load()), over.args, [])
    if isinstance(over, ast.Call) and ast.unparse(over.func) == "range":
        return ast.parse("%s = (%s)[:2][-1]" % (ast.unparse(loop.target), ast.unparse(over))).body
    found = ast.parse("%s = (list(%s))[:2][-1]" % (ast.unparse(loop.target), ast.unparse(over))).body
    if isinstance(over, ast.Name) or isinstance(over, ast.Call) and ast.unparse(over.func) in ("zip", "enumerate"):
        # Where samples are at hand, one of them may tell more than another.
        found[0].samples = over
    return found


def _name_called(call):
    return ast.unparse(call.func).rpartition(".")[2]


def is_shown_only(statement):
    """Whether a statement only shows or keeps account of something, or would leave the loop."""
    if isinstance(statement, (ast.Continue, ast.Break, ast.Pass, ast.Global, ast.Nonlocal, ast.Assert, ast.Raise)):
        return True
    if isinstance(statement, ast.Expr):
        text = ast.unparse(statement)
        return (
            isinstance(statement.value, ast.Constant)
            or bool(_SHOWN.match(text))
            or ".append(" in text[:60]
            and (_leaf(statement.value) != "append" or not _is_call(statement.value.args))
        )
    if isinstance(statement, ast.If):
        return _leaves(statement) or all(is_shown_only(each) for each in statement.body + statement.orelse)
    return False


def _leaf(call):
    return call.func.attr if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) else ""


def _is_call(arguments):
    return len(arguments) == 1 and isinstance(arguments[0], ast.Call)


def _leaves(statement):
    """Whether it has a `break`, `continue` or `return` of its own."""
    stack = [statement]
    while stack:
        node = stack.pop()
        if isinstance(node, (ast.Break, ast.Continue, ast.Return)):
            return True
        if not isinstance(node, (*_FUNCTIONS, ast.For, ast.While)):
            stack.extend(ast.iter_child_nodes(node))
    return False


def bound_names(statements):
    """The names that statements bind in their own scope, in order."""
    found = {}
    stack = list(reversed(statements))
    while stack:
        node = stack.pop()
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            found[node.name] = True
            continue
        if isinstance(node, (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)):
            continue
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found[node.id] = True
        stack.extend(reversed(list(ast.iter_child_nodes(node))))
    return list(found)


def declared_global(node):
    return {name for each in walk(node) if isinstance(each, ast.Global) for name in each.names}


class Renamed(ast.NodeTransformer):
    """Names of a function as the file's top level is to have them; inner functions keep names of their own."""

    def __init__(self, names):
        self.names = names

    def visit_Name(self, node):
        text = self.names.get(node.id)
        if text is None:
            return node
        if text.isidentifier():
            return ast.copy_location(ast.Name(text, node.ctx), node)
        return ast.copy_location(ast.parse(text, mode="eval").body, node)

    def inner(self, node):
        given = node.args
        own = {each.arg for each in given.posonlyargs + given.args + given.kwonlyargs}
        if isinstance(node, ast.FunctionDef):
            own |= set(bound_names(node.body))
            node.name = self.names.get(node.name, node.name)
        deeper = Renamed({name: text for name, text in self.names.items() if name not in own})
        for field, value in ast.iter_fields(node):
            if field == "body" and isinstance(value, list):
                node.body = [deeper.visit(each) for each in value]
            elif field == "body":
                node.body = deeper.visit(value)
        return node

    visit_FunctionDef = visit_Lambda = inner
