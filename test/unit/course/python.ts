/** Runs a Python script of these tests. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

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
