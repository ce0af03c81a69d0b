/**
 * How long it takes to find out what is wrong with a snippet that came back wrong: the snippets that the diagnosis is
 * tested with, by whether one known mistake explains them, several do, or none does. Python has answered by then.
 */
import { join } from 'node:path';
import { exerciseById } from '../../src/course/course';
import type { Exercise } from '../../src/course/judgedExercise';
import { grade } from '../support/grade';
import { requestFor } from '../../src/grader/request';
import { createBuiltinRuntime } from '../../src/python/builtin';
import type { SnippetRun } from '../../src/python/runtime';
import { faultyRows } from '../python/diagnosisTable';
import type { Row } from '../python/diagnosisTable';
import type { Figure } from './figure';

const root = join(__dirname, '../..');

interface Ran {
  readonly row: Row;
  readonly exercise: Exercise;
  readonly run: SnippetRun;
}

async function runAll(rows: readonly Row[]): Promise<readonly Ran[]> {
  const runtime = createBuiltinRuntime({
    builtinPath: join(root, 'dist/builtin'),
    pythonPath: join(root, 'dist/python'),
  });
  const all: Ran[] = [];
  for (const row of rows) {
    const exercise = exerciseById(row.exercise);
    if (!exercise) throw new Error(`no exercise ${row.exercise}`);
    all.push({ row, exercise, run: await runtime.run(requestFor(exercise, row.source, 10, false)) });
  }
  await runtime.dispose();
  return all;
}

function gradingMs({ exercise, run }: Ran): number {
  const began = performance.now();
  grade(exercise, run, 'en');
  return performance.now() - began;
}

function kindOf({ expected }: Row): 'one' | 'several' | 'none' {
  if (expected.some(({ codes }) => codes.includes('unknown'))) return 'none';
  return expected.length > 1 ? 'several' : 'one';
}

/** The figures of explaining; takes about a minute. */
export async function explainFigures(): Promise<readonly Figure[]> {
  const all = await runAll(faultyRows());
  // What does not depend on the snippet is there from the first check of an exercise on.
  for (const one of all) gradingMs(one);
  const measured = all.map((one) => ({ one, ms: gradingMs(one) })).sort((a, b) => a.ms - b.ms);
  return [
    { kind: 'one', name: 'one known mistake', limit: 20 },
    { kind: 'several', name: 'several known mistakes', limit: 150 },
    { kind: 'none', name: 'no known mistake', limit: 250 },
  ].map(({ kind, name, limit }) => {
    const some = measured.filter(({ one }) => kindOf(one.row) === kind);
    const at = (share: number): number => some[Math.floor(share * (some.length - 1))]?.ms ?? NaN;
    const slowest = some.at(-1);
    return {
      name: `explaining by ${name}, the whole report`,
      value: at(0.5),
      limit,
      unit: 'ms',
      detail: `median of ${String(some.length)}; 9 of 10 below ${at(0.9).toFixed(0)} ms; slowest ${at(1).toFixed(0)} ms, ${slowest?.one.row.name ?? ''}`,
    };
  });
}
