/**
 * Every solution of the chapters beside central differences and autograd, in real NumPy: what comes back as a gradient is
 * one. The exercises are found by their folders. One whose gradients come in lists, or whose solution writes into arrays,
 * which autograd does not follow, has its loss once more in `chapters/<id>.py`.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Definition, SolutionReference } from '../../src/course/folder/definition';
import { folderExercise } from '../../src/course/folder/folderExercise';
import { readCourse } from '../../src/course/folder/readCourse';
import type { Probe, ProbeArgument } from '../../src/course/judging/probe';
import { prepared } from '../../src/grader/prepare';
import { pythonFor } from '../support/pythons';
import { ownRuntime } from '../support/runtimes';

const root = join(import.meta.dirname, '../..');
const chapters = join(root, 'src/course/chapters');

/** Exercises that give nothing back that is the gradient of a loss. */
const withoutGradients: readonly string[] = ['momentum-adam'];

interface Compared {
  readonly size: number;
  readonly entries: number;
  readonly judged: number;
  readonly central: number;
  /** Null where autograd could not follow the loss, with its reason. */
  readonly autograd: number | null;
  readonly reason?: string;
}

function filesOf(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths.map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}

function encoded(argument: ProbeArgument): unknown {
  switch (argument.kind) {
    case 'array': {
      const { value, dtype } = argument;
      return { shape: value.shape, data: [...value.data], dtype: dtype ?? 'float64' };
    }
    case 'number':
      // JSON has one kind of number, and autograd differentiates by no whole ones.
      return { number: argument.value, type: argument.type };
    case 'list':
      return argument.items.map(encoded);
    default:
      throw new Error(`${argument.name}: a ${argument.kind} cannot be differentiated`);
  }
}

function ownLossOf(id: string): string | null {
  const file = join(import.meta.dirname, 'chapters', `${id}.py`);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function problemOf(definition: Definition, reference: SolutionReference, probe: Probe): object {
  const { gradients, python } = reference;
  const loss = gradients?.loss;
  return {
    solution: definition.solution,
    function: definition.functionName,
    check: python.check,
    returns: definition.returns,
    arguments: Object.fromEntries(probe.arguments.map((argument) => [argument.name, encoded(argument)])),
    of: gradients?.of ?? {},
    loss: loss?.kind === 'python' ? { kind: 'python', source: python.loss } : loss,
    own: ownLossOf(definition.id),
  };
}

const { chapters: read, problems } = readCourse(filesOf(chapters));
const exercises = read.flatMap(({ exercises }) =>
  exercises.flatMap(({ definition }) =>
    definition.reference.kind === 'solution' ? [{ definition, reference: definition.reference }] : [],
  ),
);

describe('the solutions of the chapters', function () {
  this.timeout(600_000);
  const told = new Map<string, ReadonlyMap<string, Readonly<Record<string, Compared>>>>();

  before(async function () {
    const executable = pythonFor(this, 'NumPy 2 with autograd');
    const runtime = ownRuntime(this, 'NumPy 2 with autograd');
    const asked: { readonly id: string; readonly on: string; readonly problem: object }[] = [];
    for (const { definition, reference } of exercises) {
      if (!reference.gradients && ownLossOf(definition.id) === null) continue;
      const { judging } = await prepared(folderExercise({ definition, recording: null }), runtime);
      for (const probe of judging.probes().filter(({ purpose }) => purpose !== 'square')) {
        const on = probe.name ?? probe.purpose;
        asked.push({ id: definition.id, on, problem: problemOf(definition, reference, probe) });
      }
    }
    await runtime.dispose();
    const printed = execFileSync(executable, [join(import.meta.dirname, 'chaptersAutograd.py')], {
      input: JSON.stringify(asked.map(({ problem }) => problem)),
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    const answers = JSON.parse(printed) as Readonly<Record<string, Compared>>[];
    asked.forEach(({ id, on }, i) => {
      told.set(id, new Map([...(told.get(id) ?? []), [on, answers[i] ?? {}]]));
    });
  });

  it('are read without a problem', () => {
    assert.deepEqual(problems, []);
    assert.ok(exercises.length > 0);
  });

  for (const { definition, reference } of exercises) {
    const { id } = definition;
    const allowed = reference.tolerance ?? 0;
    if (!reference.gradients && ownLossOf(id) === null) {
      it(`${id}: says why nothing is differentiated`, () => {
        assert.ok(
          withoutGradients.includes(id),
          `${id} has neither gradients nor a test/python/chapters/${id}.py`,
        );
      });
      continue;
    }

    it(`${id}: gradients are central differences of the loss`, () => {
      for (const [on, gradients] of told.get(id) ?? []) {
        assert.ok(Object.keys(gradients).length > 0, on);
        for (const [name, { size, central, judged, entries }] of Object.entries(gradients)) {
          assert.ok(size > 0, `${name} is all zeros on ${on}: it would tell nothing`);
          assert.ok(judged > entries / 2, `${name} on ${on}: ${String(judged)} of ${String(entries)} judged`);
          assert.ok(central <= Math.max(1e-6, allowed), `${name} on ${on}: off by ${String(central)}`);
        }
      }
    });

    it(`${id}: gradients are autograd's`, () => {
      for (const [on, gradients] of told.get(id) ?? []) {
        for (const [name, { autograd, reason }] of Object.entries(gradients)) {
          assert.ok(autograd !== null, `${name} on ${on}: ${reason ?? ''}`);
          assert.ok(autograd <= Math.max(1e-9, allowed), `${name} on ${on}: off by ${String(autograd)}`);
        }
      }
    });
  }
});
