/**
 * The check of own code over the programs: without a declaration and with one. Only a fixed part of them is checked, since
 * all of it takes half an hour: every form without a declaration, every second of the further right programs, and of every
 * second program of a form one fault, of the kind that came up least; with a declaration the programs in turn right and
 * faulty. `TABLES=all` checks all. The built-in Python checks one program in three and what misbehaves, one's own the
 * others, which takes it as long; `OWNCODE_PYTHON=builtin|system` has one of them check all. `OWNCODE_ONLY` is a part of
 * the programs by the beginning of their names, `OWNCODE_SECONDS` the limit of each check, for a busy machine.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gradcheck } from '../../src/owncode/gradcheck';
import type { GradcheckReport } from '../../src/owncode/report';
import type { PythonRuntime } from '../../src/python/runtime';
import { isWhole as triesAll, shareOf } from '../support/share';
import { builtinRuntime, ownRuntime } from '../support/runtimes';
import {
  casesOf,
  described,
  hasVerdict,
  isAccused,
  isMisnamed,
  isNamed,
  type Case,
  type Judged,
} from './judged';
import { filesOf, programsOf, type Program } from './programs';

const only = process.env['OWNCODE_ONLY'] ?? '';
const isWhole = triesAll || only !== '';
const chosen = process.env['OWNCODE_PYTHON'];
const timeoutSeconds = Number(process.env['OWNCODE_SECONDS'] ?? 10);

/** Two that check side by side. */
const pythons = chosen === undefined ? (['builtin', 'system'] as const) : [chosen, chosen];

/** What each of the two checks. Where both are the same Python, whoever is free takes the next. */
function queuesOf(cases: readonly Case[]): readonly Case[][] {
  const all = [...cases];
  if (chosen !== undefined) return [all, all];
  return [all.filter((_, i) => i % 3 === 0), all.filter((_, i) => i % 3 !== 0)];
}

function runtime(test: Mocha.Context, python: string): PythonRuntime {
  if (python === 'builtin') {
    return builtinRuntime();
  }
  return ownRuntime(test);
}

/**
 * A way to miss what a table says: the verdict without a declaration, with one, the mistake and its line; or what goes
 * wrong with a program that misbehaves.
 */
type Miss = 'undeclared' | 'declared' | 'named' | 'misbehaves';

const known = readFileSync(join(import.meta.dirname, 'known-misses.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

function isKnown(kind: Miss, { name }: Pick<Case, 'name'>): boolean {
  return known.includes(`${kind} ${name}`);
}

/** The fixed share: each form bare and declared, right and faulty, and every kind of mistake at least once. */
function share(forms: readonly Program[], declared: readonly Program[], right: readonly Program[]): Case[] {
  const taken = new Map<string, number>();
  const times = ({ fault }: Case): number => taken.get(fault?.codes[0] ?? '') ?? 0;
  const take = (one: Case): Case => {
    taken.set(one.fault?.codes[0] ?? '', times(one) + 1);
    return one;
  };
  /** The program with the fault whose kind was taken least so far. */
  const faulty = (program: Program, declares: boolean): Case => {
    const [first, ...others] = casesOf(program, declares).filter(({ fault }) => fault !== null);
    if (!first) throw new Error(`${program.name} has no faults`);
    return take(others.reduce((best, one) => (times(one) < times(best) ? one : best), first));
  };
  const unchanged = (program: Program, declares: boolean): readonly Case[] =>
    casesOf(program, declares).filter(({ fault }) => fault === null);
  const found = [
    ...forms.flatMap((one) => unchanged(one, false)),
    ...shareOf(right, 2).flatMap((one) => unchanged(one, false)),
    ...shareOf(forms, 2).map((one) => faulty(one, false)),
    ...[...forms, ...declared].flatMap((one, i) =>
      i % 2 === 0 ? unchanged(one, true) : [faulty(one, true)],
    ),
  ];
  for (const program of [...forms, ...declared])
    for (const one of casesOf(program, program.group === 'declared'))
      if (one.fault !== null && times(one) === 0) found.push(take(one));
  return found;
}

function rate(hits: number, all: number): string {
  return `${((100 * hits) / all).toFixed(1)} % (${String(hits)} of ${String(all)})`;
}

function list(title: string, rows: readonly string[]): void {
  if (rows.length > 0) console.log(`  ${title}:\n${rows.map((row) => `    ${row}`).join('\n')}`);
}

/**
 * A wrong word fails unless it is known by name: a verdict that the program does not deserve. Silence is counted, and
 * must not grow: how far a search comes within the limit depends on the machine. Tells of what is mended.
 */
function expectOnlyKnown(
  kind: Miss,
  judged: readonly Judged[],
  misses: readonly Judged[],
  least: number,
): void {
  list(`missed (${kind})`, misses.map(described));
  const mended = judged.filter((one) => isKnown(kind, one) && !misses.includes(one));
  list(
    `known as missed (${kind}), and not missed`,
    mended.map(({ name }) => name),
  );
  const fresh = misses.filter(
    (one) => (kind === 'named' ? isMisnamed(one) : isSaid(one)) && !isKnown(kind, one),
  );
  assert.deepEqual(
    fresh.map(({ name }) => `${kind} ${name}`),
    [],
  );
  const share = (judged.length - misses.length) / judged.length;
  assert.ok(only !== '' || share >= least, `${share.toFixed(3)} of them, at least ${String(least)} asked`);
}

/** Whether something was said of the gradients. */
function isSaid({ report: { verdict } }: Judged): boolean {
  return verdict === 'agree' || verdict === 'differ' || verdict === 'scaled';
}

/** The table of the run: of each form, how many verdicts and names were right. */
function table(judged: readonly Judged[]): readonly string[] {
  const share = (rows: readonly Judged[], hit: (one: Judged) => boolean): string =>
    rows.length === 0 ? '-' : `${String(rows.filter(hit).length)}/${String(rows.length)}`;
  return [...new Set(judged.map(({ program }) => program.form))].map((form) => {
    const rows = judged.filter(({ program }) => program.form === form);
    const bare = rows.filter(({ declares }) => !declares);
    const helped = rows.filter(({ declares }) => declares);
    const faulty = rows.filter(({ fault }) => fault !== null);
    return [
      form.padEnd(24),
      `undeclared ${share(bare, hasVerdict)}`.padEnd(20),
      `declared ${share(helped, hasVerdict)}`.padEnd(18),
      `named ${share(faulty, isNamed)}`,
    ].join('  ');
  });
}

describe(`the check of own code, ${chosen ?? 'either'} Python`, function () {
  this.timeout(1_800_000);
  let runtimes: readonly PythonRuntime[] = [];
  let judged: readonly Judged[] = [];

  const check = (source: string, on: PythonRuntime): Promise<GradcheckReport> =>
    gradcheck(source, { file: 'program.py', timeoutSeconds, seed: 0, language: 'en' }, on);

  before(async function () {
    runtimes = pythons.map((python) => runtime(this, python));
    const [forms, further] = [programsOf('forms'), programsOf('declared')];
    const right = [...programsOf('right'), ...programsOf('styles')];
    const cases = isWhole
      ? [...forms, ...right].flatMap((one) => [...casesOf(one, false), ...casesOf(one, true)])
      : share(forms, further, right);
    if (isWhole) cases.push(...further.flatMap((one) => casesOf(one, true)));
    const queues = queuesOf(cases.filter(({ name }) => name.startsWith(only)));
    const begin = performance.now();
    const done: Judged[] = [];
    const work = async (on: PythonRuntime, waiting: Case[]): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift())
        done.push({ ...next, report: await check(next.source, on) });
    };
    await Promise.all(runtimes.map((on, i) => work(on, queues[i] ?? [])));
    judged = done.sort((a, b) => a.name.localeCompare(b.name));
    const seconds = (performance.now() - begin) / 1000;
    console.log(`  ${String(judged.length)} programs in ${seconds.toFixed(0)} s`);
    list('of each form', table(judged));
  });

  after(async () => {
    await Promise.all(runtimes.map((one) => one.dispose()));
  });

  it('says of no right program that it differs', () => {
    const accused = judged.filter(isAccused);
    list('right, and accused', accused.map(described));
    assert.equal(accused.length, 0);
  });

  it('gives the forms their verdict without a declaration, but for the known misses', () => {
    const rows = judged.filter(({ declares, program }) => !declares && program.group === 'forms');
    const misses = rows.filter((one) => !hasVerdict(one));
    console.log(`  without a declaration: ${rate(rows.length - misses.length, rows.length)}`);
    expectOnlyKnown('undeclared', rows, misses, 0.8);
  });

  it('gives every program its verdict with a declaration, but for the known misses', () => {
    const rows = judged.filter(({ declares }) => declares);
    const misses = rows.filter((one) => !hasVerdict(one));
    console.log(`  with a declaration: ${rate(rows.length - misses.length, rows.length)}`);
    expectOnlyKnown('declared', rows, misses, 0.97);
  });

  it('names the planted faults with their lines, but for the known misses', () => {
    const rows = judged.filter(({ declares, fault }) => fault !== null && !declares);
    const misses = rows.filter((one) => !isNamed(one));
    console.log(`  named with the line: ${rate(rows.length - misses.length, rows.length)}`);
    const helped = judged.filter(({ declares, fault }) => fault !== null && declares);
    console.log(`  named with the line, declared: ${rate(helped.filter(isNamed).length, helped.length)}`);
    for (const [how, all] of [
      ['', rows],
      [', declared', helped],
    ] as const)
      console.log(`  named wrongly${how}: ${rate(all.filter(isMisnamed).length, all.length)}`);
    expectOnlyKnown('named', rows, misses, 0.3);
  });

  it('judges the further right programs without a declaration, but for the known misses', () => {
    const rows = judged.filter(
      ({ declares, program, fault }) =>
        !declares && fault === null && (program.group === 'right' || program.group === 'styles'),
    );
    const misses = rows.filter((one) => !hasVerdict(one));
    console.log(
      `  further right programs, judged by themselves: ${rate(rows.length - misses.length, rows.length)}`,
    );
    expectOnlyKnown('undeclared', rows, misses, 0.8);
  });

  it('judges nothing of what cannot be judged', async () => {
    const [on] = runtimes;
    assert.ok(on);
    const wrong: string[] = [];
    for (const [name, source] of filesOf('unjudgeable')) {
      const { verdict, error } = await check(source, on);
      console.log(`  ${name}: ${verdict} ${error?.message ?? ''}`);
      if (!['not-judged', 'nothing-found', 'error'].includes(verdict)) wrong.push(`${name}: ${verdict}`);
    }
    assert.deepEqual(wrong, []);
  });

  it('tells what went wrong with programs that misbehave, and checks the next as if nothing had been', async () => {
    const [on] = runtimes;
    assert.ok(on);
    /** The kinds of error that are right to tell; `judged` where it may run to its end. */
    const expected: Readonly<Record<string, readonly string[]>> = {
      crash: ['exception', 'unsupported', 'crash'],
      'endless-loop': ['timeout'],
      exits: ['exception', 'unsupported'],
      floods: ['output', 'timeout', 'judged'],
      fork: ['exception', 'unsupported', 'judged'],
      input: ['exception', 'unsupported'],
      'no-function': ['nothing-found'],
      raises: ['exception'],
      recursion: ['exception', 'memory'],
      'syntax-error': ['syntax'],
      'ten-functions': ['judged', 'not-judged'],
      threads: ['exception', 'unsupported', 'judged'],
      'two-gigabytes': ['memory'],
    };
    const easy =
      'import numpy as np\nw = np.ones(3)\ndef gradcheck():\n    return np.sum(w ** 2), 2 * w, w\n';
    const wrong: string[] = [];
    for (const [name, source] of filesOf('faults')) {
      const { verdict, error } = await check(source, on);
      const judgedVerdict = ['agree', 'differ', 'scaled'].includes(verdict) ? 'judged' : verdict;
      const said = error?.kind ?? judgedVerdict;
      console.log(`  ${name}: ${said} ${error?.message ?? ''}`);
      const isExpected = expected[name]?.includes(said) ?? false;
      if (!isExpected && !isKnown('misbehaves', { name })) wrong.push(`${name}: ${said}`);
      if (verdict === 'differ') wrong.push(`${name}: ${verdict}`);
      const next = await check(easy, on);
      if (next.verdict !== 'agree') wrong.push(`after ${name}: ${next.verdict}`);
    }
    assert.deepEqual(wrong, []);
  });
});
