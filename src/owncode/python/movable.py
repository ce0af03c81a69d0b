"""The places in reach of a round whose numbers may be moved, and moving them."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import re

import numpy as np

from ..copied import walk
from .draft import FILE, names_in
from .functions import LOSS_NAME, RATE
from .held import CLOSED, MEMORY, held_number
from .leaves import is_array, is_number, leaves
from .pairing import is_gradient_name

_MOST_LEAVES = 400
# A longer list of numbers is an account of something.
_LONGEST_ROW = 40
_MOST_ENTRIES = 1 << 20
_NO_PARAMETER = re.compile(
    r"(^|[._'\[])(loss|cost|error|err|delta|output|out|acc\w*|total|epoch|iter\w*|step|count|velocity|vel|moment\w*|"
    r"cache|best|score|history|smooth|running|lr|learning_rate|eta|alpha)s?\w*('\])?$", re.I
)  # fmt: skip


class Movable:
    """The part of a round that knows what it can move."""

    def movable(self):
        found, taken, total = [], set(), 0
        values = self.draft.values
        # What a loop goes over stays where it is; its own name is another's in each round.
        passing = {
            each.id
            for text in self.texts
            for loop in walk(ast.parse(text))
            if isinstance(loop, ast.For)
            for each in walk(loop.target)
            if isinstance(each, ast.Name)
        }
        order = sorted(values, key=lambda name: (name in passing, not name.startswith("check_"), name))
        mentioned = {name for text in self.texts for name in names_in(text)}
        for value in self.names.namespace.values():
            for each in vars(value).values() if isinstance(value, type) else [value]:
                mentioned |= set(getattr(getattr(each, "__code__", None), "co_names", ()))
        for name in order:
            value = values[name]
            if name.startswith("__") or isinstance(value, CLOSED) or name not in mentioned:
                continue
            for leaf in leaves(value, name, None, name.replace("check_", "")):
                if is_array(leaf.value):
                    total += leaf.value.size
                    if id(leaf.value) in taken or total > 4 * _MOST_ENTRIES:
                        continue
                    taken.add(id(leaf.value))
                elif (
                    not is_number(leaf.value)
                    or isinstance(leaf.slot and leaf.slot.container, list)
                    and (len(leaf.slot.container) > _LONGEST_ROW)
                ):
                    continue
                if leaf.holder is not None and id(leaf.holder) in taken:
                    continue
                taken.add(id(leaf.holder))
                leaf = held_number(leaf)
                if not self.may_be_parameter(leaf.name, is_array(leaf.value)):
                    continue
                found.append(leaf)
                self.codes[leaf.name] = compile(leaf.name, FILE, "eval", 0, True)
                if len(found) >= _MOST_LEAVES:
                    return found
        return found

    def now(self, leaf):
        try:
            return np.array(eval(self.codes[leaf.name], self.draft.values), dtype=float)
        except (LookupError, AttributeError, TypeError, ValueError, NameError):
            return None

    def may_be_parameter(self, name, is_array_):
        last = re.split(r"[.\[]", name)[-1].strip("']") if not name.endswith("]") or "'" in name[-3:] else name
        last = last.replace("check_", "")
        base = re.split(r"[.\[]", name.replace("check_", ""))
        if any(is_gradient_name(part.strip("']")) or MEMORY.search(part.strip("']")) for part in base):
            return False
        if is_array_ or last in self.lessened():
            return True
        return not (LOSS_NAME.match(last) or RATE.match(last) or _NO_PARAMETER.search(last))

    def lessened(self):
        """Names of one letter from which the lines take something: `c` of `y = a + b x + c x²` is no cost."""
        found = set()
        for node in [each for statement in self.nodes for each in walk(statement)]:
            if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Sub):
                target = node.target
            elif (
                isinstance(node, ast.Assign)
                and isinstance(node.value, ast.BinOp)
                and isinstance(node.value.op, ast.Sub)
            ):
                target = node.targets[0]
                if ast.unparse(node.value.left) != ast.unparse(target):
                    continue
            else:
                continue
            if isinstance(target, ast.Name) and len(target.id.replace("check_", "")) == 1:
                found.add(target.id.replace("check_", ""))
        return found

    def owners(self):
        """By expression the methods of the objects of the file's classes that the lines speak of."""
        used = {name for text in self.texts for name in names_in(text)}
        if self.call.instance:
            used.add(self.call.instance)
        values = self.draft.values
        kinds = {name: type(values[name]).__name__ for name in used if name in values}
        return {name: self.names.classes[kind] for name, kind in kinds.items() if kind in self.names.classes}

    def put(self, leaf, values):
        if is_array(leaf.value) and leaf.value.dtype.kind == "f" and leaf.value.flags.writeable:
            leaf.value[...] = values
        elif leaf.slot is not None:
            leaf.slot.set(values if np.ndim(values) else float(values))
        else:
            self.draft.values[leaf.name] = values if np.ndim(values) else float(values)

    def names_moved(self):
        return [self.places[at].name for at in self.parameters]
