/**
 * A class: submissions right and wrong, mixed, made of the snippets that the diagnosis is tested with. How long a file
 * takes per core, whether the last ones take longer than the first, and whether the command's memory grows.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Figure } from './figure';

const root = join(__dirname, '../..');
const snippets = join(root, 'test/python/diagnosis');

/** A step through the snippets that meets each of them before any comes again, and mixes the exercises. */
const stride = 7919;

function makeClass(folder: string, count: number): void {
  const all = readdirSync(snippets, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(?:correct|faulty)[\\/][^\\/]+[\\/][^\\/]+\.py$/u.test(file))
    .sort();
  for (let i = 0; i < count; i++) {
    const file = all[(i * stride) % all.length] ?? '';
    const exercise = file.split(/[\\/]/u)[1] ?? '';
    const learner = join(folder, `learner-${String(i).padStart(5, '0')}`);
    mkdirSync(learner);
    copyFileSync(join(snippets, file), join(learner, `${exercise}.py`));
  }
}

/** Resident memory of a process in MiB, where the system tells. */
function residentMiB(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB/mu.exec(status)?.[1] ?? NaN) / 1024;
  } catch {
    return NaN;
  }
}

interface Moment {
  readonly ms: number;
  readonly memory: number;
}

/** Grades a folder; gives when each report came, and the memory then. */
async function gradeFolder(folder: string, jobs: number): Promise<readonly Moment[]> {
  const words = [join(root, 'dist/cli.js'), 'grade', folder, '--jobs', String(jobs), '--json'];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const moments: Moment[] = [];
  const began = performance.now();
  const lines = createInterface({ input: child.stdout });
  lines.on('line', () => {
    moments.push({ ms: performance.now() - began, memory: residentMiB(child.pid) });
  });
  await once(lines, 'close');
  return moments;
}

/** The figures of one class of `count` files. */
export async function classFigures(count = 1000): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'backprop-class-'));
  const jobs = availableParallelism();
  try {
    makeClass(folder, count);
    const moments = await gradeFolder(folder, jobs);
    if (moments.length !== count)
      throw new Error(`${String(moments.length)} of ${String(count)} were judged`);
    const part = Math.min(1000, Math.floor(count / 2));
    const at = (i: number): Moment => moments.at(i) ?? { ms: NaN, memory: NaN };
    const perFile = (from: number, to: number): number =>
      ((at(to).ms - at(from).ms) * jobs) / (to < 0 ? part : to - from);
    const [first, last] = [perFile(0, part), perFile(-part - 1, -1)];
    // Memory goes up and down with the graders' own; what counts is how high it comes.
    const most = (some: readonly Moment[]): number => Math.max(...some.map(({ memory }) => memory));
    const [early, late] = [most(moments.slice(0, part)), most(moments.slice(part))];
    return [
      {
        name: `a class of ${String(count)} files, per file and core`,
        value: perFile(0, count - 1),
        limit: 60,
        unit: 'ms',
        detail: `${String(jobs)} jobs; first ${String(part)}: ${first.toFixed(0)} ms, last: ${last.toFixed(0)} ms`,
      },
      {
        name: 'the last files of the class beside the first',
        value: last / first,
        limit: 1.15,
        unit: '× the first',
        detail: '',
      },
      {
        name: 'most memory of the command in what follows beside that in the first part',
        value: late / early,
        limit: 1.15,
        unit: '× the first',
        detail: `${early.toFixed(0)} MiB, then ${late.toFixed(0)} MiB`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
