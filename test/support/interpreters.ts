/** The Pythons of this machine, and what each of them has. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** What an interpreter says of itself. */
export interface TestPython {
  readonly executable: string;
  /** The installation or virtual environment that it belongs to. */
  readonly prefix: string;
  /** `major.minor.patch`. */
  readonly version: string;
  /** NumPy's version; null where it cannot be imported. */
  readonly numpy: string | null;
  readonly autograd: boolean;
  /** Whether it can make a virtual environment with pip in it. */
  readonly venv: boolean;
}

const question = `
import importlib.util, json, sys
def has(*names):
    return all(importlib.util.find_spec(name) is not None for name in names)
try:
    import numpy
    numpy = numpy.__version__
except Exception:
    numpy = None
print(json.dumps(dict(
    executable=sys.executable, prefix=sys.prefix, version="%d.%d.%d" % sys.version_info[:3], numpy=numpy,
    autograd=has("autograd"), venv=has("venv", "ensurepip"),
)))
`;

/** What the interpreter at a path has; null where it is none. */
export function describePython(executable: string): TestPython | null {
  const { status, stdout } = spawnSync(executable, ['-c', question], {
    cwd: tmpdir(),
    encoding: 'utf8',
    timeout: 60_000,
  });
  return status === 0 ? (JSON.parse(stdout) as TestPython) : null;
}

/** Every Python on the PATH, each installation once, in the order of the PATH. */
export function pythonsOnPath(path = process.env['PATH'] ?? ''): readonly TestPython[] {
  const names = process.platform === 'win32' ? ['python3.exe', 'python.exe'] : ['python3', 'python'];
  const files = path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .filter((file) => existsSync(file) && statSync(file).isFile());
  const found = new Map<string, TestPython>();
  for (const file of files) {
    const python = describePython(file);
    if (python !== null && !found.has(python.prefix)) found.set(python.prefix, python);
  }
  return [...found.values()];
}

/** The first number of a version: 2 of `2.4.6`; 0 of none. */
export function major(version: string | null): number {
  return Number(version?.split('.')[0] ?? 0);
}
