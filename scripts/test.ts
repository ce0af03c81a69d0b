/**
 * `npm test`: every suite, one after the other, with one closing line for all of them. A suite that ends without
 * saying how many tests passed has failed.
 */
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { projectRoot } from '../test/host/paths';
import { notMadeVariable, searchPython, type Need } from '../test/support/pythons';

interface Suite {
  readonly name: string;
  readonly command: readonly string[];
}

interface Outcome {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** The titles of the skipped tests, as far as the suite's output tells them. */
  readonly titles: readonly string[];
  readonly seconds: number;
}

const mocha = (pattern: string): string[] => ['node_modules/mocha/bin/mocha.js', '--spec', pattern];
const long = ['--timeout', '180000'];
const secondTry = ['--retries', '1', '--file', 'test/e2e/secondTry.ts'];

const suites: readonly Suite[] = [
  { name: 'unit', command: mocha('test/unit/**/*.test.ts') },
  { name: 'mutation', command: ['--import', 'tsx', 'test/mutation/run.ts', '--trust'] },
  { name: 'numpy', command: [...mocha('test/numpy/**/*.test.ts'), ...long] },
  { name: 'python', command: [...mocha('test/python/**/*.test.ts'), ...long] },
  { name: 'owncode', command: [...mocha('test/owncode/**/*.test.ts'), ...long] },
  { name: 'runtime', command: [...mocha('test/runtime/**/*.test.ts'), ...long] },
  { name: 'integration', command: ['--import', 'tsx', 'test/integration/run.ts'] },
  { name: 'e2e', command: [...mocha('test/e2e/**/*.e2e.ts'), ...long, ...secondTry] },
];

function count(output: string, word: string): number | null {
  const found = [...output.matchAll(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'gm'))].at(-1);
  return found ? Number(found[1]) : null;
}

/** What mocha prints before the title of a test that it skipped. */
function skippedTitles(output: string): readonly string[] {
  return [...output.matchAll(/^ +- (.+)$/gmu)].flatMap(([, title]) => title ?? []);
}

async function run({ name, command }: Suite): Promise<Outcome> {
  process.stdout.write(`\n== ${name}\n`);
  const begin = performance.now();
  const child = spawn(process.execPath, command, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    process.stdout.write(chunk);
  });
  const code = await new Promise<number | null>((settle, reject) => {
    child.once('error', reject);
    child.once('close', settle);
  });
  const output = stripVTControlCharacters(Buffer.concat(chunks).toString());
  const passed = count(output, 'passing') ?? 0;
  const failed = count(output, 'failing') ?? 0;
  const skipped = count(output, 'pending') ?? 0;
  const died = failed === 0 && (code !== 0 || passed === 0);
  return {
    name,
    passed,
    failed: died ? 1 : failed,
    skipped,
    titles: skipped === 0 ? [] : skippedTitles(output),
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

async function main(): Promise<void> {
  const only = process.argv.slice(2);
  findPythons();
  const outcomes: Outcome[] = [];
  for (const suite of suites) {
    if (only.length === 0 || only.includes(suite.name)) outcomes.push(await run(suite));
  }
  const sum = (of: 'passed' | 'failed' | 'skipped'): number =>
    outcomes.reduce((total, outcome) => total + outcome[of], 0);
  process.stdout.write('\n== all suites\n');
  for (const outcome of outcomes) {
    process.stdout.write(`${line(outcome)} (${outcome.seconds.toFixed(0)} s)\n`);
    for (const title of outcome.titles) process.stdout.write(`  skipped: ${title}\n`);
  }
  const total = { name: '', passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
  process.stdout.write(`\n${line(total)}\n`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
