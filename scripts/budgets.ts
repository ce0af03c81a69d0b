/** The sizes that a learner's download and a panel's start depend on, held against their budgets. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../test/host/paths';

interface Budget {
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
}

const budgets: readonly Budget[] = [
  { name: 'panel script, minified', file: 'dist/panel.js', bytes: 900_000 },
  { name: 'VSIX', file: 'backprop-tutor.vsix', bytes: 16_000_000 },
];

let isOver = false;
for (const { name, file, bytes } of budgets) {
  const size = statSync(join(projectRoot, file)).size;
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
