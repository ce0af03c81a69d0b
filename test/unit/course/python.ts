/** Runs a Python script of these tests, where the machine has a Python. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Whether `import numpy` works there. */
export function hasNumpy(command: string): boolean {
  return spawnSync(command, ['-c', 'import numpy'], { stdio: 'ignore' }).status === 0;
}

function isPython(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** The first Python with NumPy, else the first Python, else null. */
export function findAnyPython(): string | null {
  const found = ['python3', '/usr/bin/python3', 'python'].filter(isPython);
  return found.find(hasNumpy) ?? found[0] ?? null;
}

/** What the script prints as JSON, given `input` as JSON; throws with the script's own traceback. */
export function runScript(python: string, script: string, input: unknown): unknown {
  const run = spawnSync(python, [join(import.meta.dirname, script)], {
    input: JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}
