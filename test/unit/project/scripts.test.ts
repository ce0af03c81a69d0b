/** What people start by name (npm scripts, VS Code's tasks and launches) is there, and is told of. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { course } from '../../../src/course/course';
import { projectRoot } from '../../host/paths';

const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');
const json = (file: string): unknown => JSON.parse(read(file));

const { scripts } = json('package.json') as { readonly scripts: Readonly<Record<string, string>> };
const { tasks } = json('.vscode/tasks.json') as {
  readonly tasks: readonly { readonly label: string; readonly type: string; readonly script?: string }[];
};
const { configurations, inputs } = json('.vscode/launch.json') as {
  readonly configurations: readonly Readonly<Record<string, unknown>>[];
  readonly inputs: readonly { readonly id: string; readonly default?: string }[];
};

describe('what is started by name', () => {
  it('is told of where people look for it: every npm script', () => {
    const told = ['README.md', 'CONTRIBUTING.md', 'test/README.md'].map(read).join('\n');
    const isTold = (name: string): boolean =>
      name === 'test'
        ? /npm test\b/.test(told)
        : new RegExp(`npm (?:run\\s+)?${name}(?![\\w:-])`, 'u').test(told);
    assert.deepEqual(
      Object.keys(scripts).filter((name) => !isTold(name)),
      [],
    );
  });

  it('is there: every npm script that a text or a task names', () => {
    const texts = ['README.md', 'CONTRIBUTING.md', 'test/README.md', 'src/numpy/README.md'].map(read);
    const named = texts.flatMap((text) =>
      [...text.matchAll(/npm run\s+([a-z][\w:-]*)/gu)].map(([, name]) => name),
    );
    const ofTasks = tasks.filter(({ type }) => type === 'npm').map(({ script }) => script);
    assert.ok(named.length > 10 && ofTasks.length > 0);
    assert.deepEqual(
      [...named, ...ofTasks].filter((name) => name === undefined || !(name in scripts)),
      [],
    );
  });

  it('is there: every file that a script or a launch runs', () => {
    const files = Object.values(scripts).flatMap((script) => [
      ...[...script.matchAll(/(?:tsx|node|--file) ([\w./-]+\.m?ts|[\w./-]+\.mjs)/gu)].map(
        ([, file]) => file ?? '',
      ),
    ]);
    const programs = configurations.flatMap(({ program }) =>
      typeof program === 'string' ? [program.replace('${workspaceFolder}/', '')] : [],
    );
    // What is built is not there before the task that a launch runs first.
    const sources = [...files, ...programs.filter((file) => !file.startsWith('dist/'))];
    assert.ok(files.length > 5 && programs.length > 1);
    assert.deepEqual(
      sources.filter((file) => !existsSync(join(projectRoot, file))),
      [],
    );
    const built = programs.filter((file) => file.startsWith('dist/'));
    assert.deepEqual(
      built.filter((file) => !read('esbuild.mjs').includes(`'${file}'`)),
      [],
    );
  });

  it('goes through tasks that are there', () => {
    const labels = tasks.map(({ label }) => label);
    const wanted = configurations.flatMap(({ preLaunchTask, postDebugTask }) => [
      preLaunchTask,
      postDebugTask,
    ]);
    assert.deepEqual(
      wanted.filter((label) => typeof label === 'string' && !labels.includes(label)),
      [],
    );
    const exercise = inputs.find(({ id }) => id === 'exercise')?.default;
    assert.ok(course.some(({ id }) => id === exercise));
  });

  it('offers to run the extension, to debug a unit test and to debug the panel', () => {
    const types = configurations.map(({ type }) => type);
    assert.ok(types.includes('extensionHost') && types.includes('node') && types.includes('chrome'));
    const { url } = configurations.find(({ type }) => type === 'chrome') ?? {};
    const port = typeof url === 'string' ? new URL(url).port : '';
    assert.ok(read('scripts/panel.ts').includes(port), 'the panel page is served on another port');
  });

  it('is not counted by hand: no text says how many exercises there are', () => {
    const texts = ['README.md', 'ARCHITECTURE.md', 'package.nls.json', 'package.nls.ko.json', 'package.json'];
    const counted =
      /\b(?:\d+|(?:four|fif|six|seven|eight|nine)teen|twenty[\w-]*|thirty[\w-]*) (?:small )?(?:NumPy )?(?:exercises|snippets)\b|(?:열|스물|서른)\p{Script=Hangul}* 개/iu;
    assert.deepEqual(
      texts.filter((file) => counted.test(read(file))),
      [],
    );
  });
});
