"""A function without arguments that returns loss, gradients and parameters: what it returns, read once and for all."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import contextlib
import types

import numpy as np

from ..copied import walk
from .leaves import is_array, is_number, scalar_of
from .pairing import pair
from .returned import gradient_leaves, named_leaves, returned_nodes, slot_of
from .split import split
from .state import State, reseed


class Refusal(Exception):
    """The function cannot be measured; `code` names the sentence that says why, `details` is what it needs."""

    def __init__(self, code, **details):
        super().__init__(code)
        self.code = code
        self.details = {key: str(value) for key, value in details.items()}


class Parameter:
    """One array or number that the loss is differentiated by, moved where it stands."""

    def __init__(self, leaf, place):
        self.name, self.leaf, self.place = leaf.name, leaf, place
        self.target = leaf.value if is_array(leaf.value) else None
        self.start = np.array(leaf.value, dtype=float)
        self.point = self.start.copy()

    @property
    def shape(self):
        return self.point.shape

    def put(self, values):
        if self.target is not None:
            self.target[...] = values
        else:
            self.place.set(float(values))


class Declared:
    """The function, its parameters and the gradients that pair with them."""

    def __init__(self, function, tree, limited=None):
        """`limited` lasts while the function runs, and not while is read what it holds: that would take long within it."""
        self.function = function
        self.limited = limited or contextlib.nullcontext()
        self.tree = tree
        self.returned = returned_nodes(tree)
        self.state = State([function.__globals__, function])
        self.volatile = None
        # Whether it was written for the check, and no learner's.
        self.is_ours = False
        # What gives the loss alone, without the way back, once it is known to give the same.
        self.short = None
        # Whether it may be parted where it makes its parameters itself, and its tree before that.
        self.may_part = limited is None and tree is not None
        self.whole = None
        self.parameters = []
        self.gradient_names = []
        self.guessed = set()
        self._read()

    def _call(self):
        reseed()
        with np.errstate(all="ignore"):
            returned = self.function()
        parts = list(returned) if isinstance(returned, (tuple, list)) else []
        if len(parts) != 3:
            raise Refusal("declaration-shape", got=len(parts) if parts else type(returned).__name__)
        loss = self.loss_of(parts[0])
        if loss is None:
            shape = np.shape(parts[0]) if isinstance(parts[0], (np.ndarray, list, tuple)) else ""
            raise Refusal("loss-not-a-number", type=type(parts[0]).__name__, shape=shape)
        return loss, parts[1], parts[2]

    def loss_of(self, returned):
        """The number that came back for the loss; None for what is none."""
        return scalar_of(returned)

    def _read(self):
        loss_node, gradient_node, parameter_node = self.returned
        with self.limited:
            _, gradients, parameters = self._call()
        found = named_leaves(parameters, parameter_node, "parameters", self.function)
        # Gradients may stand beside the parameters they belong to.
        self.volatile = self.state.changed()
        self.volatile.restore()
        if not found:
            raise Refusal("no-parameters")
        given = gradient_leaves(gradients, gradient_node, self.function)
        if not given:
            raise Refusal("no-gradients")
        pairs = pair(given, found)
        places = [self._parameter(leaf) for leaf in found]
        if self.may_part and any(place is None and is_array(leaf.value) for place, leaf in zip(places, found)):
            # What the function makes anew in each call cannot be moved from outside: it is made once.
            self.may_part = False
            parted = split(self.function, self.tree, parameter_node)
            if parted is not None:
                self.whole = self.tree
                self.function, self.tree = parted
                self.returned = returned_nodes(self.tree)
                self.state = State([self.function.__globals__, self.function])
                self._read()
                return
        if not any(place is not None for place in places):
            is_exchanged = any(self._parameter(leaf) is not None for leaf in given)
            raise Refusal("exchanged" if is_exchanged else "parameters-copied", name=found[0].name)
        # An object holds more than parameters: what has no gradient there is none.
        kept = [
            index
            for index, place in enumerate(places)
            if place is not None
            and (pairs.of[index] is not None or not (found[index].slot and found[index].slot.is_attribute))
        ]
        if not any(pairs.of[index] is not None for index in kept):
            raise Refusal("nothing-pairs")
        order = {id(each): at for at, each in enumerate(given)}
        self.parameters = [places[index] for index in kept]
        self.pairs = [None if pairs.of[index] is None else order[id(pairs.of[index])] for index in kept]
        self.gradient_names = [None if at is None else given[at].name for at in self.pairs]
        self.guessed = {at for at, index in enumerate(kept) if index in pairs.guessed}
        self.count = len(given)

    def _parameter(self, leaf):
        """The leaf as something that can be moved; None where what came back is a copy of it."""
        value = leaf.value
        if leaf.slot is not None and not self.state.holds(leaf.slot.container):
            # What held it was made by the call itself: this is what it begins with.
            leaf.slot = self._slot_now(leaf.name)
        if is_array(value):
            if leaf.slot is not None:
                # Where the function binds it anew, this is the array that it begins with.
                now = leaf.slot.get()
                if is_array(now) and now.shape == value.shape:
                    leaf.value = value = now
            if not self.state.holds(value) and not self._is_kept(value):
                return None
            if value.dtype != np.float64 or not value.flags.writeable:
                moved = value.astype(float)
                if not self.state.replace(value, moved):
                    return None
                leaf.value = moved
            return Parameter(leaf, leaf.slot)
        place = leaf.slot
        if place is None or not is_number(place.get()):
            place = self.state.place_of(value)
        elif is_number(place.get()):
            leaf.value = place.get()
        return None if place is None else Parameter(leaf, place)

    def _slot_now(self, name):
        try:
            return slot_of(ast.parse(name, mode="eval").body, self.function)
        except SyntaxError:
            return None

    def _is_kept(self, value):
        """A view of an array that stays: what is written into it is seen."""
        base = value.base
        while base is not None and not self.state.holds(base):
            base = getattr(base, "base", None)
        return base is not None

    def put(self):
        """Sets everything to the present point, as it was before the first call."""
        self.volatile.restore()
        for parameter in self.parameters:
            parameter.put(parameter.point)

    def loss(self):
        """The loss at the present point."""
        self.put()
        return self._call()[0] if self.short is None else self._short_loss(self.short)

    def shorten(self, loss):
        """
        Lets the loss be taken without the lines behind it, which go back and update; `loss` is that of the present point,
        which the lines before have to give as well. Only for a function that was written for the check.
        """
        node, body = self.returned[0], self.tree.body
        if not isinstance(node, ast.Name) or self.function.__code__.co_freevars:
            return
        made = [at for at, each in enumerate(body) if _stores(each, node.id)]
        if not made or made[-1] >= len(body) - 2:
            return
        lines = [*body[: made[-1] + 1], ast.copy_location(ast.Return(node), body[-1])]
        short = ast.FunctionDef("gradcheck", self.tree.args, lines, [], lineno=1, col_offset=0)
        module = ast.fix_missing_locations(ast.Module(body=[short], type_ignores=[]))
        code = compile(module, self.function.__code__.co_filename, "exec", 0, True)
        inner = next(each for each in code.co_consts if isinstance(each, types.CodeType))
        function = types.FunctionType(inner, self.function.__globals__)
        self.put()
        if self._short_loss(function) == loss:
            self.short = function

    def _short_loss(self, function):
        reseed()
        with np.errstate(all="ignore"):
            loss = self.loss_of(function())
        return float("nan") if loss is None else loss

    def evaluate(self):
        """(loss, gradients by parameter as arrays or None) at the present point."""
        self.put()
        loss, gradients, _ = self._call()
        given = gradient_leaves(gradients, self.returned[1], self.function)
        if len(given) != self.count:
            raise Refusal("gradients-vary")
        return loss, [None if at is None else np.array(given[at].value, dtype=float) for at in self.pairs]

    def mend(self):
        """
        Sets back what is not as it was and what the function does not change itself, arrays and what names lead to; whether
        there was any of it.
        """
        is_bound = self.state.rebind(self.volatile)
        moved = {id(parameter.target) for parameter in self.parameters} | {id(each) for each, _ in self.volatile.arrays}
        spoiled = [
            (array, values)
            for array, values in self.state.arrays
            if id(array) not in moved and not np.array_equal(array, values, equal_nan=array.dtype.kind in "fc")
        ]
        for array, values in spoiled:
            array[...] = values
        return is_bound or bool(spoiled)

    def end(self):
        """Leaves everything as it was found."""
        self.volatile.restore()
        for parameter in self.parameters:
            parameter.put(parameter.start)


def _stores(statement, name):
    return any(
        isinstance(each, ast.Name) and each.id == name and isinstance(each.ctx, ast.Store) for each in walk(statement)
    )
