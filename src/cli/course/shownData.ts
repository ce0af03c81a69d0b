/** The learner's own data of an exercise, and what the solution makes of them: the numbers that hints speak of. */
import type { Definition } from '../../course/folder/definition';
import { folderExercise } from '../../course/folder/folderExercise';
import { inputsOf } from '../../course/judging/probe';
import { evaluate } from '../../engine/computation';
import { formatShape, type Tensor } from '../../engine/tensor';
import { prepared } from '../../grader/prepare';
import type { PythonRuntime } from '../../python/runtime';

const mostEntries = 60;

function textOf(value: Tensor): string {
  const entries = Array.from(value.data.slice(0, mostEntries), (entry) =>
    String(Number(entry.toPrecision(5))),
  );
  const more = value.data.length > mostEntries ? ', …' : '';
  const width = value.shape.at(-1) ?? 1;
  if (value.shape.length < 2) return `${entries.join(', ')}${more}`;
  const rows = Array.from({ length: Math.ceil(entries.length / width) }, (_, row) =>
    entries.slice(row * width, (row + 1) * width).join(', '),
  );
  return `\n${rows.map((row) => `      ${row}`).join('\n')}${more}`;
}

/** As text. Rejects as the preparation does. */
export async function shownData(definition: Definition, runtime: PythonRuntime): Promise<string> {
  const exercise = await prepared(folderExercise({ definition, recording: null }), runtime);
  const [probe] = exercise.judging.probes();
  const [reference] = probe ? exercise.judging.references(probe) : [];
  if (!probe || !reference) return '';
  const inputs = inputsOf(probe);
  const { values } = evaluate(reference.computation, inputs);
  const line = (name: string, value: Tensor): string =>
    `    ${name} ${formatShape(value.shape)}: ${textOf(value)}\n`;
  const given = [...inputs].map(([name, value]) => line(name, value));
  const returned = reference.computation.returns.flatMap((name) => {
    const value = values.get(name);
    return value ? [line(name, value)] : [];
  });
  return `  given\n${given.join('')}  returned\n${returned.join('')}`;
}
