"""`numpy.exceptions`."""

from ._elsewhere import from_module
from ._errors import AxisError, ComplexWarning, DTypePromotionError, RankWarning, VisibleDeprecationWarning

__all__ = ["AxisError", "ComplexWarning", "DTypePromotionError", "RankWarning", "VisibleDeprecationWarning"]


__getattr__ = from_module("np.exceptions")
