// Builds dist/: the extension, the Python worker, the command line, the panel, and the files they load at run time.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import JSZip from 'jszip';

const root = dirname(fileURLToPath(import.meta.url));
const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'info',
};

const host = { ...common, platform: 'node', target: 'node20', format: 'cjs' };

/** What runs in a webview. */
const page = {
  ...common,
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  // Korean as itself: escaped, it would take twice the room.
  charset: 'utf8',
};

/** Every browser that VS Code runs in reads woff2; KaTeX's TrueType fonts would only make the download larger. */
const katexAsWoff2 = {
  name: 'katex-as-woff2',
  setup: (build) => {
    build.onLoad({ filter: /KaTeX_[\w-]+\.ttf$/ }, () => ({ contents: '', loader: 'empty' }));
  },
};

/**
 * No library is ever loaded into CPython here, so what only such libraries would look up need not be entered into its
 * function table at every start: thousands of entries.
 */
const pyodideWithoutLibraries = {
  name: 'pyodide-without-libraries',
  setup: (build) => {
    build.onLoad({ filter: /pyodide\.asm\.mjs$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const entering = 'for(var symName in exports){if(isInternalSym(symName)){continue}';
      if (text.split(entering).length !== 2)
        throw new Error('Pyodide enters its functions in another way now.');
      return {
        contents: text.replace(entering, `${entering}if(!(symName in GOT)){continue}`),
        loader: 'js',
      };
    });
  },
};

/**
 * CodeMirror's Python brings completions of Python's own names, which the panel does not offer; without them its editor can
 * be drawn before what completes has been loaded.
 */
const pythonWithoutCompletions = {
  name: 'python-without-completions',
  setup: (build) => {
    const namespace = 'no-completions';
    build.onResolve({ filter: /^@codemirror\/autocomplete$/ }, ({ path, importer }) =>
      importer.includes('lang-python') ? { path, namespace } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace }, () => ({
      contents: [
        'export const snippetCompletion = (template, completion) => completion;',
        'export const completeFromList = () => () => null;',
        'export const ifNotIn = (nodes, source) => source;',
      ].join('\n'),
    }));
  },
};

const builds = [
  {
    ...host,
    entryPoints: ['src/extension/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
  },
  // What the extension loads when it first needs an exercise or a Python, so that activation stays quick.
  { ...host, entryPoints: ['src/extension/tutor.ts'], outfile: 'dist/tutor.js' },
  {
    ...host,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  // The grader in a thread of its own, for the extension and for the command line.
  { ...host, entryPoints: ['src/grading/worker.ts'], outfile: 'dist/gradingWorker.js' },
  // The built-in Python: its process, and what runs in the realm that has nothing of Node.
  { ...host, entryPoints: ['src/python/builtinProcess.ts'], outfile: 'dist/builtin/process.cjs' },
  {
    ...common,
    entryPoints: ['src/python/realm/door.ts'],
    outfile: 'dist/builtin/realm.js',
    platform: 'neutral',
    target: 'es2022',
    format: 'iife',
    mainFields: ['module', 'main'],
    // Parsing it is a part of every start.
    minify: true,
    sourcemap: false,
    // Pyodide names them where it finds itself in Node, which it never does here.
    external: ['node:*', 'ws'],
    define: { 'import.meta.url': '"memory:///"' },
    plugins: [pyodideWithoutLibraries],
  },
  // Make the snapshot and the chapters, below; not shipped.
  { ...host, entryPoints: ['scripts/makeSnapshot.ts'], outfile: 'dist/makeSnapshot.cjs' },
  { ...host, entryPoints: ['scripts/makeChapters.ts'], outfile: 'dist/makeChapters.cjs' },
  // The panel: a module, so that what the first look does not need comes in chunks when it is first shown.
  {
    ...page,
    format: 'esm',
    splitting: true,
    entryPoints: { panel: 'src/panel/main.tsx' },
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    loader: { '.woff2': 'file', '.woff': 'empty', '.ttf': 'file' },
    assetNames: 'fonts/[name]',
    plugins: [katexAsWoff2, pythonWithoutCompletions],
  },
  // The page "Your code": small, so that it opens at once.
  { ...page, entryPoints: ['src/panel/yourCode/main.tsx'], outfile: 'dist/yourCode.js' },
];

/** What can only be used at a terminal, or with a network; `help` needs the pager. */
const useless = /^(?:_pyrepl\/(?!__init__|pager)|wsgiref\/|xmlrpc\/|(?:ftplib|imaplib|poplib|smtplib)\.py)/u;

/** Python's library as a zip, without what is of no use behind the wall: every start reads all of it. */
async function withoutUseless(zip) {
  const library = await JSZip.loadAsync(zip);
  for (const path of Object.keys(library.files)) if (useless.test(path)) library.remove(path);
  const compressionOptions = { level: 9 };
  return library.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions });
}

async function copyRuntimeFiles() {
  const builtin = join(root, 'dist/builtin');
  mkdirSync(builtin, { recursive: true });
  const pyodide = join(root, 'node_modules/pyodide');
  cpSync(join(pyodide, 'pyodide.asm.wasm'), join(builtin, 'pyodide.asm.wasm'));
  const library = await withoutUseless(readFileSync(join(pyodide, 'python_stdlib.zip')));
  writeFileSync(join(builtin, 'python_stdlib.zip'), library);
  const isPython = (path) => !path.includes('__pycache__');
  rmSync(join(root, 'dist/python'), { recursive: true, force: true });
  mkdirSync(join(root, 'dist/python'), { recursive: true });
  const packages = {
    harness: 'src/python/harness',
    'harness/owncode': 'src/owncode/python',
    'harness/diagnosis': 'src/diagnosis/python',
    numpy: 'src/numpy/package',
  };
  for (const [name, from] of Object.entries(packages)) {
    cpSync(join(root, from), join(root, 'dist/python', name), {
      recursive: true,
      filter: isPython,
    });
  }
}

/** Part two of the course, in the format that anybody may write, for `course list`; what only its tests need stays out. */
function copyChapters() {
  rmSync(join(root, 'dist/chapters'), { recursive: true, force: true });
  cpSync(join(root, 'src/course/chapters'), join(root, 'dist/chapters'), {
    recursive: true,
    filter: (path) => !/[\\/](?:correct|faulty|__pycache__)$/.test(path),
  });
}

copyChapters();
await copyRuntimeFiles();
// A chunk's name changes with its content.
rmSync(join(root, 'dist/chunks'), { recursive: true, force: true });
if (watch) {
  for (const build of builds) await (await esbuild.context(build)).watch();
} else {
  await Promise.all(builds.map((build) => esbuild.build(build)));
  const made = (name) => import(pathToFileURL(join(root, 'dist', name)).href);
  const { makeChapters } = await made('makeChapters.cjs');
  makeChapters(join(root, 'dist/chapters'), join(root, 'dist/chapters.json'));
  const { makeSnapshot } = await made('makeSnapshot.cjs');
  await makeSnapshot(join(root, 'dist/builtin'), join(root, 'dist/python'));
}
