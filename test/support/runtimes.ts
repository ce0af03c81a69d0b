/** Both Pythons of tests, as runtimes: of what `npm run build` has put into `dist/`. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createBuiltinRuntime, type BuiltinRuntimeOptions } from '../../src/python/builtin';
import type { PythonRuntime } from '../../src/python/runtime';
import { createSystemRuntime } from '../../src/python/system';
import { pythonFor, type Need } from './pythons';

const dist = join(import.meta.dirname, '../../dist');

/** Where the harness is. */
export const pythonPath = join(dist, 'python');

/** Where the built-in CPython is. */
export function builtinPaths(): BuiltinRuntimeOptions {
  const builtinPath = join(dist, 'builtin');
  assert.ok(
    existsSync(join(builtinPath, 'python.snapshot')),
    'dist/ is not built: run `npm run build` first',
  );
  return { builtinPath, pythonPath };
}

export function builtinRuntime(): PythonRuntime {
  return createBuiltinRuntime(builtinPaths());
}

/** For a `before` hook: one's own Python, which is the tests'; where none suits, skips the suite's tests. */
export function ownRuntime(test: Mocha.Context, need?: Need): PythonRuntime {
  return createSystemRuntime({ executable: pythonFor(test, need), pythonPath });
}
