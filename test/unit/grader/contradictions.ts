/** What in a report speaks against something else in it. A report of any snippet has none. */
import { formatShape } from '../../../src/engine/tensor';
import type { Diagnosis, Report, ValueReport } from '../../../src/grader/report';

/** Ratios that a sentence names, each with the array that it speaks of. */
function ratiosIn(message: string): readonly (readonly [string, number])[] {
  const named = [...message.matchAll(/(\w+) is (-?[\d.]+(?:e[+-]?\d+)?) times what it should be/gu)];
  const words = [...message.matchAll(/(\w+) is (twice|half of) what it should be/gu)];
  return [
    ...named.map(([, name = '', ratio]) => [name, Number(ratio)] as const),
    ...words.map(([, name = '', word]) => [name, word === 'twice' ? 2 : 0.5] as const),
  ];
}

function shapesIn(message: string): readonly string[] {
  return [...message.matchAll(/\(\d+,(?: \d+(?:, \d+)*)?\)/gu)].map(([shape]) => shape);
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-3 * Math.max(Math.abs(a), Math.abs(b));
}

/** Whether another finding of the report accounts for the rest of a ratio: two factors in one array multiply. */
function isShared({ target }: Diagnosis, { diagnoses }: Report): boolean {
  return diagnoses.length > 1 && target !== null;
}

function againstTable(finding: Diagnosis, report: Report): readonly string[] {
  const { code, target, message } = finding;
  const row = report.values.find(({ name }) => name === target);
  const rows = new Map(report.values.map((value) => [value.name, value]));
  const shapes = new Set(
    [
      ...report.values.flatMap(({ expectedShape, actualShape }) => [expectedShape, actualShape ?? []]),
      ...report.shapes.map(({ shape }) => shape),
    ].map((shape) => formatShape(shape)),
  );
  return [
    ...(row?.ok ? [`${code} accuses ${row.name}, which the table ticks`] : []),
    ...ratiosIn(message).flatMap(([name, ratio]) => {
      const seen = rows.get(name);
      if (!seen || isShared(finding, report)) return [];
      return seen.ratio !== null && isClose(seen.ratio, ratio)
        ? []
        : [`${code} says ${name} is ${String(ratio)} times, the table ${String(seen.ratio)}`];
    }),
    ...shapesIn(message)
      .filter((shape) => !shapes.has(shape))
      .map((shape) => `${code} speaks of the shape ${shape}, which is nowhere to be seen`),
  ];
}

function inRow({ name, ok, maxRelError, worst }: ValueReport): readonly string[] {
  const isEqual = worst !== null && worst.actual === worst.expected;
  return [
    ...(!ok && maxRelError !== null && isEqual ? [`${name} is wrong, and its worst entry is right`] : []),
  ];
}

function againstCentral({ values, gradientCheck, remarks }: Report): readonly string[] {
  return gradientCheck.flatMap(({ name, ok }) => {
    const row = values.find((value) => value.name === name);
    if (!row || row.ok === ok) return [];
    const isSaid = remarks.some(({ code, target }) => code === 'central-differences' && target === name);
    return isSaid ? [] : [`central differences ${ok ? 'confirm' : 'refute'} ${name}, the table does not`];
  });
}

/** The contradictions of a report, each in a line. */
export function contradictionsOf(report: Report): readonly string[] {
  const { verdict, convention, values, diagnoses, error } = report;
  const wrong = values.filter(({ ok }) => !ok).map(({ name }) => name);
  return [
    ...diagnoses.flatMap((finding) => againstTable(finding, report)),
    ...values.flatMap(inRow),
    ...againstCentral(report),
    ...(convention && wrong.length > 0 ? [`a convention is told, and ${wrong.join(', ')} leave it`] : []),
    ...(verdict === 'pass' && (wrong.length > 0 || diagnoses.length > 0)
      ? ['it passes, and something is wrong']
      : []),
    ...(verdict === 'fail' && wrong.length === 0 && diagnoses.length === 0 && !error
      ? ['it fails, and nothing is wrong']
      : []),
  ];
}
