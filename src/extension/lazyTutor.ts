/** Loads the part of the extension that would make activation slow: the course, the grader, the Python runtimes. */
import { createRequire } from 'node:module';
import type * as Tutor from './tutor';

let loaded: typeof Tutor | undefined;

/** The course, the grader and the runtimes; read from `dist/tutor.js` the first time. */
export function tutor(): typeof Tutor {
  loaded ??= createRequire(__filename)('./tutor.js') as typeof Tutor;
  return loaded;
}
