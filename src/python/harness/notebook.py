"""The lines that only a notebook understands: magics, shell commands, requests for help."""

from .own import OWN as __builtins__  # noqa: F401

import re

_LINE = re.compile(r"\s*(%{1,2}\s*[A-Za-z_]|!{1,2}\s*\S|\?{1,2}\s*[A-Za-z_]|[A-Za-z_][\w.]*\?{1,2}\s*$)")
_ASSIGNED = re.compile(r"\s*([A-Za-z_]\w*(?:\s*,\s*[A-Za-z_]\w*)*)\s*=\s*(?:!|%\s*[A-Za-z_])")
# Cells whose magic leaves Python; what is in the others is Python all the same.
_OTHER_LANGUAGE = re.compile(
    r"%%\s*(bash|sh|script|cmd|html|HTML|javascript|js|latex|markdown|svg|SVG|writefile|file|perl|ruby|R|sql|cython)\b"
)
_NEXT_CELL = re.compile(r"#\s*(%%|In\s*\[|<codecell>)|%%|(import|from|def|class)\s")


def without_notebook_lines(lines):
    """The lines with `pass` where one is for a notebook, those lines as (number, text), and the names they bind."""
    plain, found, names = [], [], {}
    elsewhere = False
    for number, line in enumerate(lines, 1):
        elsewhere = elsewhere and not _NEXT_CELL.match(line)
        assigned = _ASSIGNED.match(line)
        if elsewhere and line.strip():
            plain.append("")
            continue
        if not assigned and not _LINE.match(line):
            plain.append(line)
            continue
        elsewhere = bool(_OTHER_LANGUAGE.match(line))
        found.append((number, line))
        if assigned:
            names[number] = [name.strip() for name in assigned.group(1).split(",")]
        plain.append(line[: len(line) - len(line.lstrip())] + "pass")
    return plain, found, names
