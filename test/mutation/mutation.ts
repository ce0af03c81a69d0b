/** What a mutation is, and how a copy of the project is changed by one. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One precise edit that makes the tutor say something untrue, and the tests that must notice. */
export interface Mutation {
  /** What is wrong then, in a few words. */
  readonly name: string;
  /** Of the project: `src/grader/grade.ts`. */
  readonly file: string;
  /** Text that stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  /** The file of tests that must notice, without `test/unit/` and `.test.ts`. */
  readonly killedBy: string;
  /** A part of the title of the test that does, where the others of its file take long. */
  readonly test?: string;
}

/** The mutated text; throws where `find` is not there just once, so that the list stays true to the code. */
export function mutated(source: string, { name, file, find, replace }: Mutation): string {
  const count = source.split(find).length - 1;
  if (count !== 1) {
    throw new Error(
      `the mutation "${name}" looks for a text that stands in ${file} ${String(count)} times, not once: ` +
        'where the code has changed, change the mutation with it (test/mutation/mutations.ts)',
    );
  }
  return source.replace(find, () => replace);
}

/** Changes a copy of the project; the result puts it back. */
export function mutate(root: string, mutation: Mutation): () => void {
  const path = join(root, mutation.file);
  const source = readFileSync(path, 'utf8');
  writeFileSync(path, mutated(source, mutation));
  return () => {
    writeFileSync(path, source);
  };
}
