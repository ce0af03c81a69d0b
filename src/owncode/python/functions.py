"""The functions and classes of a file as its text tells them: parameters, what they return, what their names say."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import re

from ..copied import walk
from .pairing import is_gradient_name

INPUT = re.compile(
    r"^(x|inputs?|input_data|data|x_?(?:train|batch|data|in|b|mini)|features|a0|a_?prev|images?|imgs?|batch_?x|input_tensor|xs?|입력\w*)$",
    re.I,
)
TARGET = re.compile(
    r"^(y|t|ys|d|targets?|labels?|y_?(?:true|train|batch|data|onehot|hot|b|mini)|t_?b(?:atch)?|expected\w*|truth|ground_truth|batch_?y|target_data|desired|정답\w*|목표\w*|타[깃겟]\w*|레이블|라벨)$",
    re.I,
)
PREDICTED = re.compile(
    r"^(a\d*|al|y_?(?:hat|pred)\w*|pred\w*|out\w*|probs?|scores?|logits?|o|h|p|z\d*|activations?|last\w*|예측\w*|출력\w*)$",
    re.I,
)
CACHE = re.compile(r"^(caches?|memory|ctx|intermediates?|values|acts?|activations|forward_\w+|tape)$", re.I)
PARAMETERS = re.compile(r"^(params?|parameters|weights|theta|model|network|net|p)$", re.I)
SIZES = re.compile(
    r"^(sizes?|n?_?layers?|layers?_?(?:dims?|sizes?|conf\w*)|dims|dimensions|arch\w*|topology|structure|shape)$", re.I
)
SIZE_IN = re.compile(
    r"^(n_?x|in|n_?i|input_?(?:layer_?)?(?:size|dim|nodes|neurons|layer|units)|n_?inputs?|in_?(?:features|dim|size)|n_?in|d_?in|num_?(?:inputs|features)|dim|n_?features|inputs?|ni)$",
    re.I,
)
SIZE_HIDDEN = re.compile(
    r"^(n_?h\d?|hidden\d?(?:_?(?:layer_?)?\d?_?(?:size|dim|nodes|neurons|layer|units))?\d?|n_?hid(?:den)?|h|d_?h|num_?hidden|nh)$",
    re.I,
)
SIZE_OUT = re.compile(
    r"^(n_?y|n_?o|out|output_?(?:layer_?)?(?:size|dim|nodes|neurons|layer|units)|num_?(?:classes|outputs|labels)|n_?(?:neurons|outputs?|classes|labels)|out_?(?:features|dim|size)|n_?out|d_?out|outputs?|no|k|c)$",
    re.I,
)
RATE = re.compile(r"^(lr|learn(?:ing)?_?rate|eta|alpha|rate|step_?size|l_rate|학습률)$", re.I)
PENALTY = re.compile(r"^(reg\w*|lambd?a?_?|lmbda|lam|weight_decay|l2\w*)$", re.I)
UPSTREAM = re.compile(
    r"^(d_?(?:out\w*|values?|z\d?|a\d?|y|o|l|loss|h|s|top)|grad(?:_?(?:output|outputs|out|y|a|in|loss|z))?|"
    r"(?:y|out|output|z|a|loss|upstream|next|prev|incoming|accum)_?(?:grads?|gradients?|errors?|deltas?)|upstream\w*|deltas?|errors?|"
    r"accumulated_?grad\w*|back_?grad\w*)$",
    re.I,
)
BACK = re.compile(r"back|grad|bprop|deriv|loss_?fun|propagate$|nabla|역전파|기울기|그래디언트|미분", re.I)
COST = re.compile(
    r"cost|loss|mse|entropy|objective|criterion|energy|likelihood|손실|비용|오차|^j$|^nll|^bce|^error", re.I
)
FORWARD = re.compile(
    r"forward|feed|predict|fprop|hypothesis|infer|^model$|^net$|__call__|^run$|compute_output|순전파|예측", re.I
)
INIT = re.compile(r"init|^make_?(?:params|weights)|create_?(?:params|weights|network)|^build|초기화", re.I)
UPDATES = re.compile(
    r"^(train_?(?:step|one|batch|on_batch)?|step|update_?mini_?batch|fit_?batch|learn|update|sgd_step|optimi[sz]e|학습\w*|훈련\w*|갱신\w*|업데이트\w*)$",
    re.I,
)
OTHER = re.compile(
    r"(argmax|numeric|numerical|check|approx|plot|show|print|accuracy|evaluate|load|save|optimi[sz]er|get_pred|make_pred|predictions$|^test|shuffle|normali[sz]e|clip|get_batch|zero_?grad|reset|clear|정확도|수치|검사|그리기|출력하)",
    re.I,
)
LOSS_NAME = re.compile(
    r"^(loss\w*|(?!reg|l1|l2|pen|val|test|best|prev|last|old|min)\w+_loss|costs?|j|error|data_loss|total_\w*|e|mse|c|l|nll|bce|objective|손실|비용|오차)$",
    re.I,
)


# Methods that give the same numbers in another shape.
_SAME = ("flatten", "ravel", "reshape", "copy", "squeeze")


class Fn:
    """A function or a method of the file."""

    def __init__(self, node, owner=None):
        self.node, self.name, self.owner, self.line = node, node.name, owner, node.lineno
        given = node.args
        self.parameters = [each.arg for each in given.posonlyargs + given.args]
        self.defaults = dict(zip(self.parameters[len(self.parameters) - len(given.defaults) :], given.defaults))
        decorators = {getattr(each, "id", "") for each in node.decorator_list}
        self.is_static = "staticmethod" in decorators
        if owner and self.parameters and not self.is_static:
            self.parameters = self.parameters[1:]
        self.returns = _return_names(node)
        if len(self.returns) == 2 and self.returns[1] is None and LOSS_NAME.match(self.returns[0] or ""):
            self.returns[1] = "gradient" if _joins_second(node) else None

    @property
    def call(self):
        """How it is called where it stands by itself: a function, or one that a class only holds."""
        return "%s.%s" % (self.owner, self.name) if self.owner and self.is_static else self.name

    @property
    def gives_gradients(self):
        return any(name and is_gradient_name(name) for name in self.returns)


def name_of(node):
    """The name that an expression ends in; None where it has none."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        return str(node.slice.value)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _SAME:
        if name_of(node.func.value) not in ("np", "numpy"):
            return name_of(node.func.value)
    if (
        isinstance(node, ast.Call)
        and node.args
        and name_of(node.func) in ("float", "squeeze", "array", "copy", "asarray")
    ):
        return name_of(node.args[0])
    return None


def _return_names(node):
    found, stack = [], list(node.body)
    while stack:
        each = stack.pop(0)
        if isinstance(each, (ast.FunctionDef, ast.Lambda, ast.ClassDef)):
            continue
        if isinstance(each, ast.Return) and each.value is not None:
            found.append(each)
        stack += list(ast.iter_child_nodes(each))
    if not found:
        return []

    def parts(one):
        return one.value.elts if isinstance(one.value, (ast.Tuple, ast.List)) else [one.value]

    # The one with the most parts: `return scores` where there is no target is not the one that counts.
    return [name_of(part) for part in parts(max(found, key=lambda one: (len(parts(one)), one.lineno)))]


def _joins_second(node):
    """Whether the second of what a function returns is several arrays in one: `return J, np.concatenate([g1, g2])`."""
    for each in walk(node):
        if isinstance(each, ast.Return) and isinstance(each.value, ast.Tuple) and len(each.value.elts) == 2:
            joined = each.value.elts[1]
            inner = joined.func if isinstance(joined, ast.Call) else getattr(joined, "value", None)
            return name_of(inner) in ("concatenate", "hstack", "append", "r_", "unroll", "flatten_params")
    return False


class Names:
    """All functions, classes and methods of a file."""

    def __init__(self, tree, namespace):
        self.tree, self.namespace = tree, namespace
        body = list(statements_of(tree.body))
        self.functions = {}
        for node in body:
            definition = _written_out(node)
            if definition is not None and callable(namespace.get(definition.name)):
                self.functions[definition.name] = Fn(definition)
        self.nodes = {node.name: node for node in body if isinstance(node, ast.ClassDef)}
        self.classes = {name: self._methods(name, ()) for name in self.nodes if isinstance(namespace.get(name), type)}

    def _methods(self, name, above):
        found = {}
        for base in self.nodes[name].bases:
            base = name_of(base)
            if base in self.nodes and base not in above:
                found.update(self._methods(base, (*above, name)))
        for node in self.nodes[name].body:
            if isinstance(node, ast.FunctionDef):
                found[node.name] = Fn(node, name)
        return found


def _written_out(node):
    """The definition that a statement is, `cost = lambda w: …` too; None for another statement."""
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda) and isinstance(node.targets[0], ast.Name):
        body = [ast.copy_location(ast.Return(node.value.body), node)]
        return ast.copy_location(ast.FunctionDef(node.targets[0].id, node.value.args, body, []), node)
    return node if isinstance(node, ast.FunctionDef) else None


def statements_of(body):
    """The statements of a body and of the blocks in it that run once at most."""
    for node in body:
        yield node
        if isinstance(node, (ast.If, ast.Try)):
            yield from statements_of(node.body)
