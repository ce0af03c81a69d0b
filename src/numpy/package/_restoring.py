"""Undoing what a run did to this package."""

import sys

from ._ufunc import ufunc


def saver():
    """Remembers this package as it is, and gives a function that makes it so again."""
    owners = []

    def remember(owner):
        owners.append((owner, dict(vars(owner))))

    def take():
        owners.clear()
        for name, module in list(sys.modules.items()):
            if name == "numpy" or name.startswith("numpy."):
                remember(module)
                for value in list(vars(module).values()):
                    if isinstance(value, type) and value.__module__.startswith("numpy"):
                        if not [o for o, _ in owners if o is value]:
                            remember(value)
                    elif isinstance(value, ufunc) and not [o for o, _ in owners if o is value]:
                        remember(value)

    def restore():
        for owner, saved in owners:
            now = vars(owner)
            if _same(now, saved):
                continue
            for name in [n for n in now if n not in saved]:
                delattr(owner, name)
            for name, value in saved.items():
                if now.get(name, owners) is not value:
                    setattr(owner, name, value)

    def _same(now, saved):
        if len(now) != len(saved):
            return False
        for name, value in saved.items():
            if now.get(name, owners) is not value:
                return False
        return True

    return take, restore
