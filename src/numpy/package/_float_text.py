"""The digits of floating-point numbers."""

import struct


def shortest(value, width):
    """The shortest text that reads back as the same float32 (`f`) or float16 (`e`)."""
    if value != value or value in (float("inf"), float("-inf")):
        return repr(value)
    digits, exponent = _digits(value, width)
    sign = "-" if str(value).startswith("-") else ""
    if digits != "0" and not 1e-4 <= abs(value) < (1e6 if width == "f" else 1e3):
        rest = digits[1:]
        return f"{sign}{digits[0]}{'.' + rest if rest else ''}e{'-' if exponent < 1 else '+'}{abs(exponent - 1):02d}"
    return sign + _place(digits, exponent)


def _rounded(value, width):
    try:
        return struct.unpack("<" + width, struct.pack("<" + width, value))[0]
    except OverflowError:
        return float("inf")


def _rounded_ratio(value, width):
    """A quotient as NumPy has it: in the precision of the numbers."""
    return _rounded(value, width) if width else value


def _digits(value, width):
    """The shortest digits that tell a number from its neighbours, and where the point goes: 0.digits * 10**exponent."""
    text = repr(abs(value))
    if width:
        for count in range(9):
            text = f"{abs(value):.{count}e}"
            if _rounded(float(text), width) == abs(value):
                break
    mantissa, _, power = text.partition("e")
    whole, _, part = mantissa.partition(".")
    exponent = int(power or 0) + len(whole)
    digits = whole + part
    stripped = digits.lstrip("0")
    exponent -= len(digits) - len(stripped)
    stripped = stripped.rstrip("0")
    return (stripped, exponent) if stripped else ("0", 1)


def _place(digits, exponent):
    """Digits with their decimal point, without an exponent."""
    if exponent <= 0:
        return "0." + "0" * -exponent + digits
    if len(digits) <= exponent:
        return digits + "0" * (exponent - len(digits)) + ".0"
    return digits[:exponent] + "." + digits[exponent:]


def _positional(value, precision, width, unique=True):
    """(whole, fraction) of a number with at most `precision` decimals; the fraction may be empty."""
    sign = "-" if str(value).startswith("-") else ""
    if unique:
        text = _place(*_digits(value, width))
        whole, _, part = text.partition(".")
        if precision is None or len(part) <= precision:
            return sign + whole, part.rstrip("0")
    text = f"{abs(value):.{precision}f}"
    whole, _, part = text.partition(".")
    return sign + whole, part.rstrip("0") if unique else part


def _scientific(value, precision, width, unique=True):
    """(whole, fraction, exponent text) of a number with at most `precision` digits after the point."""
    sign = "-" if str(value).startswith("-") else ""
    if unique:
        digits, exponent = _digits(value, width)
        if digits == "0":
            exponent = 1
        if precision is None or len(digits) - 1 <= precision:
            power = exponent - 1
            return sign + digits[0], digits[1:], f"{'-' if power < 0 else '+'}{abs(power):02d}"
    mantissa, _, power = f"{abs(value):.{precision}e}".partition("e")
    whole, _, part = mantissa.partition(".")
    power = int(power)
    return sign + whole, part.rstrip("0") if unique else part, f"{'-' if power < 0 else '+'}{abs(power):02d}"


class _FloatFormat:
    """How the floats of one array are written, so that their points line up."""

    def __init__(self, values, options, width):
        self.width = width
        self.options = options
        self.plus = options["sign"]
        mode = options["floatmode"]
        precision = None if mode == "unique" else options["precision"]
        self.unique = mode != "fixed"
        finite = [v for v in values if v - v == 0]
        sizes = [abs(v) for v in finite if v != 0]
        self.exponential = False
        if sizes:
            largest, smallest = max(sizes), min(sizes)
            narrow = not options["suppress"] and (
                smallest < 0.0001 or _rounded_ratio(largest / smallest, width) > 1000.0
            )
            self.exponential = largest >= {"": 1e8, "f": 1e6, "e": 1e3}[width] or narrow
        self.left = self.right = 0
        self.decimals = 0
        self.keep_zeros = False
        if not finite:
            self.exponential = False
        elif self.exponential:
            parts = [_scientific(v, precision, width, self.unique) for v in finite]
            self.decimals = max([len(p) for _, p, _ in parts])
            self.digits = max([len(e) for _, _, e in parts]) - 1
            self.left = max([len(self._signed(w)) for w, _, _ in parts])
            self.right = self.digits + 2 + self.decimals
            self.keep_zeros = True
        else:
            parts = [_positional(v, precision, width, self.unique) for v in finite]
            self.left = max([len(self._signed(w)) for w, _ in parts])
            self.right = max([len(p) for _, p in parts])
            self.decimals = self.right
            self.keep_zeros = mode in ("fixed", "maxprec_equal")
        if self.plus == " " and not [v for v in finite if str(v).startswith("-")]:
            self.left += 1
        if len(finite) != len(values):
            offset = self.right + 1
            nan = len(options["nanstr"])
            negative = [v for v in values if v == float("-inf")]
            infinite = [v for v in values if v in (float("inf"), float("-inf"))]
            inf = len(options["infstr"]) + (1 if negative or self.plus != "-" and infinite else 0) if infinite else 0
            has_nan = [v for v in values if v != v]
            self.left = max(self.left, nan - offset if has_nan else 0, inf - offset if infinite else 0)

    def _signed(self, whole):
        return "+" + whole if self.plus == "+" and not whole.startswith("-") else whole

    def __call__(self, value):
        if value - value != 0:
            if value != value:
                text = ("+" if self.plus == "+" else "") + self.options["nanstr"]
            else:
                sign = "-" if value < 0 else "+" if self.plus == "+" else ""
                text = sign + self.options["infstr"]
            return text.rjust(self.left + self.right + 1)
        if self.exponential:
            whole, part, power = _scientific(value, self.decimals, self.width, self.unique)
            if len(part) < self.decimals and self.unique:
                # Beyond the shortest digits stand those that the number really has: 0.1 in half precision is 9.9976e-02.
                whole, part, power = _scientific(value, self.decimals, self.width, False)
            power = power[0] + power[1:].rjust(self.digits, "0")
            return f"{self._signed(whole).rjust(self.left)}.{part.ljust(self.decimals, '0')}e{power}"
        whole, part = _positional(value, self.decimals, self.width, self.unique)
        filler = "0" if self.keep_zeros else " "
        return f"{self._signed(whole).rjust(self.left)}.{part.ljust(self.right, filler)}"


class _ComplexFormat:
    """How the complex numbers of one array are written: both parts lined up, each by its own digits."""

    def __init__(self, values, options):
        self.real = _FloatFormat([v.real for v in values], options, "")
        plus = {**options, "sign": "+"}
        self.imag = _FloatFormat([v.imag for v in values], plus, "")

    def __call__(self, value):
        imag = self.imag(value.imag)
        # The letter stands right behind the digits, and the padding behind it.
        digits = imag.rstrip()
        return self.real(value.real) + digits + "j" + " " * (len(imag) - len(digits))
