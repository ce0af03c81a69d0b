/** Whether what an exercise's solution and its mistakes gave keeps what the folder promises of them. */
import type { Definition } from '../course/folder/definition';
import { solutionOf } from '../course/folder/folderExercise';
import type { RecordedProbe, Recording } from '../course/judging/recording';
import { same } from '../diagnosis/agreement';
import { compareArrays } from '../engine/compare';
import { relativeError } from '../engine/relativeError';
import { sameShape } from '../engine/tensor';
import type { Tried } from './tried';

/** How far a gradient of the solution's may be from central differences. */
const nearEnough = 1e-5;

/** Tells each result once, at the first sizes that show it. Whether all are what they must be. */
export function checkGradients({ folder, definition }: Tried, { probes }: Recording): boolean {
  const told = new Set<string>();
  const tell = (name: string, { probe }: RecordedProbe, message: string): void => {
    if (told.has(name)) return;
    told.add(name);
    const where = `on sizes.${probe.name ?? probe.purpose}`;
    folder.add('solution.py', lineAssigning(definition, name), `${where}: ${name} ${message}.`);
  };
  for (const recorded of probes) {
    for (const [name, { data }] of recorded.right) {
      if (data.some((entry) => !Number.isFinite(entry)))
        tell(name, recorded, 'is not finite: it holds nan or inf');
    }
    for (const [name, { value, judged }] of recorded.differences) {
      const given = recorded.right.get(name);
      if (!given || !sameShape(given.shape, value.shape)) {
        tell(name, recorded, 'has not the shape of what it is the gradient of');
        continue;
      }
      const largest = value.data.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
      const worst = value.data.reduce((most, entry, i) => {
        if (judged.data[i] !== 1) return most;
        return Math.max(most, relativeError(entry, given.data[i] ?? NaN, Math.max(1e-8, 1e-4 * largest)));
      }, 0);
      if (!(worst <= nearEnough)) {
        const off = worst.toPrecision(2);
        tell(
          name,
          recorded,
          `is not the gradient that exercise.yaml says: central differences are off by ${off}`,
        );
      }
    }
  }
  return told.size === 0;
}

export function checkMistakes({ folder, exercise }: Tried, recording: Recording): void {
  const reference = solutionOf(exercise);
  const known = reference?.mistakes ?? [];
  const python = reference?.python.mistakes?.split('\n') ?? [];
  const judged = recording.probes.filter(({ probe }) => probe.purpose !== 'square');
  known.forEach((mistake, i) => {
    const { file, line, code, functionName } = mistake;
    const name = functionName ?? file;
    const all = recording.probes.map((one) => ({ ...one, made: one.mistakes[i] ?? null }));
    if (all.every(({ made }) => made === null)) {
      folder.add(
        file,
        line,
        `${name} raises on all sizes: a mistake gives numbers at least where all sizes are equal.`,
      );
      return;
    }
    const isVisible = all.some(
      ({ made, right }) =>
        made !== null &&
        recording.names.some((key) => {
          const [wrong, expected] = [made.returned.get(key), right.get(key)];
          return wrong && expected && !compareArrays(expected, wrong).ok;
        }),
    );
    if (!isVisible) {
      folder.add(file, line, `${name} cannot be seen: it gives what the solution gives on all sizes.`);
      return;
    }
    // The return that ends a function and only hands out what other lines have made shows in what came back.
    const isReturn = mistake.lines.some((at) => /^(?: {4}|\t)return\b/u.test(python[at - 1] ?? ''));
    const isTraced = mistake.lines.length > 0 && mistake.functionName !== null && !isReturn;
    if (isTraced && all.every(({ made }) => made === null || made.marks.length === 0)) {
      folder.add(
        file,
        mistake.lines[0] ?? line,
        `${name}: the marked line is never reached, or makes no numbers. Mark the one that computes the wrong value.`,
      );
    }
    // In a whole snippet what goes wrong may be nothing that a trace holds.
    if (mistake.lines.length === 0 && mistake.functionName !== null) {
      folder.add(file, line, `${name} marks no line: end the line that goes wrong in “# <-”.`);
    }
    const twin = known.findIndex(
      (other, j) =>
        j < i &&
        other.code !== code &&
        judged.every(({ mistakes }) => {
          const [a, b] = [mistakes[i], mistakes[j]];
          return (
            a !== null &&
            b !== null &&
            a !== undefined &&
            b !== undefined &&
            recording.names.every((key) => {
              const [one, two] = [a.returned.get(key), b.returned.get(key)];
              return one !== undefined && two !== undefined && same(one, two);
            })
          );
        }),
    );
    const other = known[twin];
    if (other) {
      folder.add(
        file,
        line,
        `${name} gives the same numbers as ${other.functionName ?? other.file}, under another code: choose other data, or one code and sentence for both.`,
      );
    }
  });
}

/** The line of the solution that assigns a result last; null where none does by name. */
function lineAssigning({ solution }: Definition, name: string): number | null {
  const lines = solution.split('\n');
  const at = lines.findLastIndex((line) => new RegExp(`^\\s*[^#=]*\\b${name}\\b[^#=]*=[^=]`).test(line));
  return at < 0 ? null : at + 1;
}
