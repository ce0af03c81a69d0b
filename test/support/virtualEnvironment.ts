/** The virtual environment of the tests: made once of test/requirements.txt, used again as long as that is the same. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../host/paths';
import { describePython, type TestPython } from './interpreters';

const requirements = join(projectRoot, 'test/requirements.txt');

export interface Place {
  /** The folder of the environment; ignored by git and safe to delete. */
  readonly folder: string;
  readonly requirements: string;
}

export const ownPlace: Place = { folder: join(projectRoot, '.test-python'), requirements };

function interpreterIn(folder: string): string {
  return process.platform === 'win32'
    ? join(folder, 'Scripts', 'python.exe')
    : join(folder, 'bin', 'python3');
}

/** The environment that is there already, where it holds what the requirements say now; else null. */
export function existingEnvironment({ folder, requirements: wanted }: Place): TestPython | null {
  const made = join(folder, 'requirements.txt');
  if (!existsSync(made) || readFileSync(made, 'utf8') !== readFileSync(wanted, 'utf8')) return null;
  return describePython(interpreterIn(folder));
}

function call(command: string, args: readonly string[]): void {
  const { status, error, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (error) throw error;
  if (status !== 0) throw new Error(stderr.trim().split('\n').at(-1) ?? `${command} failed`);
}

/**
 * Makes the environment with `base`'s own venv and pip; throws with the last line that they said, for instance where no
 * package index can be reached. It is made beside its place and moved there when it is whole, so that a run that is
 * stopped half way, or another that does the same, leaves nothing half done.
 */
export function makeEnvironment(base: TestPython, { folder, requirements: wanted }: Place): TestPython {
  const beside = mkdtempSync(`${folder}-`);
  try {
    call(base.executable, ['-m', 'venv', beside]);
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--retries', '1'];
    call(interpreterIn(beside), [...pip, '--timeout', '15', '--requirement', wanted]);
    copyFileSync(wanted, join(beside, 'requirements.txt'));
    if (existingEnvironment({ folder, requirements: wanted }) === null) {
      rmSync(folder, { recursive: true, force: true });
      renameSync(beside, folder);
    }
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
  const made = describePython(interpreterIn(folder));
  if (made === null) throw new Error(`${folder} does not hold a Python that starts`);
  return made;
}
