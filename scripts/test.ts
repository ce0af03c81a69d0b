/**
 * `npm test`: every suite, with one closing line for all of them. Where there are two cores two suites run at a time,
 * only one of which drives a browser; what a suite prints is shown as a whole when it ends. A suite that ends without saying
 * how many tests passed has failed.
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
}

interface Outcome {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** The titles of the skipped tests and of those that failed, as far as the suite's output tells them. */
  readonly titles: readonly string[];
  readonly seconds: number;
}

const mocha = (pattern: string): string[] => ['node_modules/mocha/bin/mocha.js', '--spec', pattern];
const long = ['--timeout', '300000'];
const secondTry = ['--retries', '1', '--file', 'test/support/secondTry.ts'];

const suites: readonly Suite[] = [
  { name: 'unit', command: mocha('test/unit/**/*.test.ts') },
  { name: 'mutation', command: ['--import', 'tsx', 'test/mutation/run.ts', '--trust'] },
  { name: 'numpy', command: [...mocha('test/numpy/**/*.test.ts'), ...long] },
  { name: 'runtime', command: [...mocha('test/runtime/**/*.test.ts'), ...long, ...secondTry] },
  { name: 'python', command: [...mocha('test/python/**/*.test.ts'), ...long] },
  { name: 'owncode', command: [...mocha('test/owncode/**/*.test.ts'), ...long] },
  { name: 'integration', command: ['--import', 'tsx', 'test/integration/run.ts'], browser: true },
  { name: 'e2e', command: [...mocha('test/e2e/**/*.e2e.ts'), ...long, ...secondTry], browser: true },
];

function count(output: string, word: string): number | null {
  const found = [...output.matchAll(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'gm'))].at(-1);
  return found ? Number(found[1]) : null;
}

/** What mocha prints of tests that were skipped, that failed and, at its end, that needed a second try. */
function remarkable(output: string): readonly string[] {
  const titles = (pattern: RegExp, from = output): string[] =>
    [...from.matchAll(pattern)].map(([, title]) => title ?? '');
  // Below the count stand errors in full, whose own lists look alike.
  const tests = output.split(/^ +\d+ passing/mu)[0];
  return [
    ...titles(/^ +- (.+)$/gmu, tests).map((title) => `skipped: ${title}`),
    ...titles(/^ {4,}\d+\) (.+)$/gmu).map((title) => `failed: ${title}`),
    ...titles(/^ +needed a second try: (.+)$/gmu).map((title) => `needed a second try: ${title}`),
  ];
}

async function run({ name, command }: Suite, shownAtOnce: boolean): Promise<Outcome> {
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
    titles: remarkable(output),
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

function line({ name, passed, failed, skipped }: Omit<Outcome, 'seconds' | 'titles'>): string {
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
    for (const title of outcome.titles) process.stdout.write(`  ${title}\n`);
  }
  const total = { name: '', passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
  process.stdout.write(`\n${line(total)}\n`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
