/** What the editor says of a report. Pure. */
import type { Exercise } from '../../course/judgedExercise';
import type { Diagnosis, Report, ValueDetail } from '../../grader/report';

/** A shape as Python writes it: `(100, 1)`, `(5,)`, `()`. */
export function shapeText(shape: readonly number[]): string {
  return `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;
}

/** The shapes that the last run gave names on each line of the report, the last word of each name first come. */
export function shapesByLine(report: Report): ReadonlyMap<number, readonly string[]> {
  const lines = new Map<number, Map<string, string>>();
  for (const { line, name, shape } of report.shapes) {
    const names = lines.get(line) ?? new Map<string, string>();
    names.set(name, shapeText(shape));
    lines.set(line, names);
  }
  return new Map(
    [...lines].map(([line, names]) => [line, [...names].map(([name, shape]) => `${name} ${shape}`)] as const),
  );
}

/** The shape that a name had at a line: from that line, else the last line before it, else the first after it. */
export function shapeAt(report: Report, name: string, line: number): string | undefined {
  const events = report.shapes.filter((event) => event.name === name);
  const before = events.filter((event) => event.line <= line).sort((a, b) => b.line - a.line);
  const event = before[0] ?? events[0];
  return event && shapeText(event.shape);
}

/** Where what a diagnosed line is computed from came about: names of its equation and the lines that gave them. */
export function sourcesOf(
  exercise: Exercise,
  report: Report,
  { target, line }: Diagnosis,
): readonly { readonly name: string; readonly line: number }[] {
  if (line === null) return [];
  // The step that the line makes may be an earlier one than the result that is wrong because of it.
  const made = report.shapes.filter((event) => event.line === line).map(({ name }) => name);
  const named = (wanted: (name: string) => boolean) => exercise.equations.find(({ name }) => wanted(name));
  const equation = named((name) => made.includes(name)) ?? named((name) => name === target);
  if (!equation) return [];
  const names = new Set([...equation.rows.matchAll(/\\term\{([^{}]*)\}/g)].map((match) => match[1] ?? ''));
  names.delete(equation.name);
  return [...names].flatMap((name) => {
    const lines = report.shapes.filter((event) => event.name === name && event.line < line);
    const last = lines.at(-1);
    return last ? [{ name, line: last.line }] : [];
  });
}

/** The array whose equation a problem is about: the one that its line makes, else the one that its diagnosis names. */
export function equationOf(
  exercise: Pick<Exercise, 'equations'>,
  { report, lineOf }: { readonly report: Report; readonly lineOf: (line: number) => number | null },
  problem: { readonly message: string; readonly range: { readonly start: { readonly line: number } } },
): string | undefined {
  const diagnosis = report.diagnoses.find(
    ({ message, line }) => message === problem.message && lineOf(line ?? 1) === problem.range.start.line,
  );
  const made = report.shapes
    .filter(({ line }) => lineOf(line) === problem.range.start.line)
    .map(({ name }) => name);
  const names = exercise.equations.map(({ name }) => name);
  return (
    names.find((name) => made.includes(name)) ??
    names.find((name) => name === diagnosis?.target || name === diagnosis?.target?.split('[')[0])
  );
}

/** The names that a line of Python assigns: `a, b = …`, `a = b = …`, `a -= …`. */
export function assignedNames(line: string): readonly string[] {
  const code = line.replace(/#.*$/u, '');
  // What stands in brackets is no target: `f(axis=0)`, `x[i == 1]`.
  const parts = code.split(/(?<![=!<>])=(?!=)/u);
  if (parts.length < 2 || /[([{]/u.test(parts[0]?.replace(/^\s*\(/u, '') ?? '')) return [];
  return parts
    .slice(0, -1)
    .filter((part) => /^[\s\w.,()]*[-+*/%@]?\s*$/u.test(part) && !/\w\s*\(/u.test(part))
    .flatMap((part) => part.match(/[A-Za-z_]\w*/gu) ?? [])
    .map((name) => name.replace(/_(?=\d+$)/u, ''));
}

const mostRows = 4;
const mostColumns = 6;

/** The beginning of a returned array beside the reference's, one row a line. */
export function valuesText(detail: ValueDetail, yours: string, reference: string): string {
  const blocks = [block(reference, detail.expected, detail.shape)];
  if (detail.actual) blocks.unshift(block(yours, detail.actual, detail.shape));
  return blocks.join('\n');
}

function block(title: string, entries: readonly (number | null)[], shape: readonly number[]): string {
  const columns = shape.at(-1) ?? 1;
  const rows = columns === 0 ? 0 : entries.length / columns;
  const lines: string[] = [];
  for (let row = 0; row < Math.min(rows, mostRows); row++) {
    const shown = entries
      .slice(row * columns, row * columns + Math.min(columns, mostColumns))
      .map(numberText);
    lines.push(shown.join('  ') + (columns > mostColumns ? '  …' : ''));
  }
  if (rows > mostRows) lines.push('…');
  return `${title}\n${lines.join('\n')}`;
}

function numberText(value: number | null): string {
  return (value === null ? 'nan' : value.toPrecision(5)).padStart(11);
}
