"""
The programs and their tables: beside `style.py` stands `style.checks`,

    == definitions                  the top level cannot run here: only its imports and definitions are looked at
    == right scaled 0.5             what central differences say of the right program; without it, they agree
    == declaration                  three to ten lines that declare the check
    == fault missing-mean           a planted fault: the codes that name it, then one replacement,
    - dW = dZ @ A.T / m             which must apply exactly once, whose first line is the line to name
    + dW = dZ @ A.T
    = differ W1                     and what central differences say of it, of which arrays
"""

import ast
import importlib.util
import os

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
FOLDERS = ("forms", "declared", "right")


class Fault:
    def __init__(self, program, title):
        self.program, self.title = program, title
        self.find, self.replacement, self.found = [], [], None

    def apply(self):
        find = "\n".join(self.find)
        count = self.program.source.count(find)
        if count != 1:
            raise ValueError(f"{self.title}: found {count} times")
        return self.program.source.replace(find, "\n".join(self.replacement))

    def declared(self):
        # A declaration of a script's loop holds a copy of its lines.
        declaration = self.program.declaration.replace("\n".join(self.find), "\n".join(self.replacement))
        return f"{self.apply()}\n\n{declaration}"


class Program:
    def __init__(self, path):
        self.path = path
        self.name = os.path.relpath(path, HERE)[: -len(".py")]
        self.right, self.declaration, self.faults = "agree", "", []
        self.definitions = False
        with open(path, encoding="utf-8") as file:
            self.source = file.read()
        with open(path[: -len(".py")] + ".checks", encoding="utf-8") as file:
            self.read(file.read().splitlines())

    def read(self, lines):
        section, declaration = "", []
        for line in lines:
            if line.startswith("== fault "):
                section = "fault"
                self.faults.append(Fault(self, line[len("== fault ") :]))
            elif line.startswith("== right "):
                self.right = line[len("== right ") :]
            elif line == "== definitions":
                self.definitions = True
            elif line.startswith("== "):
                section = line[3:]
            elif section == "declaration":
                declaration.append(line)
            elif line.startswith("- "):
                self.faults[-1].find.append(line[2:])
            elif line.startswith("+ "):
                self.faults[-1].replacement.append(line[2:])
            elif line.startswith("= "):
                self.faults[-1].found = line[2:]
        self.declaration = "\n".join(declaration) + "\n"

    def declared(self):
        source = definitions_of(self.source) if self.definitions else self.source
        return f"{source}\n\n{self.declaration}"

    def write(self):
        lines = ["== definitions"] if self.definitions else []
        lines += [] if self.right == "agree" else [f"== right {self.right}"]
        lines += ["== declaration", self.declaration.rstrip("\n")]
        for fault in self.faults:
            lines.append(f"== fault {fault.title}")
            lines += [f"- {line}" for line in fault.find]
            lines += [f"+ {line}" for line in fault.replacement]
            if fault.found is not None:
                lines.append(f"= {fault.found}")
        with open(self.path[: -len(".py")] + ".checks", "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")


def definitions_of(source):
    """The imports that resolve here, the functions and the classes of a program; a notebook's magics are left out."""
    lines = ["" if line.startswith(("%", "!")) else line for line in source.splitlines()]
    kept = []
    for node in ast.parse("\n".join(lines)).body:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            names = [node.module] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
            if all(importlib.util.find_spec(name.split(".")[0]) is not None for name in names):
                kept.append(node)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            kept.append(node)
    return ast.unparse(ast.Module(body=kept, type_ignores=[]))


def programs(parts=()):
    """Every program that has a table, in the order of their names; with `parts`, those whose name holds one of them."""
    found = []
    for folder in FOLDERS:
        for base, _, files in os.walk(os.path.join(HERE, folder)):
            found += [os.path.join(base, file[: -len(".checks")] + ".py") for file in files if file.endswith(".checks")]
    for path in sorted(found):
        program = Program(path)
        if not parts or any(part in program.name for part in parts):
            yield program
