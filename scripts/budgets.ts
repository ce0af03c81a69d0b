/**
 * The sizes that a learner's download and a panel's start depend on, held against their budgets, and whether the package
 * has all that was built: a page whose script is left behind opens blank, and only where it is installed.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
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

/** What is built for the command line and for the build itself, and what helps to read a stack. */
const isForDevelopers = (file: string): boolean =>
  ['dist/cli.js', 'dist/makeSnapshot.cjs', 'dist/makeChapters.cjs'].includes(file) ||
  file.startsWith('dist/chapters/') ||
  file.endsWith('.map');

async function lookForWhatIsLeft(): Promise<void> {
  const packed = new Set(await listFiles({ cwd: projectRoot, packageManager: PackageManager.None }));
  const left = readdirSync(join(projectRoot, 'dist'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(projectRoot, join(parentPath, name)).replaceAll('\\', '/'))
    .filter((file) => !isForDevelopers(file) && !packed.has(file));
  process.stdout.write(`packed: ${String(packed.size)} files\n`);
  if (left.length === 0) return;
  process.stderr.write(`The package lacks ${left.join(', ')}: name them in .vscodeignore.\n`);
  process.exitCode = 1;
}

lookForWhatIsLeft().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
