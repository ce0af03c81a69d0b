"""A scalar autograd engine: values with `data`, `grad` and `backward()`."""

from ..own import OWN as __builtins__  # noqa: F401

from .draft import Draft, Fruit
from .leaves import node_names

# Methods, and how each is used of two values.
_OPERATIONS = (
    ("__add__", "a + b"), ("__radd__", "1.5 + a"), ("__mul__", "a * b"), ("__rmul__", "1.5 * a"),
    ("__neg__", "-a * b"), ("__sub__", "a - b"), ("__rsub__", "1.5 - a"),
    ("__truediv__", "a / b"), ("__rtruediv__", "1.5 / b"), ("__pow__", "a ** 3"),
    ("tanh", "a.tanh()"), ("exp", "a.exp()"), ("relu", "(a * b).relu() + a.relu()"), ("sigmoid", "a.sigmoid()"),
    ("log", "a.log()"), ("sin", "a.sin()"), ("cos", "a.cos()"), ("sqrt", "a.sqrt()"),
)  # fmt: skip


def engine_texts(names, name, methods):
    """(line, fruit) for each operation alone, and with values that have more than one way to the result."""
    if "backward" not in methods:
        return
    try:
        held = node_names(names.namespace[name](0.5))
        if held is None:
            return
    except Exception:
        return
    for method, expression in _OPERATIONS:
        if method not in methods:
            continue
        for again in (False, True):
            draft = Draft(names.namespace)
            draft.set_up("check_a, check_b = 0.7, -0.4")
            try:
                draft.do("a, b = %s(check_a), %s(check_b)" % (name, name))
                draft.do("out = %s" % expression)
                if again:
                    # Every value has two ways to the output.
                    if not {"__add__", "__mul__"} <= set(methods):
                        continue
                    draft.do("out = out * a + out * b")
                draft.do("out.backward()")
            except Exception:  # noqa: S112 - what the engine cannot do
                continue
            fruit = Fruit(draft, "out." + held[0], ["a." + held[1], "b." + held[1]], ["check_a", "check_b"], "out")
            fruit.is_meant = True
            yield methods[method].line, fruit
