"""A training loop at the top level of a script: its body up to the first update of a parameter."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import re

import numpy as np

from .draft import Draft, Fruit, NotSo
from .functions import LOSS_NAME, RATE, TARGET
from .leaves import is_array, is_number, scalar_of
from .pairing import is_gradient_name, plain, plain_gradient

_PRINTS = re.compile(r"^(print|plt\.|pbar|tqdm|sys\.stdout|time\.)")


def loop_fruits(run, names):
    """(line, fruit) of each loop that can be read so."""
    for node in _loops(run.source.tree.body):
        try:
            yield node.lineno, _fruit(names, node)
        except (KeyboardInterrupt, MemoryError):
            raise
        except Exception:  # noqa: S112 - this loop is none
            continue


def _loops(body):
    for node in body:
        if isinstance(node, (ast.For, ast.While)):
            yield node
            yield from _loops(node.body)
        elif isinstance(node, ast.If):
            yield from _loops(node.body)


def _targets(statement):
    """Names that a statement binds or changes in place."""
    if isinstance(statement, ast.AugAssign):
        targets = [statement.target]
    elif isinstance(statement, ast.Assign):
        targets = statement.targets
    else:
        return []
    return [
        each.id
        for target in targets
        for each in ast.walk(target)
        if isinstance(each, ast.Name) and not isinstance(target, ast.Subscript) or isinstance(each, ast.Name)
    ]


def _is_update(statement, namespace):
    """`W -= …` or `W = W - …` of something that was there before the loop."""
    if isinstance(statement, ast.AugAssign) and isinstance(statement.op, (ast.Sub, ast.Add)):
        return isinstance(statement.target, ast.Name) and _is_movable(namespace.get(statement.target.id))
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1 and isinstance(statement.targets[0], ast.Name):
        name = statement.targets[0].id
        used = {each.id for each in ast.walk(statement.value) if isinstance(each, ast.Name)}
        return name in used and isinstance(statement.value, ast.BinOp) and _is_movable(namespace.get(name))
    return False


def _is_movable(value):
    return is_array(value) and value.dtype.kind == "f" or isinstance(value, float)


def _fruit(names, loop):
    namespace = names.namespace
    updates = [at for at, each in enumerate(loop.body) if _is_update(each, namespace)]
    updates = [
        at
        for at in updates
        if not LOSS_NAME.match(_targets(loop.body[at])[0]) and not is_gradient_name(_targets(loop.body[at])[0])
    ]
    if not updates:
        raise NotSo("it updates nothing")
    parameters = list(dict.fromkeys(_targets(loop.body[at])[0] for at in updates))
    head = [each for each in loop.body[: updates[0]] if _is_kept(each)]
    draft = Draft(namespace)
    if isinstance(loop, ast.For) and isinstance(loop.target, ast.Name):
        draft.body.append("%s = 0" % loop.target.id)
        draft.run(draft.body[-1])
    elif isinstance(loop, ast.For):
        _first_round(draft, loop)
    for statement in head:
        draft.do(ast.unparse(statement))
    bound = {name for statement in head for name in _targets(statement)}
    # A name that the lines bind is a local of the function, and cannot be read before.
    if bound & set(parameters):
        raise NotSo("a parameter is bound before its update")
    early = [name for name in bound if _reads_first(head, name)]
    for name in early:
        draft.body.insert(0, "%s = globals()[%r]" % (name, name))
    gradients = _gradients(draft, bound, parameters)
    loss = next(
        (name for name in _in_order(head) if LOSS_NAME.match(name) and scalar_of(draft.values.get(name)) is not None),
        None,
    )
    late = None
    if loss is None:
        late = _late_loss(loop.body, updates[0], bound, namespace)
    if gradients is None:
        gradients = _by_update(draft, loop, updates, parameters, namespace)
    if late is not None:
        draft.body.append(late[1]) if not isinstance(gradients, str) else draft.body.insert(
            len(draft.body) - len(updates) - 2, late[1]
        )
        draft.run(late[1])
        loss = late[0]
    target = next((name for name, value in namespace.items() if TARGET.match(name) and is_array(value)), None)
    outputs = []
    if target is not None:
        wanted = np.shape(namespace[target])
        outputs = [
            name for name in _in_order(head)
            if is_array(draft.values.get(name)) and np.shape(draft.values[name]) == wanted
            and not is_gradient_name(name) and not re.search(r"delta|error|diff|err|^d[A-Z]", name)
        ]  # fmt: skip
    fruit = Fruit(draft, loss, gradients, parameters, loss, outputs, target)
    fruit.samples = len(namespace[target]) if target is not None and np.ndim(namespace[target]) else 1
    return fruit


def _first_round(draft, loop):
    line = "%s = next(iter(%s))" % (ast.unparse(loop.target), ast.unparse(loop.iter))
    draft.do(line)


def _is_kept(statement):
    if isinstance(statement, (ast.Continue, ast.Break, ast.Pass)):
        return False
    text = ast.unparse(statement)
    return not (isinstance(statement, ast.Expr) and (_PRINTS.match(text) or ".append(" in text)) and not isinstance(
        statement, ast.If
    )


def _in_order(head):
    return [name for statement in reversed(head) for name in _targets(statement)]


def _reads_first(head, name):
    for statement in head:
        names = [each for each in ast.walk(statement) if isinstance(each, ast.Name) and each.id == name]
        if any(isinstance(each.ctx, ast.Load) for each in names) or isinstance(statement, ast.AugAssign) and names:
            return True
        if names:
            return False
    return False


def _gradients(draft, bound, parameters):
    """The names that hold the parameters' gradients before the first update; None where they are not named so."""
    found = []
    for parameter in parameters:
        same = [name for name in bound if is_gradient_name(name) and plain_gradient(name) == plain(parameter)]
        if len(same) != 1 or not (is_array(draft.values[same[0]]) or is_number(draft.values[same[0]])):
            return None
        found.append(same[0])
    return found


def _by_update(draft, loop, updates, parameters, namespace):
    """Runs the updates on copies, and takes the gradient from what they do."""
    rest = [each for each in loop.body[updates[0] : updates[-1] + 1] if _is_kept(each)]
    copies = {name: draft.local("new_" + name) for name in parameters}
    for name, copy in copies.items():
        draft.do("%s = np.array(%s, dtype=float)" % (copy, name))

    class Renamed(ast.NodeTransformer):
        def visit_Name(self, node):
            return ast.copy_location(ast.Name(copies.get(node.id, node.id), node.ctx), node)

    for statement in rest:
        draft.do(ast.unparse(Renamed().visit(statement)))
    rate = next((name for name, value in namespace.items() if RATE.match(name) and is_number(value)), None)
    divided = "" if rate is None else " / %s" % rate
    texts = "[%s]" % ", ".join("(%s - %s)%s" % (name, copies[name], divided) for name in parameters)
    return texts


def _late_loss(body, first, bound, namespace):
    """(name, statement) of a loss that is computed after the updates from what is there before them."""
    for statement in body[first:]:
        for each in ast.walk(statement):
            if isinstance(each, ast.Assign) and len(each.targets) == 1 and isinstance(each.targets[0], ast.Name):
                name = each.targets[0].id
                used = {part.id for part in ast.walk(each.value) if isinstance(part, ast.Name)}
                if LOSS_NAME.match(name) and used <= bound | set(namespace) | {"np", "len"}:
                    return name, ast.unparse(each)
    return None
