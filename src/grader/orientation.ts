/**
 * Samples in columns at the border of the grader. Inside, every network has its samples in rows; what goes to code with
 * samples in columns, and what comes back from it, is turned around here, and so is what a report says of it.
 */
import type { Language } from '../course/exercise';
import { sentenceOf, type Finding } from '../diagnosis/finding';
import type { Facts } from '../diagnosis/mistake';
import type { CallResult, DriveResult, PyArray, PyValue, SnippetRun } from '../python/runtime';
import type { Samples } from '../engine/columnForm';
import type { Diagnosis, Report } from './report';

function turnedData({ shape: [rows = 0, columns = 0] }: PyArray, data: Float64Array): Float64Array {
  const turned = new Float64Array(data.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) turned[j * rows + i] = data[i * columns + j] as number;
  }
  return turned;
}

/** The transpose of a matrix; any other array as it is. */
export function turnedArray(array: PyArray): PyArray {
  if (array.shape.length !== 2) return array;
  return { ...array, shape: array.shape.toReversed(), data: turnedData(array, array.data) };
}

function turnedValue(value: PyValue): PyValue {
  switch (value.kind) {
    case 'array':
      return turnedArray(value);
    case 'tuple':
    case 'list':
    case 'dict':
      return { ...value, items: value.items.map(turnedValue) };
    default:
      return value;
  }
}

function turnedCall(call: CallResult): CallResult {
  return {
    ...call,
    returned: call.returned && turnedValue(call.returned),
    trace: call.trace.map((event) => ({ ...event, value: turnedValue(event.value) })),
  };
}

function turnedDrive(drive: DriveResult): DriveResult {
  return { ...drive, returned: drive.returned && turnedValue(drive.returned) };
}

/** What code with samples in columns did, as code with samples in rows would have done it. */
export function runInRows(run: SnippetRun): SnippetRun {
  return { ...run, calls: run.calls.map(turnedCall), drives: run.drives.map(turnedDrive) };
}

const turnedShape = <S extends readonly number[] | null>(shape: S): readonly number[] | S =>
  shape?.length === 2 ? shape.toReversed() : shape;

function turnedEntries<T>(entries: readonly T[], [rows = 0, columns = 0]: readonly number[]): readonly T[] {
  return entries.map((_, at) => entries[(at % rows) * columns + Math.floor(at / rows)] as T);
}

/** A report on code with samples in columns: shapes, places and entries as that code has them. */
export function reportInColumns(report: Report): Report {
  return {
    ...report,
    values: report.values.map((value) => ({
      ...value,
      expectedShape: turnedShape(value.expectedShape),
      actualShape: turnedShape(value.actualShape),
      worst: value.worst && { ...value.worst, index: turnedShape(value.worst.index) },
    })),
    shapes: report.shapes.map((one) => ({ ...one, shape: turnedShape(one.shape) })),
    ...(report.details && {
      details: report.details.map((detail) => {
        if (detail.shape.length !== 2) return detail;
        return {
          ...detail,
          shape: detail.shape.toReversed(),
          expected: turnedEntries(detail.expected, detail.shape),
          actual: detail.actual && turnedEntries(detail.actual, detail.shape),
        };
      }),
    }),
  };
}

/** The text of a shape, `(4, 7)`, as code of the other orientation has it. */
export function turnedText(shape: string): string {
  return shape.replace(/^\((\d+), (\d+)\)$/u, '($2, $1)');
}

/** The codes that say of the one orientation what another says of the other. */
const opposite: Readonly<Record<string, string>> = { 'samples-in-columns': 'samples-in-rows' };

/** A finding as the report tells it: where samples are columns, its sentence has the shapes of columns. */
export function told({ facts, ...finding }: Finding, samples: Samples, language: Language): Diagnosis {
  if (samples === 'rows' || !facts) return finding;
  const code = opposite[finding.code] ?? finding.code;
  const turned: Facts = {
    ...facts,
    samplesIn: 'columns',
    expectedShape: turnedText(facts.expectedShape),
    actualShape: facts.actualShape === null ? null : turnedText(facts.actualShape),
  };
  // What was added to the sentence stays.
  const before = sentenceOf(finding.code)[language](facts);
  const message = finding.message.replace(before, () => sentenceOf(code)[language](turned));
  return { ...finding, code, message };
}
