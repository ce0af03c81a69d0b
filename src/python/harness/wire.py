"""Values and messages in wire form: a JSON header, and one block of float64."""

from .own import OWN as __builtins__  # noqa: F401

import json
import math
import struct
from json.encoder import c_make_encoder, encode_basestring_ascii
from json.scanner import c_make_scanner

import numpy as np

from .arrays import ndarray, to_bytes
from .limits import MAX_DEPTH, MAX_ITEMS, MAX_TEXT

MAGIC = b"BPT1"

_generic = np.generic
pack = struct.pack


class TooLarge(BaseException):
    """What is to be written is larger than the request allows, or has more parts than anybody could read."""


class Writer:
    """Turns Python values into the JSON of the response, with their numbers in one block of float64."""

    def __init__(self, limit):
        self.chunks = []
        self.count = 0
        self.limit = limit
        # Parts that the value which is being written may still have: lists that hold each other have more than any time.
        self.parts_left = MAX_ITEMS

    def excess(self):
        """What is too large, after a `TooLarge`."""
        if self.parts_left < 0:
            return "lists of more than %d parts. Return arrays, and check what the lists hold" % MAX_ITEMS
        return "more than %d MiB. Check the shapes of what it returns" % max(1, self.limit >> 20)

    def block(self, data):
        """Where the float64 bytes stand in the block, counted in numbers."""
        at = self.count
        self.count += len(data) // 8
        if self.count * 8 > self.limit:
            raise TooLarge()
        self.chunks.append(data)
        return at

    def array(self, snapshot):
        dtype, shape, data = snapshot
        return {"kind": "array", "dtype": dtype, "shape": list(shape), "at": self.block(data)}

    def value(self, value):
        """The JSON of a value. Raises `TooLarge`."""
        self.parts_left = MAX_ITEMS
        return self.part(value, 0)

    def part(self, value, depth):
        if isinstance(value, ndarray):
            if value.dtype.kind in "fiub":
                return self.array(to_bytes(value))
            return self.other(value)
        number = number_of(value)
        if number is not None:
            return number
        if value is None:
            return {"kind": "none"}
        if isinstance(value, dict) and depth < MAX_DEPTH:
            return self.dictionary(value, depth)
        kind = "tuple" if isinstance(value, tuple) else "list" if isinstance(value, list) else None
        if kind is None or depth >= MAX_DEPTH:
            # What is in lists that lie so deep may be without end.
            return (
                self.other(value) if depth < MAX_DEPTH else {"kind": "other", "type": type_name(value), "text": "..."}
            )
        items = list(tuple.__iter__(value) if kind == "tuple" else list.__iter__(value))
        if len(items) > 8 and all(type(item) is float for item in items):
            return {"kind": kind, "floats": self.block(pack("<%dd" % len(items), *items)), "length": len(items)}
        return {"kind": kind, "items": self.parts(items, depth)}

    def dictionary(self, value, depth):
        """The entries whose keys are text; others could not be meant by a name."""
        entries = [(key, item) for key, item in list(dict.items(value)) if type(key) is str]
        return {
            "kind": "dict",
            "keys": [key for key, _ in entries],
            "items": self.parts([item for _, item in entries], depth),
        }

    def parts(self, items, depth):
        self.parts_left -= len(items)
        if self.parts_left < 0:
            raise TooLarge()
        return [self.part(item, depth + 1) for item in items]

    @staticmethod
    def other(value):
        return {"kind": "other", "type": type_name(value), "text": short_repr(value)}


def type_name(value):
    name = type.__dict__["__name__"].__get__(type(value))
    return name if isinstance(name, str) else "object"


def short_repr(value):
    try:
        text = repr(value)
        return text[:MAX_TEXT] if isinstance(text, str) else ""
    except Exception:
        return ""


def _plain(number):
    """A number as JSON has it; what JSON lacks goes as a word."""
    if number != number:
        return "nan"
    if number in (math.inf, -math.inf):
        return "inf" if number > 0 else "-inf"
    return number


def number_of(value):
    """The JSON of a Python or NumPy scalar, or None for anything else."""
    if value is True or value is False:
        return {"kind": "number", "type": "bool", "value": int(value)}
    cls = type(value)
    if cls is float:
        return {"kind": "number", "type": "float", "value": _plain(value)}
    if isinstance(value, _generic):
        kind = value.dtype.kind
        if kind == "b":
            return {"kind": "number", "type": "bool", "value": int(bool(value))}
        if kind in "iu":
            return number_of(int(value))
        if kind != "f":
            return None
        number = {"kind": "number", "type": "float", "value": _plain(float(value))}
        if value.dtype.itemsize < 8:
            # It has fewer digits than Python's own numbers.
            number["dtype"] = str(value.dtype)
        return number
    if isinstance(value, int):
        value = int(value)
        if abs(value) > 2**53:
            try:
                value = float(value)
            except OverflowError:
                value = math.inf if value > 0 else -math.inf
        return {"kind": "number", "type": "int", "value": _plain(value)}
    if isinstance(value, float):
        return {"kind": "number", "type": "float", "value": _plain(float(value))}
    return None


def _make_encode():
    """JSON text of a value. Prepared now, in C where there is C, so that later changes to `json` do not reach it."""
    if c_make_encoder is None:
        return json.JSONEncoder(separators=(",", ":")).encode
    encoder = c_make_encoder(None, None, encode_basestring_ascii, None, ":", ",", False, False, False)
    return lambda value: "".join(encoder(value, 0))


encode_json = _make_encode()


def _make_decode():
    """The value of a JSON text, likewise."""
    if c_make_scanner is None:
        return json.loads
    scan = c_make_scanner(json.JSONDecoder())
    return lambda text: scan(text, 0)[0]


decode_json = _make_decode()
_unpack_from = struct.unpack_from


def frame(header, chunks):
    """The wire form: magic, length of the header, header, padding to eight bytes, numbers."""
    text = encode_json(header).encode("ascii")
    padding = -(8 + len(text)) % 8
    return b"".join([MAGIC, pack("<I", len(text)), text, b" " * padding, *chunks])


def unframe(data):
    if data[:4] != MAGIC:
        raise ValueError("not a request")
    (length,) = _unpack_from("<I", data, 4)
    end = 8 + length
    return decode_json(data[8:end].decode("utf-8")), memoryview(data)[end + -end % 8 :]


def without_text(encoded):
    """The same value without the text of what is no array: it may hold an address."""
    if encoded["kind"] == "other":
        return {"kind": "other", "type": encoded["type"]}
    if "items" in encoded:
        return {**encoded, "items": [without_text(item) for item in encoded["items"]]}
    return encoded
