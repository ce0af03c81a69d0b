/** What can be said before any number is compared: blanks, None, counts, kinds. */
import type { Language } from '../course/exercise';
import type { Exercise } from '../course/judgedExercise';
import type { CallResult, PyValue } from '../python/runtime';
import { diagnosis } from '../diagnosis/finding';
import { describe, holdsBlank, returnedDictionary, returnedItems, toTensor } from './observe';
import type { Diagnosis } from './report';

/** The starter's blank, wherever it shows in a call. */
export function findBlank(calls: readonly CallResult[], language: Language): Diagnosis | null {
  // Long calls are not traced: a short one tells the line.
  const traced = calls.filter(({ trace }) => trace.length > 0);
  for (const call of [...traced, ...calls]) {
    const event = call.trace.find(({ value }) => holdsBlank(value));
    if (!event && !(call.returned && holdsBlank(call.returned))) continue;
    const isResult = !event || event.name === 'return';
    return diagnosis(
      'unimplemented',
      language,
      { target: '', detail: isResult ? '' : event.name },
      { line: event?.line ?? call.returnLines[0] ?? null },
    );
  }
  return null;
}

/** A blank where whole statements belong. It leaves no trace of its own, so it tells only where results are wrong. */
export function findBareBlank(blanks: readonly number[], language: Language): Diagnosis | null {
  const [line] = blanks;
  return line === undefined ? null : diagnosis('unimplemented', language, { target: '' }, { line });
}

function words(value: PyValue, language: Language): string {
  const count = value.kind === 'tuple' || value.kind === 'list' ? value.items.length : 1;
  if (language === 'ko') return `${String(count)}개`;
  return count === 1 ? 'one value' : `${String(count)} values`;
}

/** A helper that gave back None on the way: the line where it ended. */
export function emptyHelper(call: CallResult): number | null {
  const event = call.trace.find(
    ({ depth, name, value }) => depth > 0 && name === 'return' && value.kind === 'none',
  );
  return event?.line ?? null;
}

function holdsNone(value: PyValue): boolean {
  return value.kind === 'list' && value.items.length > 0 && value.items.every((item) => item.kind === 'none');
}

/** The faults of the first call that has any, and what can be compared on all: some show for some sizes only. */
export function contractFaultsOf(
  exercise: Exercise,
  calls: readonly CallResult[],
  traced: CallResult,
  language: Language,
): ContractFaults {
  const all = calls.map((call) => contractFaults(exercise, call, traced, language));
  return {
    diagnoses: all.find(({ diagnoses }) => diagnoses.length > 0)?.diagnoses ?? [],
    comparable: exercise.returns.filter((name) => all.every(({ comparable }) => comparable.includes(name))),
  };
}

interface ContractFaults {
  readonly diagnoses: readonly Diagnosis[];
  readonly comparable: readonly string[];
}

/**
 * What is wrong with the kind and number of what came back, and the names whose values can still be compared. `call`
 * is one that returned; `traced` is the one whose trace tells lines.
 */
export function contractFaults(
  exercise: Exercise,
  call: CallResult,
  traced: CallResult,
  language: Language,
): ContractFaults {
  const { returned } = call;
  const line = call.returnLines[0] ?? null;
  const all = exercise.returns.join(', ');
  const none = (found: Diagnosis) => ({ diagnoses: [found], comparable: [] });
  if (!returned || returned.kind === 'none') {
    return none(diagnosis('not-returned', language, { target: all }, { line }));
  }
  const items = returnedItems(exercise, returned);
  if (!items) {
    return none(
      diagnosis('wrong-return-count', language, { target: all, detail: words(returned, language) }, { line }),
    );
  }
  const diagnoses: Diagnosis[] = [];
  const comparable: string[] = [];
  const missing = exercise.returns.filter((_, i) => items[i] === null);
  const dictionary = returnedDictionary(exercise, returned);
  if (dictionary && missing.length > 0) {
    const detail = dictionary.keys.map((key) => `'${key}'`).join(', ');
    diagnoses.push(diagnosis('missing-key', language, { target: missing.join(', '), detail }, { line }));
  }
  items.forEach((item, i) => {
    const target = exercise.returns[i] ?? '';
    if (item === null) return;
    if (toTensor(item) !== null) {
      comparable.push(target);
    } else if (item.kind === 'none' || holdsNone(item)) {
      const at = emptyHelper(traced);
      diagnoses.push(
        diagnosis(
          'not-returned',
          language,
          { target, detail: at === null ? 'item' : 'inner' },
          { line: at ?? traced.returnLines[i] ?? line },
        ),
      );
    } else {
      diagnoses.push(
        diagnosis(
          'not-numeric',
          language,
          { target, detail: describe(item, language) },
          { line: call.returnLines[i] ?? line },
        ),
      );
    }
  });
  return { diagnoses, comparable };
}
