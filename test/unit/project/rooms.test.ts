import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

/** Which rooms each room may import from, and which packages beyond its own code. */
const table: Readonly<Record<string, { readonly rooms: readonly string[]; readonly packages: RegExp }>> = {
  engine: { rooms: [], packages: /^$/ },
  network: { rooms: ['engine'], packages: /^$/ },
  course: { rooms: ['engine', 'network'], packages: /^(yaml|valibot)$/ },
  courses: {
    rooms: ['engine', 'diagnosis', 'course', 'grader', 'python/runtime'],
    packages: /^node:(fs|path)$/,
  },
  diagnosis: { rooms: ['engine', 'network'], packages: /^$/ },
  grader: { rooms: ['engine', 'network', 'course', 'diagnosis', 'python/runtime'], packages: /^$/ },
  grading: {
    rooms: ['course', 'grader', 'protocol/reportSchema', 'python/runtime'],
    packages: /^(node:(os|worker_threads)|valibot)$/,
  },
  hunt: { rooms: ['engine', 'network', 'grader'], packages: /^@lezer\/python$/ },
  owncode: {
    rooms: ['engine', 'network', 'diagnosis', 'grader', 'python/runtime'],
    packages: /^valibot$/,
  },
  python: { rooms: ['protocol', 'numpy/install'], packages: /^(node:.*|pyodide(\/.*)?|valibot)$/ },
  numpy: { rooms: [], packages: /^numpy-ts(\/.*)?$/ },
  protocol: {
    rooms: ['network/conventions', 'course', 'grader', 'owncode'],
    packages: /^(valibot|vscode-messenger-common)$/,
  },
  panel: {
    rooms: [
      'protocol',
      'engine/relativeError',
      'engine/notesFigures',
      'network/arrayName',
      'course',
      'grader',
      'owncode',
    ],
    packages:
      /^(preact.*|@preact\/.*|@codemirror\/.*|@lezer\/.*|katex.*|uplot.*|@vscode-elements\/.*|@vscode\/codicons.*|vscode-messenger.*|valibot)$/,
  },
  extension: {
    rooms: [
      'engine',
      'course',
      'courses',
      'diagnosis',
      'grader',
      'grading',
      'hunt',
      'owncode',
      'python',
      'protocol',
    ],
    packages: /^(vscode|node:.*|vscode-messenger.*|valibot)$/,
  },
  cli: {
    rooms: ['engine', 'network', 'course', 'courses', 'grader', 'grading', 'owncode', 'python'],
    packages: /^(node:.*|commander)$/,
  },
};

/** From these the arrow may carry types only: they are erased, and nothing of the room is loaded. */
const typesOnly: readonly (readonly [string, string])[] = [
  ['protocol', 'network'],
  ['protocol', 'course'],
  ['protocol', 'grader'],
  ['protocol', 'owncode'],
  ['panel', 'grader'],
  ['panel', 'owncode'],
  ['grader', 'python'],
  ['hunt', 'grader'],
  ['grading', 'python'],
  ['owncode', 'python'],
  ['courses', 'python'],
];

const source = join(__dirname, '../../../src');

interface Import {
  readonly file: string;
  readonly to: string;
  readonly isType: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(source, file), 'utf8');
  const pattern =
    /^(?:import|export)\s+(type\s+)?(?:([^'";]*?)\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|\brequire\(\s*['"]([^'"]+)['"]\s*\)/gm;
  return [...text.matchAll(pattern)].map(([, type, names, from, dynamic, required]) => ({
    file,
    to: from ?? dynamic ?? required ?? '',
    isType: type !== undefined || (/^\{[^}]*\}$/.test(names ?? '') && namesAreTypes(names ?? '')),
  }));
}

function namesAreTypes(names: string): boolean {
  return names
    .slice(1, -1)
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .every((name) => name.startsWith('type '));
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.tsx?$/.test(file),
);
const imports = files.flatMap(importsOf);

function roomOf(path: string): string {
  return path.split(/[\\/]/, 1)[0] ?? '';
}

/** The path of a relative import below src, or null for a package. */
function target({ file, to }: Import): string | null {
  return to.startsWith('.') ? normalize(relative('.', join(dirname(file), to))).replaceAll('\\', '/') : null;
}

describe('rooms', () => {
  it('are those of the table', () => {
    assert.deepEqual([...new Set(files.map(roomOf))].sort(), Object.keys(table).sort());
    assert.ok(imports.length > 300, `only ${String(imports.length)} imports were read`);
  });

  it('import only from the rooms they may', () => {
    const wrong = imports.flatMap((one) => {
      const path = target(one);
      if (path === null) return [];
      const [from, to] = [roomOf(one.file), roomOf(path)];
      if (from === to) return [];
      const allowed =
        table[from]?.rooms.some((room) => path === room || path.startsWith(`${room}/`)) ?? false;
      const needsType = typesOnly.some(([a, b]) => a === from && b === to);
      if (allowed && (!needsType || one.isType || isDeclaration(path))) return [];
      return [`${one.file} imports ${one.to}${allowed ? ' at run time' : ''}`];
    });
    assert.deepEqual(wrong, []);
  });

  it('import only the packages they may', () => {
    const wrong = imports.filter((one) => {
      if (target(one) !== null) return false;
      return !(table[roomOf(one.file)]?.packages.test(one.to) ?? false);
    });
    assert.deepEqual(
      wrong.map(({ file, to }) => `${file} imports ${to}`),
      [],
    );
  });

  it('leave vscode to the extension and the DOM to the panel', () => {
    const touchesDom = files.filter(
      (file) =>
        roomOf(file) !== 'panel' &&
        /\bdocument\.(?:create|query|body|getElement)|\bacquireVsCodeApi\(|\bHTMLElement\b/.test(
          readFileSync(join(source, file), 'utf8'),
        ),
    );
    assert.deepEqual(touchesDom, []);
    const vscode = imports.filter(({ to }) => to === 'vscode').map(({ file }) => roomOf(file));
    assert.deepEqual([...new Set(vscode)], ['extension']);
  });
});

/** The files that a file imports from, those of which it takes only types included. */
const importsFrom = new Map<string, readonly string[]>(
  files.map((file) => {
    const from = withoutEnding(file);
    return [
      from,
      imports.filter((one) => one.file === file).flatMap((one) => target(one)?.replace(/\.tsx?$/, '') ?? []),
    ];
  }),
);

function withoutEnding(file: string): string {
  return file.replaceAll('\\', '/').replace(/\.tsx?$/, '');
}

/** The same for the folders of a room: what lies directly in the room composes them, or is what they share. */
const foldersFrom = new Map<string, readonly string[]>();
for (const [file, others] of importsFrom) {
  const from = folderOf(file);
  if (from === null) continue;
  const to = others.flatMap((other) => folderOf(other) ?? []).filter((other) => other !== from);
  foldersFrom.set(from, [...(foldersFrom.get(from) ?? []), ...to]);
}

function folderOf(file: string): string | null {
  const [room = '', folder, ...rest] = file.split('/');
  return folder === undefined || rest.length === 0 ? null : `${room}/${folder}`;
}

/** A way from a place back to itself; null where there is none. */
function circleAt(start: string, edges: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const before = new Map<string, string>();
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const next of edges.get(at) ?? []) {
      if (next === start) {
        const way = [start];
        for (let step: string | undefined = at; step !== undefined; step = before.get(step))
          way.unshift(step);
        return way;
      }
      if (before.has(next)) continue;
      before.set(next, at);
      open.push(next);
    }
  }
  return null;
}

describe('files', () => {
  it('import one another in no circle, not even for a type', () => {
    assert.ok([...importsFrom.values()].flat().length > 1000);
    assert.deepEqual(
      [...importsFrom.keys()].flatMap((file) => circleAt(file, importsFrom)?.join(' → ') ?? []),
      [],
    );
  });

  it('of one folder of a room import those of another in one direction', () => {
    assert.ok(foldersFrom.size > 20, `only ${String(foldersFrom.size)} folders were read`);
    assert.deepEqual(
      [...foldersFrom.keys()].flatMap((folder) => circleAt(folder, foldersFrom)?.join(' → ') ?? []),
      [],
    );
  });
});

/** Who may get all that the panel knows and can do: those who put its rooms together. Others name what they take. */
const wholes: Readonly<Record<string, readonly string[]>> = {
  'panel/store': ['app.tsx', 'exercise.tsx', 'main.tsx', 'sheets.tsx', 'views.tsx'].map(
    (file) => `panel/${file}`,
  ),
};

describe('what many share', () => {
  for (const [home, composers] of Object.entries(wholes)) {
    const name = (/\w+$/.exec(home)?.[0] ?? '').replace(/^./, (letter) => letter.toUpperCase());
    it(`is handed whole (${name}) only to those who put the rooms together`, () => {
      const users = imports
        .filter((one) => target(one) === home)
        .map(({ file }) => file.replaceAll('\\', '/'));
      assert.ok(users.length > composers.length, `only ${String(users.length)} files import ${home}`);
      const whole = new RegExp(`(?<!import type \\{ |import \\{ |Pick<\\s*)\\b${name}\\b`);
      const takers = users.filter((file) =>
        whole.test(withoutComments(readFileSync(join(source, file), 'utf8'))),
      );
      assert.deepEqual([...new Set(takers)].sort(), [...composers].sort());
    });
  }
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '');
}

/** The ids of the exercises are a list that is also a value: the schemas check against it. */
function isDeclaration(path: string): boolean {
  return path === 'course/exercise';
}
