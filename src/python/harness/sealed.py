"""Denies a process by Linux itself what no audit event tells of: starting a program, making a pipe or a device.

The guard tells a snippet what it may not do; this holds whatever the snippet gets hold of. What is denied is inherited by
whatever the process starts, and cannot be taken back. Elsewhere than on Linux there is nothing like it.
"""

from .own import OWN as __builtins__  # noqa: F401

import errno
import platform
import sys

# What the kernel calls the machine, and its numbers of execve, execveat, mknod, mknodat.
_MACHINES = {
    "x86_64": (0xC000003E, (59, 322, 133, 259)),
    "aarch64": (0xC00000B7, (221, 281, 33)),
}

_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _MODE_FILTER = 38, 22, 2
_LOAD_WORD, _JUMP_IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EPERM
# Where the number of a call and the machine stand in what the filter is shown.
_CALL, _MACHINE = 0, 4


def _instructions(machine, denied):
    """The filter: (code, steps to skip if true, if false, operand) each."""
    last = len(denied)
    yield _LOAD_WORD, 0, 0, _MACHINE
    yield _JUMP_IF_EQUAL, 0, last + 1, machine
    yield _LOAD_WORD, 0, 0, _CALL
    for at, number in enumerate(denied):
        yield _JUMP_IF_EQUAL, last - at, 0, number
    yield _RETURN, 0, 0, _ALLOW
    yield _RETURN, 0, 0, _REFUSE


def sealing(prctl):
    """A function that denies all that to the process which calls it, for ever; None where that cannot be done."""
    machine = _MACHINES.get(platform.machine()) if sys.platform.startswith("linux") and sys.maxsize > 2**32 else None
    if prctl is None or machine is None:
        return None
    import ctypes

    class Instruction(ctypes.Structure):
        _fields_ = [
            ("code", ctypes.c_uint16),
            ("if_true", ctypes.c_uint8),
            ("if_false", ctypes.c_uint8),
            ("operand", ctypes.c_uint32),
        ]

    class Filter(ctypes.Structure):
        _fields_ = [("length", ctypes.c_uint16), ("instructions", ctypes.POINTER(Instruction))]

    steps = [Instruction(*each) for each in _instructions(*machine)]
    kept = (Instruction * len(steps))(*steps)
    whole = Filter(len(steps), kept)
    nothing = ctypes.c_ulong(0)

    def seal():
        prctl(_PR_SET_NO_NEW_PRIVS, ctypes.c_ulong(1), nothing, nothing, nothing)
        prctl(_PR_SET_SECCOMP, ctypes.c_ulong(_MODE_FILTER), ctypes.byref(whole), nothing, nothing)

    return seal
