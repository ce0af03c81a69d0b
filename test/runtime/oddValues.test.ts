/**
 * "Not yet" always says why: every odd thing among the results of every exercise. What becomes of the odd things in Python
 * one's own tells once, all in one answer; each is then judged by itself, as if a snippet had returned it.
 */
import { strict as assert } from 'node:assert';
import type { Exercise } from '../../src/course/judgedExercise';
import { prepared } from '../../src/grader/prepare';
import type { Report } from '../../src/grader/report';
import { requestFor } from '../../src/grader/request';
import type { PythonRuntime, PyValue, SnippetRequest, SnippetRun } from '../../src/python/runtime';
import { grade } from '../support/grade';
import { isWhole } from '../support/share';
import { wholeCourse } from '../support/wholeCourse';
import { ownRuntime } from '../support/runtimes';
import { isEndless, oddities } from './oddities';

/** Lists without end would take the whole answer for themselves: `oddResults.test.ts` returns each by itself. */
const together = oddities.filter((odd) => !isEndless(odd));

/**
 * Where everything is tried, it is tried in every place, and the mistake searched for to the end. Otherwise each exercise
 * meets a twelfth of the odd things, and its places share them.
 */
const share = 12;

/** A result by its place, each of them, or all of them together. */
type Place = number | 'each' | 'whole';

interface Odd {
  readonly text: string;
  readonly place: Place;
}

function oddIn({ returns }: Exercise, turn: number): readonly Odd[] {
  const places: readonly Place[] = returns.length === 1 ? ['whole'] : [...returns.keys(), 'each', 'whole'];
  return together.flatMap((text, i) => {
    if (isWhole) return places.map((place) => ({ text, place }));
    const place = places[(Math.floor(i / share) + turn) % places.length];
    return i % share === turn % share && place !== undefined ? [{ text, place }] : [];
  });
}

/** What each odd thing makes of what is right, as a list; `r` is what it is put in the place of. */
function tableOf(odds: readonly Odd[]): string {
  const made = ({ text, place }: Odd): string => {
    const one = `lambda r: ${text}`;
    if (place === 'whole') return `whole(right, ${one})`;
    return `spoilt(right, ${place === 'each' ? 'None' : String(place)}, ${one})`;
  };
  return [
    'def whole(right, make):',
    '    try: return make(right)',
    '    except Exception: return "cannot be made"',
    'def spoilt(right, place, make):',
    '    return tuple(whole(one, make) if place in (None, i) else one for i, one in enumerate(right))',
    'def check(snippet, *given):',
    '    right = _right(snippet, *given)',
    '    return [',
    ...odds.map((odd) => `        ${made(odd)},`),
    '    ]',
  ].join('\n');
}

/** Asks for all of them, on every probe. */
function requestForAll(exercise: Exercise, odds: readonly Odd[]): SnippetRequest {
  const request = requestFor(exercise, exercise.solution, 60, false);
  const { source, functions } = request.adapter ?? {
    source: `def check(snippet, *given): return snippet.${exercise.functionName}(*given)`,
    functions: [exercise.functionName],
  };
  return {
    ...request,
    adapter: { source: `${source}\n_right = check\n${tableOf(odds)}`, functions },
    calls: request.calls.map((call) => ({ ...call, trace: false, twice: false })),
  };
}

interface Made {
  readonly odd: Odd;
  readonly run: SnippetRun;
}

/** The run of a snippet that returned it, for each; asked for in parts where all are too much for one answer. */
async function madeOf(
  runtime: PythonRuntime,
  exercise: Exercise,
  odds: readonly Odd[],
): Promise<readonly Made[]> {
  const all = await runtime.run(requestForAll(exercise, odds));
  if (all.error?.kind === 'output' && odds.length > 1) {
    const middle = odds.length >> 1;
    return [
      ...(await madeOf(runtime, exercise, odds.slice(0, middle))),
      ...(await madeOf(runtime, exercise, odds.slice(middle))),
    ];
  }
  assert.equal(all.error, null, all.error?.message);
  return odds.map((odd, i) => ({ odd, run: runWith(all, i) }));
}

/** The run of a snippet that returned one of them. */
function runWith(all: SnippetRun, one: number): SnippetRun {
  const calls = all.calls.map((call) => {
    const returned: PyValue | null =
      call.returned?.kind === 'list' ? (call.returned.items[one] ?? null) : null;
    assert.ok(returned, call.error?.message);
    return { ...call, returned, returnLines: [] };
  });
  return { ...all, calls };
}

class KnownBefore extends Error {
  constructor(readonly report: Report) {
    super('the report before the search');
  }
}

/** The report; without a search for the mistake, the one that stands when that would begin. */
function judged(exercise: Exercise, run: SnippetRun): Report {
  try {
    return grade(exercise, run, 'en', (known) => {
      if (!isWhole) throw new KnownBefore(known);
    });
  } catch (error) {
    if (error instanceof KnownBefore) return error.report;
    throw error;
  }
}

function saysWhy({ verdict, diagnoses, values, error }: Report): boolean {
  if (verdict === 'pass' || error !== null || diagnoses.length > 0) return true;
  // A search is still to come, and whatever comes of it has a sentence.
  return !isWhole && values.some(({ ok }) => !ok);
}

describe('an odd thing among the results', function () {
  this.timeout(isWhole ? 1_200_000 : 300_000);
  let runtime: PythonRuntime;
  before(function () {
    runtime = ownRuntime(this);
  });
  after(() => runtime.dispose());
  const told = { all: 0, passed: 0 };

  for (const [turn, unprepared] of wholeCourse.entries()) {
    it(`is told why it is not right: ${unprepared.id}`, async () => {
      const exercise = await prepared(unprepared, runtime);
      const odds = oddIn(exercise, turn);
      const made = await madeOf(runtime, exercise, odds);
      const reports = made.map(({ odd, run }) => ({ odd, report: judged(exercise, run) }));
      const silent = reports.filter(({ report }) => !saysWhy(report));
      assert.deepEqual(
        silent.map(({ odd }) => `${odd.text} in place of ${String(odd.place)}`),
        [],
      );
      told.all += odds.length;
      told.passed += reports.filter(({ report }) => report.verdict === 'pass').length;
    });
  }

  it('is right now and then, and mostly not', () => {
    const { all, passed } = told;
    assert.ok(passed > all / 100 && passed < all / 4, `${String(passed)} of ${String(all)} pass`);
  });
});
