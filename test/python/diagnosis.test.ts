/**
 * Every snippet of the table through a real Python and the real grader: each second one in the built-in Python, the others
 * in one's own. `DIAGNOSIS_PYTHON=builtin|system` has one of them run all, `DIAGNOSIS_ONLY` chooses a part of the table by
 * the beginning of its names.
 */
import assert from 'node:assert/strict';
import { exerciseById } from '../../src/course/course';
import { networkFolders } from '../unit/networkFolders';
import { checkSnippet } from '../../src/grader/check';
import type { Report } from '../../src/grader/report';
import type { PythonRuntime } from '../../src/python/runtime';
import { shareOf } from '../support/share';
import { builtinRuntime, ownRuntime } from '../support/runtimes';
import { contradictionsOf } from '../unit/grader/contradictions';
import { correctRows, faultyRows, knownMisses, type Miss, type Row } from './diagnosisTable';

const only = process.env['DIAGNOSIS_ONLY'] ?? '';
const wanted = process.env['DIAGNOSIS_PYTHON'];
/** Two at a time: while one is graded, the other's Python runs. */
const pythons = wanted === undefined ? ['builtin', 'system'] : [wanted, wanted];

function runtime(test: Mocha.Context, python: string): PythonRuntime {
  return python === 'builtin' ? builtinRuntime() : ownRuntime(test);
}

/** Codes of the contract that a snippet of the course can earn at all. */
const contractCodes =
  `transposed operand-order elementwise-product matrix-product missing-mean double-mean wrong-mean factor-two scaled
  wrong-sign missing-activation-derivative derivative-of-wrong-tensor activation-instead-of-derivative
  wrong-layer-input wrong-weights missing-delta wrong-axis missing-sum summed-everything missing-keepdims
  broadcast-blowup update-order gradient-ascent learning-rate-ignored not-updated input-mutated not-returned
  wrong-return-count wrong-return-order not-numeric non-finite nondeterministic hard-coded missing-square
  root-mean-square mean-absolute-error missing-activation wrong-activation missing-bias wrong-seed draw-order
  wrong-distribution wrong-shape inner-derivative-missing outer-derivative-missing chain-rule-added
  one-sided-difference step-not-divided perturbation-not-restored unimplemented unknown
  boolean-delta not-a-slope gradients-accumulate bias-per-sample pairwise-samples samples-in-columns clipped
  wrong-return-value wrong-slope loss-for-gradient rounded-prediction wrong-key restarted-delta`.split(/\s+/);

/** Of the faulty snippets, one in so many is tried; of the right ones each. */
const share = 2;

interface Judged {
  readonly row: Row;
  readonly report: Report;
}

interface Finding {
  readonly code: string;
  readonly line: number | null;
}

/** What the report says, first thing first; an error that no diagnosis explains counts as one. */
function findings({ diagnoses, error }: Report): readonly Finding[] {
  if (diagnoses.length > 0 || error === null) return diagnoses;
  return [{ code: `error:${error.kind}`, line: error.line }];
}

function wording(found: readonly { readonly code: string; readonly line: string }[]): string {
  return found.length === 0 ? 'nothing' : found.map(({ code, line }) => `${code}@${line}`).join(', ');
}

function described({ row, report }: Judged): string {
  const expected = row.expected.map(({ codes, lines }) => ({
    code: codes.join('|'),
    line: lines.length === 0 ? 'null' : lines.join('/'),
  }));
  const found = findings(report).map(({ code, line }) => ({ code, line: String(line) }));
  return `${row.name}: expected ${wording(expected)}; ${report.verdict} with ${wording(found)}`;
}

function hasCode({ row, report }: Judged): boolean {
  return row.expected[0]?.codes.includes(findings(report)[0]?.code ?? '') ?? false;
}

function hasLine({ row, report }: Judged): boolean {
  const [expected] = row.expected;
  const [found] = findings(report);
  if (!expected || !found) return false;
  return found.line === null ? expected.lines.length === 0 : expected.lines.includes(found.line);
}

/** The built-in NumPy says of itself what it does not know; that is no judgement. */
function isUnsupported({ report }: Judged): boolean {
  return report.error?.kind === 'unsupported' && report.diagnoses.length === 0;
}

/** Whether all mistakes are named, in their order, and nothing else. */
function isComplete({ row, report }: Judged): boolean {
  const found = findings(report);
  return (
    found.length === row.expected.length &&
    row.expected.every(({ codes }, i) => codes.includes(found[i]?.code ?? ''))
  );
}

function rate(hits: number, all: number): string {
  return `${((100 * hits) / all).toFixed(1)} % (${String(hits)} of ${String(all)})`;
}

function list(title: string, misses: readonly Judged[]): void {
  if (misses.length === 0) return;
  console.log(`  ${title}:\n${misses.map((miss) => `    ${described(miss)}`).join('\n')}`);
}

/** Fails on a miss that is not known; tells of those that are known and are none any more. */
function expectOnlyKnown(kind: Miss, misses: readonly Judged[], tried: readonly Judged[]): void {
  const known = knownMisses(kind);
  const isKnown = ({ row }: Judged): boolean => known.has(row.name);
  list(
    'missed, and not known to be',
    misses.filter((one) => !isKnown(one)),
  );
  const mended = tried
    .map(({ row }) => row.name)
    .filter((name) => known.has(name) && !misses.some(({ row }) => row.name === name));
  if (mended.length > 0) console.log(`  known as missed, and not missed: ${mended.join(', ')}`);
  assert.deepEqual(
    misses.filter((one) => !isKnown(one)).map(({ row }) => row.name),
    [],
  );
}

describe(`the table of snippets, Python ${[...new Set(pythons)].join(' and ')}`, function () {
  this.timeout(1_200_000);
  let faulty: readonly Judged[] = [];
  let correct: readonly Judged[] = [];
  let unjudged: readonly Judged[] = [];

  before(async function () {
    const running = pythons.map((python) => runtime(this, python));
    const judgeRow = async ({ exercise: id, name, source }: Row, on: PythonRuntime): Promise<Report> => {
      const exercise = exerciseById(id) ?? networkFolders.find((one) => one.id === id);
      if (!exercise) throw new Error(`${name} belongs to no exercise`);
      return checkSnippet(exercise, source, on, { timeoutSeconds: 30, language: 'en' });
    };
    const judge = async (rows: readonly Row[]): Promise<readonly Judged[]> => {
      const chosen = rows.filter(({ name }) => name.startsWith(only));
      const judged = new Array<Judged>(chosen.length);
      const work = async (on: PythonRuntime, turn: number): Promise<void> => {
        for (const [i, row] of chosen.entries())
          if (i % running.length === turn) judged[i] = { row, report: await judgeRow(row, on) };
      };
      await Promise.all(running.map(work));
      unjudged = [...unjudged, ...judged.filter(isUnsupported)];
      return judged.filter((one) => !isUnsupported(one));
    };
    const begin = performance.now();
    try {
      faulty = await judge(only === '' ? shareOf(faultyRows(), share) : faultyRows());
      correct = await judge(correctRows());
    } finally {
      await Promise.all(running.map((one) => one.dispose()));
    }
    const seconds = (performance.now() - begin) / 1000;
    console.log(
      `  ${String(faulty.length)} faulty and ${String(correct.length)} right snippets in ${seconds.toFixed(0)} s`,
    );
  });

  it('holds at least 200 faulty and 80 right snippets', () => {
    const [all, right] = [faultyRows().length, correctRows().length];
    assert.ok(all >= 200, `${String(all)} faulty snippets`);
    assert.ok(right >= 80, `${String(right)} right snippets`);
  });

  it('shows every code of the contract in at least two styles', () => {
    const styles = new Map(contractCodes.map((code) => [code, 0]));
    for (const code of faultyRows().flatMap(({ expected }) =>
      expected.flatMap(({ codes }) => codes.slice(0, 1)),
    )) {
      styles.set(code, (styles.get(code) ?? 0) + 1);
    }
    const lacking = contractCodes.filter((code) => (styles.get(code) ?? 0) < 2);
    assert.deepEqual(lacking, []);
  });

  it('can run all but one in a hundred', () => {
    list('not supported by this Python', unjudged);
    assert.ok(unjudged.length <= (faulty.length + correct.length) / 100);
  });

  it('passes right code without a word', () => {
    const accused = correct.filter(({ report }) => report.verdict !== 'pass' || findings(report).length > 0);
    list('right, and not passed', accused);
    assert.equal(accused.length, 0);
  });

  it('contradicts itself in no report', () => {
    const all = [...faulty, ...correct].flatMap(({ row, report }) =>
      contradictionsOf(report).map((what) => `${row.name}: ${what}`),
    );
    assert.deepEqual(all, []);
  });

  it('passes no faulty code: verdict 100 %', () => {
    const passed = faulty.filter(({ report }) => report.verdict === 'pass');
    console.log(`  verdict: ${rate(faulty.length - passed.length, faulty.length)}`);
    list('faulty, and passed', passed);
    assert.equal(passed.length, 0);
  });

  it('names the mistake, but for the known misses', () => {
    console.log(`  first code: ${rate(faulty.filter(hasCode).length, faulty.length)}`);
    expectOnlyKnown(
      'code',
      faulty.filter((judged) => !hasCode(judged)),
      faulty,
    );
  });

  it('points at the line, but for the known misses', () => {
    console.log(`  line: ${rate(faulty.filter(hasLine).length, faulty.length)}`);
    expectOnlyKnown(
      'line',
      faulty.filter((judged) => hasCode(judged) && !hasLine(judged)),
      faulty,
    );
  });

  it('names two mistakes where there are two, and one where there is one', () => {
    console.log(`  all mistakes and no other: ${rate(faulty.filter(isComplete).length, faulty.length)}`);
    expectOnlyKnown(
      'more',
      faulty.filter((judged) => hasCode(judged) && !isComplete(judged)),
      faulty,
    );
  });
});
