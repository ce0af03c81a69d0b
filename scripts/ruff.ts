/**
 * `npm run lint:python`, `format:python` and `format:python:check`: ruff, with these arguments, over the project's own
 * Python. It lives in an environment of its own, made once of scripts/requirements.txt, so that any Python 3 serves and
 * the tests' Python stays as it is. Where it cannot be had, that is said and nothing is checked; in CI that is a failure.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../test/host/paths';
import { pythonsOnPath, type TestPython } from '../test/support/interpreters';
import { existingEnvironment, makeEnvironment, type Place } from '../test/support/virtualEnvironment';

const place: Place = {
  folder: join(projectRoot, '.lint-python'),
  requirements: join(projectRoot, 'scripts/requirements.txt'),
};

/** The environment with ruff; throws with the reason where there is none and none can be made. */
function environment(): TestPython {
  const existing = existingEnvironment(place);
  if (existing !== null) return existing;
  const base = pythonsOnPath().find(({ venv }) => venv);
  if (base === undefined) throw new Error('no Python on the PATH can make a virtual environment');
  process.stdout.write(`Making ${place.folder} of scripts/requirements.txt, once.\n`);
  return makeEnvironment(base, place);
}

function ruff(args: readonly string[]): number {
  let python: TestPython;
  try {
    python = environment();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const inCi = process.env['CI'] !== undefined;
    const outcome = inCi ? 'Failed' : 'Skipped';
    process.stderr.write(
      `${outcome}: ruff ${args.join(' ')}. It could not be installed, which takes a package index once: ${reason}\n`,
    );
    return inCi ? 1 : 0;
  }
  const { status, error } = spawnSync(python.executable, ['-m', 'ruff', ...args], {
    cwd: projectRoot,
    stdio: 'inherit',
  });
  if (error) throw error;
  return status ?? 1;
}

process.exitCode = ruff(process.argv.slice(2));
