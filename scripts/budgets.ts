/** The sizes that a learner's download and a panel's start depend on, held against their budgets. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../test/host/paths';

interface Budget {
  readonly name: string;
  /** The file that is held against the budget, together with the modules that it imports before it runs. */
  readonly file: string;
  readonly bytes: number;
}

const budgets: readonly Budget[] = [
  { name: 'panel script, minified', file: 'dist/panel.js', bytes: 900_000 },
  { name: 'VSIX', file: 'backprop-tutor.vsix', bytes: 16_000_000 },
];

let isOver = false;
for (const { name, file, bytes } of budgets) {
  const size = [...withImports(join(projectRoot, file))].reduce((sum, path) => sum + statSync(path).size, 0);
  const share = ((100 * size) / bytes).toFixed(0);
  process.stdout.write(`${name}: ${String(size)} bytes, ${share} % of ${String(bytes)}\n`);
  isOver ||= size > bytes;
}
const files = readdirSync(join(projectRoot, 'dist'), { recursive: true }).length;
process.stdout.write(`dist: ${String(files)} files\n`);
if (isOver) {
  process.stderr.write('A size is over its budget.\n');
  process.exitCode = 1;
}

/** A script and what its static imports bring along; chunks that it loads later do not count. */
function withImports(path: string, known = new Set<string>()): ReadonlySet<string> {
  known.add(path);
  if (!path.endsWith('.js')) return known;
  for (const [, from] of readFileSync(path, 'utf8').matchAll(/(?:from|import)"(\.[^"]+\.js)"/gu)) {
    const imported = join(dirname(path), from ?? '');
    if (!known.has(imported)) withImports(imported, known);
  }
  return known;
}
