/**
 * Samples in columns at the border of the grader. Inside, every network has its samples in rows; what goes to code with
 * samples in columns, and what comes back from it, is turned around here, and so is what a report says of it.
 */
import type { CallResult, DriveResult, PyArray, PyValue, SnippetRun } from '../python/runtime';
import type { Report } from './report';

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
