/** Serves the panel as built in dist/, in a page that stands in for VS Code, under the same content security policy. */
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import * as esbuild from 'esbuild';
import { shownShapes } from '../../../src/course/shownShapes';
import { shippedChapters } from '../../../src/courses/disk';

const root = join(import.meta.dirname, '../../..');
const nonce = 'bm9uY2U';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.map': 'application/json',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** What VS Code puts into every webview by itself, as far as the panel could trip over it. */
const webviewDefaults = `@layer vscode-default {
  body { color: var(--vscode-editor-foreground); margin: 0; padding: 0 20px; background-color: transparent; }
  a, a code { color: var(--vscode-textLink-foreground); }
  code { color: var(--vscode-textPreformat-foreground); background-color: var(--vscode-textPreformat-background); padding: 1px 3px; border-radius: 4px; }
  pre code { padding: 0; }
  kbd { color: var(--vscode-editor-foreground); border-radius: 3px; border: 1px solid; padding: 1px 3px; }
}`;

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Backprop Tutor</title>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' data:; font-src 'self'; style-src 'self' 'nonce-${nonce}'; script-src 'nonce-${nonce}'" />
    <link rel="icon" href="data:," />
    <style nonce="${nonce}">${webviewDefaults}</style>
    <link rel="stylesheet" href="panel.css" />
  </head>
  <body data-nonce="${nonce}">
    <div id="root"></div>
    <script nonce="${nonce}" src="host.js"></script>
    <script type="module" nonce="${nonce}" src="panel.js"></script>
  </body>
</html>`;

/** Starts the server on a free port; the address ends with a slash. */
export async function servePanel(port = 0): Promise<{ readonly address: string; close(): void }> {
  const host = hostOfBuild();
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname).replace(/^\/+/u, '');
    const answer = async (): Promise<readonly [string, string | Uint8Array]> => {
      if (path === '' || path === '.') return ['text/html', page];
      if (path === 'host.js') return ['text/javascript', await host()];
      return [types[extname(path)] ?? 'application/octet-stream', await readFile(join(root, 'dist', path))];
    };
    answer().then(
      ([type, body]) => {
        response.setHeader('content-type', `${type}; charset=utf-8`);
        response.end(body);
      },
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: chosen } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${String(chosen)}/`,
    close: () => {
      server.close();
    },
  };
}

/** Bundles the page that plays VS Code anew only where the panel has been built since. */
function hostOfBuild(): () => Promise<string> {
  let made: { readonly builtAt: number; readonly text: Promise<string> } | undefined;
  return async () => {
    const { mtimeMs: builtAt } = await stat(join(root, 'dist/panel.js'));
    if (made?.builtAt !== builtAt) made = { builtAt, text: bundleHost() };
    return made.text;
  };
}

async function bundleHost(): Promise<string> {
  const built = await esbuild.build({
    entryPoints: [join(root, 'test/e2e/panelDev/host.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
  });
  const chapters = shippedChapters(join(root, 'dist/chapters.json')).map((chapter) => ({
    ...chapter,
    exercises: chapter.exercises.map((exercise) => {
      const { judging: _, folder: __, ...content } = exercise;
      return { ...content, shapes: shownShapes(exercise) };
    }),
  }));
  return `window.shippedChapters = ${JSON.stringify(chapters)};\n${built.outputFiles[0]?.text ?? ''}`;
}
