/**
 * `npm test`: every suite, with one closing line for all of them. Where there are two cores two suites run at a time,
 * only one of which drives a browser; what a suite prints is shown as a whole when it ends. A suite that ends without saying
 * how many tests passed has failed. A file that drives VS Code and fails is run once more in a window anew, and that is told.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { stripVTControlCharacters } from 'node:util';
import { projectRoot } from '../test/host/paths';
import { notMadeVariable, searchPython, type Need } from '../test/support/pythons';

interface Suite {
  readonly name: string;
  readonly command: readonly string[];
  /** Whether it drives a browser. Suites that do run one after the other, and so do those that do not. */
  readonly browser?: boolean;
  /** How files are run once more, in windows of their own, in which a test has failed twice. */
  readonly anew?: (files: readonly string[]) => readonly string[];
}

interface Outcome {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What the suite's output tells of tests that were skipped, that failed, or that needed a second try. */
  readonly told: readonly string[];
  readonly seconds: number;
}

const mocha = (...patterns: readonly string[]): string[] => [
  'node_modules/mocha/bin/mocha.js',
  '--reporter',
  'test/support/tellingReporter.ts',
  ...patterns.flatMap((pattern) => ['--spec', pattern]),
];
const long = ['--timeout', '300000'];
const secondTry = ['--retries', '1'];

/** Of those that drive no browser the longest first: so whoever works last has little left while nobody else works. */
const suites: readonly Suite[] = [
  { name: 'runtime', command: [...mocha('test/runtime/**/*.test.ts'), ...long, ...secondTry] },
  { name: 'python', command: [...mocha('test/python/**/*.test.ts'), ...long] },
  { name: 'unit', command: mocha('test/unit/**/*.test.ts') },
  { name: 'owncode', command: [...mocha('test/owncode/**/*.test.ts'), ...long] },
  { name: 'mutation', command: ['--import', 'tsx', 'test/mutation/run.ts', '--trust'] },
  { name: 'numpy', command: [...mocha('test/numpy/**/*.test.ts'), ...long] },
  { name: 'integration', command: ['--import', 'tsx', 'test/integration/run.ts'], browser: true },
  {
    name: 'e2e',
    command: [...mocha('test/e2e/**/*.e2e.ts'), ...long, ...secondTry],
    browser: true,
    anew: (files) => [...mocha(...files), ...long],
  },
];

function count(output: string, word: string): number | null {
  const found = [...output.matchAll(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'gm'))].at(-1);
  return found ? Number(found[1]) : null;
}

/** What a suite tells of its tests: those skipped, and what `tellingReporter.ts` has put at its end. */
function toldIn(output: string): readonly string[] {
  const found = (pattern: RegExp, text = output): string[] =>
    [...text.matchAll(pattern)].map(([, one]) => one ?? '');
  // Below the count stand errors in full, whose own lists look alike.
  const skipped = found(/^ +- (.+)$/gmu, output.split(/^ +\d+ passing/mu)[0]);
  const told = found(/^ +told: (.+)$/gmu);
  const failed = told.length > 0 ? [] : found(/^ {4,}\d+\) (.+)$/gmu);
  return [
    ...skipped.map((title) => `skipped: ${title}`),
    ...failed.map((title) => `failed: ${title}`),
    ...told,
  ];
}

async function run(suite: Suite, shownAtOnce: boolean): Promise<Outcome> {
  const outcome = await runOnce(suite, shownAtOnce);
  const files = outcome.told.flatMap((line) => /^failed in (?<file>.+)$/u.exec(line)?.groups?.['file'] ?? []);
  if (!suite.anew || files.length === 0) return outcome;
  const again = await runOnce({ ...suite, command: suite.anew(files) }, shownAtOnce);
  return {
    ...outcome,
    passed: outcome.passed + Math.max(0, outcome.failed - again.failed),
    failed: again.failed,
    told: [...outcome.told.map((line) => `at first: ${line}`), ...again.told.map((line) => `anew: ${line}`)],
    seconds: outcome.seconds + again.seconds,
  };
}

async function runOnce({ name, command }: Suite, shownAtOnce: boolean): Promise<Outcome> {
  process.stdout.write(shownAtOnce ? `\n== ${name}\n` : `(${name} begins)\n`);
  const begin = performance.now();
  const child = spawn(process.execPath, command, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (shownAtOnce) process.stdout.write(chunk);
    });
  }
  const code = await new Promise<number | null>((settle, reject) => {
    child.once('error', reject);
    child.once('close', settle);
  });
  const written = Buffer.concat(chunks).toString();
  if (!shownAtOnce) process.stdout.write(`\n== ${name}\n${written}\n`);
  const output = stripVTControlCharacters(written);
  const passed = count(output, 'passing') ?? 0;
  const failed = count(output, 'failing') ?? 0;
  const skipped = count(output, 'pending') ?? 0;
  const died = failed === 0 && (code !== 0 || passed === 0);
  return {
    name,
    passed,
    failed: died ? 1 : failed,
    skipped,
    told: toldIn(output),
    seconds: (performance.now() - begin) / 1000,
  };
}

/** Finds or makes the Pythons once for all suites, and says in a line each which they are. */
function findPythons(): void {
  const needs: readonly Need[] = ['NumPy 2', 'NumPy 2 with autograd', 'NumPy 1'];
  for (const need of needs) {
    const search = searchPython(need);
    if ('python' in search) {
      const { executable, version, numpy } = search.python;
      process.stdout.write(
        `Python for tests with ${need}: ${executable} (${version}, NumPy ${String(numpy)})\n`,
      );
    } else {
      process.stdout.write(`No Python for tests with ${need}: ${search.missing}\n`);
      if (need !== 'NumPy 1') process.env[notMadeVariable] = search.missing;
    }
  }
}

function line({ name, passed, failed, skipped }: Omit<Outcome, 'seconds' | 'told'>): string {
  const rest = skipped === 0 ? '' : `, ${String(skipped)} skipped`;
  return `${name === '' ? '' : `${name}: `}${String(passed)} passed, ${String(failed)} failed${rest}`;
}

/**
 * The outcomes in the order of the suites. No two suites that drive a browser run at the same time; what else there is is
 * taken by whoever is free.
 */
async function runAll(chosen: readonly Suite[]): Promise<readonly Outcome[]> {
  const browsers = chosen.filter(({ browser }) => browser);
  const others = chosen.filter(({ browser }) => !browser);
  const areTwo = availableParallelism() > 1 && browsers.length > 0 && others.length > 0;
  const outcomes = new Map<Suite, Outcome>();
  const work = async (next: () => Suite | undefined): Promise<void> => {
    for (let suite = next(); suite; suite = next()) outcomes.set(suite, await run(suite, !areTwo));
  };
  const nextOfAny = (): Suite | undefined => browsers.shift() ?? others.shift();
  await Promise.all(areTwo ? [work(nextOfAny), work(() => others.shift())] : [work(nextOfAny)]);
  return chosen.flatMap((suite) => outcomes.get(suite) ?? []);
}

async function main(): Promise<void> {
  const only = process.argv.slice(2);
  findPythons();
  const chosen = suites.filter(({ name }) => only.length === 0 || only.includes(name));
  const outcomes = await runAll(chosen);
  const sum = (of: 'passed' | 'failed' | 'skipped'): number =>
    outcomes.reduce((total, outcome) => total + outcome[of], 0);
  process.stdout.write('\n== all suites\n');
  for (const outcome of outcomes) {
    process.stdout.write(`${line(outcome)} (${outcome.seconds.toFixed(0)} s)\n`);
    for (const told of outcome.told) process.stdout.write(`  ${told}\n`);
  }
  const total = { name: '', passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
  process.stdout.write(`\n${line(total)}\n`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
