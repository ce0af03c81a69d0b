/** The check of a learner's own file in the built-in Python, for the tests of one `describe`. */
import { gradcheck } from '../../src/owncode/gradcheck';
import type { GradcheckReport } from '../../src/owncode/report';
import type { PythonRuntime } from '../../src/python/runtime';
import { builtinRuntime } from './runtimes';

/** Starts one Python before the tests and ends it after them; gives what checks a file's text by it. */
export function checkerOfOwnCode(): (source: string, timeoutSeconds?: number) => Promise<GradcheckReport> {
  let python: PythonRuntime;
  before(async () => {
    python = builtinRuntime();
    await python.start();
  });
  after(() => python.dispose());
  return (source, timeoutSeconds = 10) =>
    gradcheck(source, { file: 'net.py', timeoutSeconds, seed: 1, language: 'en' }, python);
}
