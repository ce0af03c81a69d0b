"""`numpy.exceptions`."""

from ._errors import AxisError, ComplexWarning, DTypePromotionError, RankWarning, VisibleDeprecationWarning

__all__ = ["AxisError", "ComplexWarning", "DTypePromotionError", "RankWarning", "VisibleDeprecationWarning"]
