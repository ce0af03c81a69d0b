"""Builtins of our own.

Every module of this package begins by taking them: its functions then look their builtins up here, so that a snippet
which changes `builtins` does not change them.
"""

import builtins

OWN = dict(vars(builtins))
# The same again for what the tutor itself runs beside the snippet.
PLAIN = dict(OWN)
