/**
 * The Python of all tests and benches: one on the PATH with NumPy 2, else a virtual environment made of
 * test/requirements.txt. TEST_PYTHON names one to try first.
 */
import { describePython, major, pythonsOnPath, type TestPython } from './interpreters';
import { existingEnvironment, makeEnvironment, ownPlace } from './virtualEnvironment';

/** What a test asks of its Python: NumPy 2, NumPy 2 and autograd, or a NumPy before 2. */
export type Need = 'NumPy 2' | 'NumPy 2 with autograd' | 'NumPy 1';

/** A Python, or why there is none. */
export type Search = { readonly python: TestPython } | { readonly missing: string };

/** Set for the suites that a run starts, where the environment could not be made: they need not try again. */
export const notMadeVariable = 'TEST_PYTHON_NOT_MADE';

const suits: Readonly<Record<Need, (python: TestPython) => boolean>> = {
  'NumPy 2': ({ numpy }) => major(numpy) === 2,
  'NumPy 2 with autograd': ({ numpy, autograd }) => major(numpy) === 2 && autograd,
  'NumPy 1': ({ numpy }) => major(numpy) === 1,
};

/** The first of these that suits. */
export function choosePython(among: readonly TestPython[], need: Need): TestPython | undefined {
  return among.find(suits[need]);
}

let known: readonly TestPython[] | null = null;

function candidates(): readonly TestPython[] {
  if (known === null) {
    const asked = process.env['TEST_PYTHON'];
    const first = asked === undefined ? null : describePython(asked);
    if (asked !== undefined && first === null) throw new Error(`TEST_PYTHON=${asked} is no Python`);
    known = [...(first === null ? [] : [first]), ...pythonsOnPath()];
  }
  return known;
}

/** NumPy 2.4 asks for Python 3.11. */
function canMake({ venv, version }: TestPython): boolean {
  const [one = 0, two = 0] = version.split('.').map(Number);
  return venv && (one > 3 || (one === 3 && two >= 11));
}

let environment: Search | null = null;

function ownEnvironment(need: Need): Search {
  const existing = existingEnvironment(ownPlace);
  if (existing !== null) return { python: existing };
  const before = process.env[notMadeVariable];
  if (before !== undefined) return { missing: before };
  const base = candidates().find(canMake);
  if (base === undefined) {
    return {
      missing: 'no Python on the PATH has it, and none can make a virtual environment (3.11 or later)',
    };
  }
  console.log(`No Python on the PATH has ${need}: making ${ownPlace.folder} of test/requirements.txt, once.`);
  try {
    return { python: makeEnvironment(base, ownPlace) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { missing: `no Python on the PATH has it, and no virtual environment could be made: ${reason}` };
  }
}

/** The Python that suits; one environment serves all who find none on the PATH. */
export function searchPython(need: Need): Search {
  const found = choosePython(candidates(), need);
  if (found !== undefined) return { python: found };
  if (need === 'NumPy 1') {
    return { missing: 'no Python on the PATH has it; Debian has one as python3-numpy' };
  }
  environment ??= ownEnvironment(need);
  return environment;
}

/**
 * The Python that suits, or null where there is none: then the caller skips, and why is said here. In CI nothing is
 * skipped: there it throws.
 */
export function findPythonWith(need: Need): TestPython | null {
  const search = searchPython(need);
  if ('python' in search) return search.python;
  const sentence = `needs a Python with ${need}: ${search.missing}`;
  if (process.env['CI'] !== undefined) throw new Error(sentence);
  console.log(`      skipped: ${sentence}`);
  return null;
}

/** For a bench, which has nothing to skip: the executable with NumPy 2, or an error. */
export function benchPython(): string {
  const search = searchPython('NumPy 2');
  if ('python' in search) return search.python.executable;
  throw new Error(`a bench needs a Python with NumPy 2: ${search.missing}`);
}

/** For a `before` hook: the executable that suits; where there is none, skips the suite's tests. */
export function pythonFor(test: Mocha.Context, need: Need = 'NumPy 2'): string {
  return findPythonWith(need)?.executable ?? test.skip();
}
