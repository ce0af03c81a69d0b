"""Sums over indices, as Einstein wrote them."""

import builtins

from ._axes import transpose
from ._backend import k
from ._broadcasting import broadcast_to
from ._construction import diagonal
from ._creation import asarray
from ._errors import unsupported
from ._sizes import shape_text, wanted_text
from ._state import errstate
from ._types import DTYPES, promote
from ._ufunc import give


def einsum(subscripts, *operands, out=None, optimize=False, **kwargs):
    if not isinstance(subscripts, str):
        raise unsupported("np.einsum with lists of axes")
    arrays = [asarray(x) for x in operands]
    subscripts = subscripts.replace(" ", "")
    inputs, arrow, output = subscripts.partition("->")
    terms = inputs.split(",")
    if len(terms) != len(arrays):
        raise ValueError(
            "more operands provided to einstein sum function than specified in the subscripts string"
            if len(arrays) > len(terms)
            else "fewer operands provided to einstein sum function than specified in the subscripts string"
        )
    if "..." in subscripts:
        terms, output = _without_ellipsis(terms, arrow, output, arrays)
        arrow = "->"
    sizes = {}
    for place, (term, a) in enumerate(zip(terms, arrays, strict=True)):
        if len(term) > a.ndim:
            raise ValueError(f"einstein sum subscripts string contains too many subscripts for operand {place}")
        if len(term) < a.ndim:
            raise ValueError(
                "operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to "
                "broadcast the extra dimensions."
            )
        for letter, n in zip(term, a._shape, strict=True):
            known = sizes.get(letter, n)
            if known != n and 1 not in (known, n):
                raise ValueError(_einsum_mismatch(terms, arrow, output, arrays))
            sizes[letter] = builtins.max(known, n)
    if not arrow:
        letters = sorted(set(inputs.replace(",", "")))
        output = "".join([c for c in letters if inputs.count(c) == 1])
    for letter in output:
        if letter not in sizes:
            raise ValueError(
                f"einstein sum subscripts string included output subscript '{letter}' which never appeared in an input"
            )
    code = arrays[0]._code
    for a in arrays[1:]:
        code = promote(code, a._code)
    # Sums over indices tell of no faults, in NumPy either.
    with errstate(all="ignore"):
        result = _contract(terms, output, arrays, sizes)
    if asarray(result)._code != code:
        result = asarray(result).astype(DTYPES[code])
        result = result[()] if result.ndim == 0 else result
    return result if out is None else give(result, out)


def _einsum_mismatch(terms, arrow, output, arrays):
    """NumPy's words, with the shapes by the letters of the output and then the others."""
    letters = "".join(terms)
    first = output if arrow else "".join([c for c in sorted(set(letters)) if letters.count(c) == 1])
    order = [*first, *sorted(set(letters) - set(first))]
    shapes = [[a._shape[t.index(c)] if c in t else -1 for c in order] for t, a in zip(terms, arrays, strict=True)]
    return "operands could not be broadcast together with remapped shapes [original->remapped]: " + "".join(
        [f"{shape_text(a._shape)}->{wanted_text(s)} " for a, s in zip(arrays, shapes, strict=True)]
    )


def _contract(terms, output, arrays, sizes):
    """Sums the product of all operands over the letters that the output leaves out."""
    letters = sorted(sizes)
    # Repeated letters in one operand take its diagonal.
    parts = []
    for term, a in zip(terms, arrays, strict=True):
        while len(set(term)) < len(term):
            letter = next(c for c in term if term.count(c) > 1)
            i = term.index(letter)
            j = term.index(letter, i + 1)
            a = diagonal(a, 0, i, j)
            term = term[:i] + term[i + 1 : j] + term[j + 1 :] + letter
        parts.append((term, a))
    if len(parts) == 2:
        return _contract_two(parts, output, sizes)
    total = None
    for term, a in parts:
        order = [term.index(c) for c in letters if c in term]
        spread = transpose(a, order)[tuple([slice(None) if c in term else None for c in letters])]
        total = spread if total is None else total * spread
    total = broadcast_to(total, [sizes[c] for c in letters])
    gone = tuple([i for i, c in enumerate(letters) if c not in output])
    kept = [c for c in letters if c in output]
    result = total.sum(axis=gone) if gone else k.astype(total, -1)
    result = transpose(result, [kept.index(c) for c in output]) if output else result
    return result


def _contract_two(parts, output, sizes):
    """Two operands: one stack of matrix products."""
    (one, a), (two, b) = parts

    def only(term, a, other):
        for letter in [c for c in term if c not in other and c not in output]:
            at = term.index(letter)
            a = asarray(a.sum(axis=at))
            term = term.replace(letter, "")
        return term, a

    one, a = only(one, a, two)
    two, b = only(two, b, one)
    both = [c for c in one if c in two]
    batch = [c for c in both if c in output]
    summed = [c for c in both if c not in output]
    left = [c for c in one if c not in two]
    right = [c for c in two if c not in one]

    def arranged(a, term, groups):
        a = transpose(a, [term.index(c) for group in groups for c in group])
        a = broadcast_to(a, [sizes[c] for group in groups for c in group])
        shape = []
        for group in groups:
            n = 1
            for c in group:
                n *= sizes[c]
            shape.append(n)
        return a.reshape(shape)

    stacked = k.matmul(arranged(a, one, (batch, left, summed)), arranged(b, two, (batch, summed, right)))
    letters = batch + left + right
    result = stacked.reshape([sizes[c] for c in letters])
    result = transpose(result, [letters.index(c) for c in output])
    return result[()] if result.ndim == 0 else k.astype(result, -1)


def _without_ellipsis(terms, arrow, output, arrays):
    """The terms with letters of their own in the place of `...`; where nothing is said, these come first."""
    used = set("".join(terms) + output)
    free = [c for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" if c not in used]
    room = [a.ndim - len(term) + 3 if "..." in term else 0 for term, a in zip(terms, arrays, strict=True)]
    letters = "".join(free[: builtins.max(room)])
    if not arrow:
        named = "".join(terms).replace(".", "")
        output = "..." + "".join(sorted([c for c in set(named) if named.count(c) == 1]))
    terms = [term.replace("...", letters[len(letters) - n :]) for term, n in zip(terms, room, strict=True)]
    return terms, output.replace("...", letters)
