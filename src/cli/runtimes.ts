/** The Python that `--python` means, and the thread that grades. */
import { join } from 'node:path';
import { GradingThread } from '../grading/thread';
import { createBuiltinRuntime } from '../python/builtin';
import { findPython } from '../python/findPython';
import type { PythonRuntime } from '../python/runtime';
import { createSystemRuntime } from '../python/system';

/** A runtime for `builtin`, `system` or a path. `dist` is the folder that holds the built files. */
export function runtimeFor(python: string, dist: string): PythonRuntime {
  const pythonPath = join(dist, 'python');
  if (python === 'builtin') {
    return createBuiltinRuntime({
      builtinPath: join(dist, 'builtin'),
      pythonPath,
    });
  }
  return createSystemRuntime({
    executable: findPython(python),
    pythonPath,
  });
}

/** A thread that grades; nothing is started before it is needed. */
export function graderFor(dist: string): GradingThread {
  return new GradingThread(join(dist, 'gradingWorker.js'));
}
