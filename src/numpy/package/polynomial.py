"""Not here: importing it says so."""

from ._errors import unsupported

raise unsupported("np.polynomial")
