"""Denies a process by Linux itself what a snippet has no use for: whatever changes files, the network, other programs.

The guard tells a snippet what it may not do; this holds whatever the snippet gets hold of: functions written in C that
tell no audit hook what they open (readline's, gdbm's, Tk's) among it. What is denied is inherited by whatever the process
starts, and cannot be taken back. Files look as they do on a disk that is read-only, which libraries are made for.
Elsewhere than on Linux there is nothing like it.
"""

from .own import OWN as __builtins__  # noqa: F401

import errno
import platform
import sys


class _Machine:
    """A kind of machine: what the kernel calls it, and its numbers of system calls."""

    def __init__(self, name, refused, changing, opening):
        self.name = name
        # Programs, other processes, sockets, mounts, devices, and calls that no filter sees into.
        self.refused = refused
        # Whatever makes, renames, removes or changes a file.
        self.changing = changing
        # (number, which argument holds the flags) of what opens files, which is let through for reading.
        self.opening = opening


_MACHINES = {
    "x86_64": _Machine(
        0xC000003E,
        # execve execveat ptrace process_vm_readv process_vm_writev socket io_uring_setup mount umount2 pivot_root chroot
        (59, 322, 101, 310, 311, 41, 425, 165, 166, 155, 161)
        # mknod mknodat open_by_handle_at pidfd_getfd
        + (133, 259, 304, 438)
        # open_tree move_mount fsopen fsconfig fsmount mount_setattr open_tree_attr
        + (428, 429, 430, 431, 432, 442, 467),
        # creat openat2 truncate rename renameat renameat2 mkdir mkdirat rmdir unlink unlinkat
        (85, 437, 76, 82, 264, 316, 83, 258, 84, 87, 263)
        # link linkat symlink symlinkat chmod fchmod fchmodat fchmodat2 chown fchown lchown fchownat
        + (86, 265, 88, 266, 90, 91, 268, 452, 92, 93, 94, 260)
        # utime utimes futimesat utimensat setxattr lsetxattr fsetxattr removexattr lremovexattr fremovexattr
        + (132, 235, 261, 280, 188, 189, 190, 197, 198, 199)
        # setxattrat removexattrat file_setattr
        + (463, 466, 469),
        # open openat
        ((2, 1), (257, 2)),
    ),
    "aarch64": _Machine(
        0xC00000B7,
        # execve execveat ptrace process_vm_readv process_vm_writev socket io_uring_setup mount umount2 pivot_root chroot
        (221, 281, 117, 270, 271, 198, 425, 40, 39, 41, 51)
        # mknodat open_by_handle_at pidfd_getfd
        + (33, 265, 438)
        # open_tree move_mount fsopen fsconfig fsmount mount_setattr open_tree_attr
        + (428, 429, 430, 431, 432, 442, 467),
        # openat2 truncate renameat renameat2 mkdirat unlinkat linkat symlinkat fchmod fchmodat fchmodat2 fchown fchownat
        (437, 45, 38, 276, 34, 35, 37, 36, 52, 53, 452, 55, 54)
        # utimensat setxattr lsetxattr fsetxattr removexattr lremovexattr fremovexattr
        + (88, 5, 6, 7, 14, 15, 16)
        # setxattrat removexattrat file_setattr
        + (463, 466, 469),
        # openat
        ((56, 2),),
    ),
}

_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _MODE_FILTER = 38, 22, 2
_LOAD_WORD, _JUMP_IF_EQUAL, _JUMP_IF_AT_LEAST, _JUMP_IF_ANY, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _FAIL = 0x7FFF0000, 0x00050000
# Where the number of a call, the machine and the arguments (8 bytes each) stand in what the filter is shown.
_CALL, _MACHINE, _ARGUMENTS = 0, 4, 16
# Numbers from here on are those of another table, which only x86-64 has.
_OTHER_TABLE = 0x40000000
# Open for writing, made where there is none, emptied.
_WRITING = 0o3 | 0o100 | 0o1000


def _program(machine):
    """The filter: (code, operand, where to if true, where to if false) each; None is the next, a text an end's name."""
    yield _LOAD_WORD, _MACHINE, None, None
    yield _JUMP_IF_EQUAL, machine.name, None, "refused"
    yield _LOAD_WORD, _CALL, None, None
    yield _JUMP_IF_AT_LEAST, _OTHER_TABLE, "refused", None
    for number in machine.refused:
        yield _JUMP_IF_EQUAL, number, "refused", None
    for number in machine.changing:
        yield _JUMP_IF_EQUAL, number, "read-only", None
    for number, argument in machine.opening:
        # Past the two that look at the flags.
        yield _JUMP_IF_EQUAL, number, None, 2
        yield _LOAD_WORD, _ARGUMENTS + 8 * argument, None, None
        yield _JUMP_IF_ANY, _WRITING, "read-only", "allowed"


_ENDS = {"allowed": _ALLOW, "refused": _FAIL | errno.EPERM, "read-only": _FAIL | errno.EROFS}


def _instructions(machine):
    """The filter as the kernel takes it: (code, steps to skip if true, if false, operand) each."""
    steps = list(_program(machine))
    at_end = {name: len(steps) + at for at, name in enumerate(_ENDS)}
    for here, (code, operand, *ways) in enumerate(steps):
        skips = [way or 0 if not isinstance(way, str) else at_end[way] - here - 1 for way in ways]
        yield code, skips[0], skips[1], operand
    for value in _ENDS.values():
        yield _RETURN, 0, 0, value


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

    steps = [Instruction(*each) for each in _instructions(machine)]
    kept = (Instruction * len(steps))(*steps)
    whole = Filter(len(steps), kept)
    nothing = ctypes.c_ulong(0)

    def seal():
        prctl(_PR_SET_NO_NEW_PRIVS, ctypes.c_ulong(1), nothing, nothing, nothing)
        prctl(_PR_SET_SECCOMP, ctypes.c_ulong(_MODE_FILTER), ctypes.byref(whole), nothing, nothing)

    return seal
