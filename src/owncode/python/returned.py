"""The leaves of what a declared function returns, named and placed by the expressions that it returns them by."""

from ..own import OWN as __builtins__  # noqa: F401

import ast

from ..copied import walk
from .leaves import Slot, is_array, leaves, members, node_names

_LONGEST_NAME = 32


def returned_nodes(tree):
    """The expressions of loss, gradients and parameters in the function's last return, each None where unknown."""
    returns = []
    for node in walk(tree) if tree is not None else ():
        if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
            returns.append(node)
    if not returns:
        return None, None, None
    parts = max(returns, key=lambda node: node.lineno).value.elts
    if len(parts) == 3 and not any(isinstance(part, ast.Starred) for part in parts):
        return tuple(parts)
    return None, None, None if isinstance(parts[-1], ast.Starred) else parts[-1]


def named_leaves(value, node, base, function):
    """The leaves of a returned value, named and placed by the expression that gave it."""
    if isinstance(node, (ast.Tuple, ast.List)) and isinstance(value, (tuple, list)) and len(node.elts) == len(value):
        if not any(isinstance(part, ast.Starred) for part in node.elts):
            return _distinct(
                leaf
                for index, (part, item) in enumerate(zip(node.elts, value))
                for leaf in _placed(item, part, (index,), function)
            )
    if node is not None:
        return _distinct(_placed(value, node, (), function))
    return _distinct(leaves(value, base, None, base))


def _placed(value, node, path, function):
    if isinstance(node, (ast.Tuple, ast.List)) and isinstance(value, (tuple, list)) and len(node.elts) == len(value):
        return [
            leaf
            for index, (part, item) in enumerate(zip(node.elts, value))
            for leaf in _placed(item, part, path + (index,), function)
        ]
    if isinstance(node, ast.Dict) and isinstance(value, dict) and len(node.keys) == len(value):
        return [
            leaf
            for part, (key, item) in zip(node.values, value.items())
            for leaf in _placed(item, part, path + (key,), function)
        ]
    text = ast.unparse(node)
    name = text if isinstance(node, (ast.Name, ast.Attribute, ast.Subscript)) else ""
    slot = slot_of(node, function)
    base = _last_name(node)
    if not name:
        # What an expression makes has its own text for a name where that is short.
        name = text if len(text) <= _LONGEST_NAME else base or "value"
    return leaves(value, name, slot, base, path)


def _distinct(found):
    """Without the same array under a second name."""
    seen, kept = set(), []
    for leaf in found:
        if is_array(leaf.value):
            if id(leaf.value) in seen:
                continue
            seen.add(id(leaf.value))
        kept.append(leaf)
    return kept


def gradient_leaves(value, node, function):
    found = named_leaves(value, node, "gradients", function)
    for leaf in found:
        if leaf.holder is not None:
            # The same objects for parameters and gradients: their `grad`.
            _, slope = node_names(leaf.holder)  # pyright: ignore[reportGeneralTypeIssues]
            leaf.value = getattr(leaf.holder, slope)
            leaf.name += "." + slope
    return found


def _last_name(node):
    """`W1` of `net.W1`, `net['W1']` and `W1`; empty for what has no name."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return _last_name(node.value) if node.attr in ("T", "copy") else node.attr
    if isinstance(node, ast.Subscript):
        if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str):
            return node.slice.value
        return _last_name(node.value)
    return ""


def slot_of(node, function):
    """The place that an expression of the function's names, without running code of the learner's; else None."""
    local = function.__code__.co_varnames
    try:
        if isinstance(node, ast.Name):
            if node.id in local or node.id not in function.__globals__:
                return None
            return Slot(function.__globals__, node.id)
        if isinstance(node, ast.Attribute):
            held = _value_of(node.value, function)
            if held is not None and any(key == node.attr for key, _, _, _ in members(held, "")):
                return Slot(held, node.attr, True)
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
            held = _value_of(node.value, function)
            if isinstance(held, (dict, list)):
                held[node.slice.value]  # pyright: ignore[reportCallIssue]
                return Slot(held, node.slice.value)
    except (LookupError, AttributeError, TypeError):
        pass
    return None


def _value_of(node, function):
    slot = slot_of(node, function)
    return None if slot is None else slot.get()
