/**
 * Makes every mutation in a copy of the project and runs the tests that must notice. A mutation that no test notices is
 * a failure, as is one that does not run at all. Arguments choose mutations by a part of their name; `--trust` leaves
 * out to see first whether those tests pass as things are, where the unit tests have just been run.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../host/paths';
import { mutate, type Mutation } from './mutation';
import { mutations } from './mutations';

const trust = '--trust';

/** A mutation may make a search endless; that would be noticed. */
const mostMs = 120_000;

interface Tested {
  readonly passed: boolean;
  /** Whether it got as far as to fail a test. */
  readonly failed: boolean;
  readonly output: string;
}

/** What the unit tests read: sources, tests, and what both refer to. */
const copied = [
  'src',
  'test/data/networkCourse',
  'test/unit',
  'test/host/paths.ts',
  'test/support',
  'package.json',
  'tsconfig.json',
  '.mocharc.json',
];

function copyProject(): string {
  const root = mkdtempSync(join(tmpdir(), 'bpt-mutation-'));
  for (const name of copied) cpSync(join(projectRoot, name), join(root, name), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
  return root;
}

function test(root: string, suites: readonly string[], title?: string): Promise<Tested> {
  const specs = suites.flatMap((suite) => ['--spec', join(root, 'test/unit', `${suite}.test.ts`)]);
  const mocha = join(projectRoot, 'node_modules/mocha/bin/mocha.js');
  const options = ['--no-color', '--bail', '--timeout', '60000', '--forbid-only'];
  if (title !== undefined) options.push('--fgrep', title);
  const child = spawn(process.execPath, [mocha, ...options, ...specs], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: mostMs,
    killSignal: 'SIGKILL',
  });
  let output = '';
  const add = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on('data', add);
  child.stderr.on('data', add);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const failed = /^ {2}\d+ failing$/mu.test(output) || signal === 'SIGKILL';
      resolve({ passed: code === 0, failed, output });
    });
  });
}

/** What came of a mutation: the first test that failed, or why that is not told. */
interface Outcome {
  readonly killed: boolean;
  readonly detail: string;
}

async function tryMutation(root: string, mutation: Mutation): Promise<Outcome> {
  let restore: () => void;
  try {
    restore = mutate(root, mutation);
  } catch (error) {
    return { killed: false, detail: error instanceof Error ? error.message : String(error) };
  }
  try {
    const { passed, failed, output } = await test(root, [mutation.killedBy], mutation.test);
    if (passed) {
      const found = !/^ {2}0 passing/mu.test(output);
      const where = `${mutation.killedBy}${mutation.test === undefined ? '' : `, "${mutation.test}"`}`;
      return { killed: false, detail: found ? `survives ${where}` : `there is no such test: ${where}` };
    }
    if (!failed) return { killed: false, detail: `does not run:\n${output.trim().slice(-600)}` };
    return { killed: true, detail: '' };
  } finally {
    restore();
  }
}

async function main(): Promise<void> {
  const isTrusted = process.argv.includes(trust);
  const wanted = process.argv.slice(2).filter((argument) => argument !== trust);
  const chosen = mutations.filter(
    ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
  );
  const began = performance.now();
  const roots = Array.from({ length: Math.min(availableParallelism(), 4) }, copyProject);
  let killed = 0;
  const survivors: string[] = [];
  try {
    const [first = ''] = roots;
    const all = [...new Set(chosen.map(({ killedBy }) => killedBy))];
    if (!isTrusted) {
      const { passed, output } = await test(first, all);
      if (!passed) throw new Error(`the tests fail without any mutation:\n${output.trim().slice(-1500)}`);
    }
    const waiting = [...chosen];
    const work = async (root: string): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const since = performance.now();
        const outcome = await tryMutation(root, next);
        const took = `${((performance.now() - since) / 1000).toFixed(1)} s`;
        process.stdout.write(`    ${outcome.killed ? '✔' : '✖'} ${next.name} (${took})\n`);
        if (outcome.killed) killed++;
        else survivors.push(`${next.name}: ${outcome.detail}`);
      }
    };
    await Promise.all(roots.map(work));
  } finally {
    for (const root of roots) rmSync(root, { recursive: true, force: true });
  }
  process.stdout.write(
    `\n  ${String(killed)} passing (${((performance.now() - began) / 1000).toFixed(0)}s)\n`,
  );
  if (survivors.length > 0) {
    process.stdout.write(`  ${String(survivors.length)} failing\n\n`);
    for (const survivor of survivors) process.stdout.write(`  ${survivor}\n`);
    process.exitCode = 1;
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
