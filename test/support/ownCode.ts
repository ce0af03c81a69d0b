/** The check of a learner's own file in the built-in Python, for the tests of one `describe`. */
import { join } from 'node:path';
import { gradcheck } from '../../src/owncode/gradcheck';
import type { GradcheckReport } from '../../src/owncode/report';
import { createBuiltinRuntime } from '../../src/python/builtin';
import type { PythonRuntime } from '../../src/python/runtime';

const dist = join(import.meta.dirname, '../../dist');

/** Starts one Python before the tests and ends it after them; gives what checks a file's text by it. */
export function checkerOfOwnCode(): (source: string, timeoutSeconds?: number) => Promise<GradcheckReport> {
  let python: PythonRuntime;
  before(async () => {
    python = createBuiltinRuntime({
      builtinPath: join(dist, 'builtin'),
      pythonPath: join(dist, 'python'),
    });
    await python.start();
  });
  after(() => python.dispose());
  return (source, timeoutSeconds = 10) =>
    gradcheck(source, { file: 'net.py', timeoutSeconds, seed: 1, language: 'en' }, python);
}
