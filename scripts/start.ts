/**
 * `npm start`: builds the tutor and opens it, in the installed VS Code where there is one, else in the
 * npm-shipped server, whose address it prints. `--browser` opens the address, `--server` never asks for an
 * installed VS Code, `--port N` asks for a port, `--data FOLDER` keeps what is typed elsewhere than usual.
 */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cacheFolder, projectRoot } from '../test/host/paths';
import { run } from '../test/host/process';
import { startServer } from '../test/host/server';
import { openInBrowser } from './openInBrowser';

/** The tutor, and a helper that opens its panel as soon as the window is ready. */
const extensions = [projectRoot, join(projectRoot, 'scripts/opener')];
const oldestMinor = 100;
const preferredPort = 8765;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      browser: { type: 'boolean', default: false },
      server: { type: 'boolean', default: false },
      port: { type: 'string', default: String(preferredPort) },
      data: { type: 'string', default: join(cacheFolder, 'start') },
    },
  });
  say('Building the tutor …');
  await build();
  // Whoever asks for a browser or a port wants the server.
  const desktop = values.server || values.browser ? null : await findDesktop();
  if (desktop === null) await serve(Number(values.port), values.browser, values.data);
  else await openDesktop(desktop);
}

function say(line: string): void {
  process.stdout.write(line + '\n');
}

async function build(): Promise<void> {
  const built = await run(process.execPath, ['esbuild.mjs'], { cwd: projectRoot });
  if (built.code !== 0) throw new Error(`The tutor could not be built.\n${built.output}`);
}

/** A `code` that is new enough and has a screen to open its window on. */
async function findDesktop(): Promise<string | null> {
  const screen = process.platform !== 'linux' || 'DISPLAY' in process.env || 'WAYLAND_DISPLAY' in process.env;
  // Inside VS Code's own terminal `code` speaks to the window it runs in, wherever the screen is.
  if (!screen && !('VSCODE_IPC_HOOK_CLI' in process.env)) return null;
  const command = process.env['VSCODE_EXECUTABLE'] ?? 'code';
  const version = /^1\.(\d+)\./.exec((await run(command, ['--version'], { timeoutMs: 20_000 })).output);
  if (version === null) return null;
  if (Number(version[1]) >= oldestMinor) return command;
  say(`The installed VS Code is ${version[0]}x; the tutor needs 1.${String(oldestMinor)} or newer.`);
  return null;
}

async function openDesktop(command: string): Promise<void> {
  say('Opening the tutor in the installed VS Code …');
  const args = ['--new-window', ...extensions.map((path) => `--extensionDevelopmentPath=${path}`)];
  const opened = await run(command, args);
  if (opened.code !== 0) throw new Error(`VS Code did not open.\n${opened.output}`);
}

async function serve(port: number, browser: boolean, dataFolder: string): Promise<void> {
  const firstTime = !existsSync(join(dataFolder, 'data/User/settings.json'));
  const server = await startServer({
    port: await freePort(port),
    extensions,
    // What a learner typed and set stays from one start to the next.
    dataFolder,
    ...(firstTime ? { settings: { 'workbench.startupEditor': 'none' } } : {}),
    progress: say,
  });
  const address = `http://127.0.0.1:${String(server.port)}/`;
  say(
    `\nBackprop Tutor is running. Open this address in a browser:\n\n  ${address}\n\nPress Ctrl+C to stop.`,
  );
  const stopped = new Promise<void>((settle) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, settle);
  });
  if (browser && !(await openInBrowser(address))) {
    say('No browser could be opened from here; open the address yourself.');
  }
  const how = await Promise.race([stopped, server.ended.then(() => 'died' as const)]);
  await server.stop();
  // Ctrl+C reaches the server as well, so it may be gone already; that is no fault then.
  if (how === 'died') throw new Error(`The VS Code server ended by itself.\n${server.log()}`);
  say('Stopped.');
}

/** The port that was asked for, or 0 for any other when someone else has it. */
async function freePort(port: number): Promise<number> {
  const probe = createServer();
  probe.listen(port, '127.0.0.1');
  try {
    await once(probe, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return 0;
  }
  probe.close();
  await once(probe, 'close');
  return port;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
