/** Lists of arrays that come back: each item is compared under a name of its own, `dWs[0]`. */
import type { Language } from '../course/exercise';
import type { Exercise } from '../course/judgedExercise';
import { callNameOf } from '../course/judging/probe';
import { recordedOn } from '../course/judging/recorded';
import type { RecordedProbe } from '../course/judging/recording';
import { diagnosis } from '../diagnosis/finding';
import type { CallResult, PyValue, SnippetRun } from '../python/runtime';
import { holdsBlank, returnedDictionary, returnedItems, toTensor } from './observe';
import type { Diagnosis } from './report';

/** Values under the names of what comes back, lists taken apart; and which of the names are lists. */
export interface FlatItems {
  readonly flat: ReadonlyMap<string, PyValue>;
  readonly lists: readonly string[];
}

/** The items of what stands for a list of arrays; null where it is none. A stack of arrays is one too. */
export function itemsOfList(value: PyValue): readonly PyValue[] | null {
  if (value.kind === 'list' || value.kind === 'tuple') return value.items;
  if (value.kind !== 'array' || value.shape.length < 2) return null;
  const [count = 0, ...shape] = value.shape;
  const size = shape.reduce((product, extent) => product * extent, 1);
  return Array.from({ length: count }, (_, i) => ({
    ...value,
    shape,
    data: value.data.slice(i * size, (i + 1) * size),
  }));
}

/** What a solution gave, by name; null where its number of values is another. Lists of plain numbers are arrays. */
export function flatItems(returns: readonly string[], returned: PyValue | null): FlatItems | null {
  if (!returned) return null;
  const several = returned.kind === 'tuple' || returned.kind === 'list' ? returned.items : [];
  const items = returns.length === 1 ? [returned] : several;
  if (items.length !== returns.length) return null;
  const flat = new Map<string, PyValue>();
  const lists: string[] = [];
  returns.forEach((name, i) => {
    const item = items[i];
    if (!item) return;
    const isList = (item.kind === 'list' || item.kind === 'tuple') && toTensor(item) === null;
    if (!isList) flat.set(name, item);
    else {
      lists.push(name);
      item.items.forEach((one, at) => flat.set(`${name}[${String(at)}]`, one));
    }
  });
  return { flat, lists };
}

/** A run in which every list that comes back has been taken apart, and the exercise that asks for the items. */
export interface TakenApart {
  readonly exercise: Exercise;
  readonly run: SnippetRun;
  /** Where a list cannot be taken apart; the run is then as it was. */
  readonly faults: readonly Diagnosis[];
}

/** Takes lists apart as the solution's are; an exercise without lists stays as it is. */
export function takenApart(exercise: Exercise, run: SnippetRun, language: Language): TakenApart {
  const { recorded } = exercise.judging;
  if (!recorded || recorded.lists.length === 0) return { exercise, run, faults: [] };
  const faults: Diagnosis[] = [];
  const calls = run.calls.map((call): CallResult => {
    const probe = exercise.judging.probes().find((one) => callNameOf(one) === call.name);
    if (!probe || call.error || !call.returned || holdsBlank(call.returned)) return call;
    const line = call.returnLines[0] ?? null;
    const found = apartOn(exercise, recordedOn(recorded, probe), call.returned, line, language);
    if (found.fault) faults.push(found.fault);
    const { items } = found;
    if (!items) return call;
    const [only] = items;
    const returned: PyValue = items.length === 1 && only ? only : { kind: 'tuple', items };
    return { ...call, returned, returnLines: call.returnLines.slice(0, 1) };
  });
  const [first] = faults;
  const flat = { ...exercise, returns: recorded.names };
  return { exercise: flat, run: { ...run, calls }, faults: first ? [first] : [] };
}

/** The items of one call's results, in the order of the names; or why there are none. */
function apartOn(
  exercise: Exercise,
  { right }: RecordedProbe,
  returned: PyValue,
  line: number | null,
  language: Language,
): { readonly items?: readonly PyValue[]; readonly fault?: Diagnosis } {
  const { returns, judging } = exercise;
  const all = returns.join(', ');
  if (returned.kind === 'none') {
    return { fault: diagnosis('not-returned', language, { target: all }, { line }) };
  }
  // A list may come back as a tuple where it is all that is asked for.
  const given = returns.length === 1 ? [returned] : returnedItems(exercise, returned);
  if (!given) {
    const isSeveral = (returned.kind === 'tuple' || returned.kind === 'list') && returned.items.length > 0;
    const detail = countWords(isSeveral ? returned.items.length : 1, language);
    return { fault: diagnosis('wrong-return-count', language, { target: all, detail }, { line }) };
  }
  const missing = returns.filter((_, i) => given[i] === null).join(', ');
  if (missing !== '') {
    const keys = returnedDictionary(exercise, returned)?.keys ?? [];
    const detail = keys.map((key) => `'${key}'`).join(', ');
    return { fault: diagnosis('missing-key', language, { target: missing, detail }, { line }) };
  }
  const items: PyValue[] = [];
  for (const [i, name] of returns.entries()) {
    const value = given[i];
    if (!value) continue;
    if (judging.recorded?.lists.includes(name) !== true) {
      items.push(value);
      continue;
    }
    const names = judging.recorded.names.filter((one) => one.startsWith(`${name}[`));
    const here = names.filter((one) => (right.get(one)?.data.length ?? 0) > 0);
    const own = itemsOfList(value);
    if (!own) {
      const [code, detail] =
        value.kind === 'none' ? (['not-returned', 'item'] as const) : (['not-numeric', 'no-list'] as const);
      return { fault: diagnosis(code, language, { target: name, detail }, { line }) };
    }
    if (own.length !== here.length) {
      const detail =
        language === 'ko'
          ? `${name}에 ${String(own.length)}개`
          : `${String(own.length)} array${own.length === 1 ? '' : 's'} in ${name}`;
      const target = here.join(', ');
      return { fault: diagnosis('wrong-return-count', language, { target, detail }, { line, target: name }) };
    }
    const empty: PyValue = { kind: 'array', dtype: 'float64', shape: [0], data: new Float64Array() };
    items.push(...names.map((_, at) => own[at] ?? empty));
  }
  return { items };
}

function countWords(count: number, language: Language): string {
  if (language === 'ko') return `${String(count)}개`;
  return count === 1 ? 'one value' : `${String(count)} values`;
}
