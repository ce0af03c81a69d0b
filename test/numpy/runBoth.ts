/** Runs programs in the real NumPy and in the built-in one. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBuiltinPython } from './builtinPython';
import type { Outcome } from './outcome';

const script = join(import.meta.dirname, 'differential.py');

/** What the programs gave, in their order. */
export interface Results {
  readonly version: string;
  readonly results: readonly Outcome[];
}

/** Runs each program in both; `python` is an interpreter that has the real NumPy. */
export async function runBoth(
  python: string,
  programs: readonly string[],
): Promise<{ readonly real: Results; readonly ours: Results }> {
  const sources = JSON.stringify(programs);
  // Some of the programs write files.
  const cwd = mkdtempSync(join(tmpdir(), 'numpy-'));
  const output = execFileSync(python, [script], {
    input: sources,
    maxBuffer: 2 ** 30,
    encoding: 'utf8',
    cwd,
  });
  rmSync(cwd, { recursive: true });
  const builtin = await startBuiltinPython();
  builtin.run(readFileSync(script, 'utf8').split('if __name__')[0] ?? '');
  const answer = String(builtin.run(`run_all(json.loads(${JSON.stringify(sources)}))`));
  return { real: JSON.parse(output) as Results, ours: JSON.parse(answer) as Results };
}
