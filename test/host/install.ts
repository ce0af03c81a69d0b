/**
 * Installs the VS Code server that npm ships inside code-server, once, into .vscode-test/host.
 * Nothing but the npm registry is needed: no compiler, no download from elsewhere.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheFolder } from './paths';
import { isAlive, run } from './process';

export type Progress = (line: string) => void;

const installed = join(cacheFolder, 'host');
const lock = join(cacheFolder, 'host.lock');
const marker = 'installed.json';
const serverFolder = 'node_modules/code-server/lib/vscode';
const temporaryPrefix = 'host-installing-';

/** Makes sure the server is installed and returns the folder that holds its `out/server-main.js`. */
export async function installHost(progress: Progress): Promise<string> {
  const wanted = await fingerprint();
  if (await isInstalled(wanted)) return join(installed, serverFolder);
  await mkdir(cacheFolder, { recursive: true });
  const release = await takeLock(progress);
  try {
    // Another process may have finished while this one waited for the lock.
    if (!(await isInstalled(wanted))) await installAfresh(wanted, progress);
  } finally {
    await release();
  }
  return join(installed, serverFolder);
}

/** What an installation depends on: another lock file, substitute, Node or machine needs another one. */
async function fingerprint(): Promise<string> {
  const node = process.versions.node.split('.')[0] ?? '';
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}-${node}`);
  const parts = Object.values(substitutes).map((file) => join('substitutes', file));
  for (const file of ['package-lock.json', ...parts]) hash.update(await readFile(join(__dirname, file)));
  return hash.digest('hex');
}

/** The marker is the last file written before a finished folder gets its name, so a torn one has none. */
async function isInstalled(wanted: string): Promise<boolean> {
  try {
    const found: unknown = JSON.parse(await readFile(join(installed, marker), 'utf8'));
    return (found as { fingerprint?: unknown }).fingerprint === wanted;
  } catch {
    return false;
  }
}

async function installAfresh(wanted: string, progress: Progress): Promise<void> {
  for (const name of await readdir(cacheFolder)) {
    if (name.startsWith(temporaryPrefix)) await rm(join(cacheFolder, name), { recursive: true, force: true });
  }
  const folder = await mkdtemp(join(cacheFolder, temporaryPrefix));
  try {
    progress('Installing the VS Code server from npm (once, about 60 MB) …');
    for (const file of ['package.json', 'package-lock.json']) {
      await copyFile(join(__dirname, file), join(folder, file));
    }
    await npmInstall(folder, [], progress);
    progress('Installing what the server needs …');
    // The server's own lock file leaves out one peer dependency that nothing loads; without
    // --legacy-peer-deps `npm ci` would refuse it.
    await npmInstall(join(folder, serverFolder), ['--omit=dev', '--legacy-peer-deps'], progress);
    await substituteNativeModules(join(folder, serverFolder));
    await buildTerminal(join(folder, serverFolder), progress);
    await writeFile(join(folder, marker), JSON.stringify({ fingerprint: wanted }));
    await rm(installed, { recursive: true, force: true });
    await rename(folder, installed);
    progress('The VS Code server is installed.');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function npmInstall(folder: string, extra: readonly string[], progress: Progress): Promise<void> {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...extra];
  let last = await run('npm', args, { cwd: folder, env: npmEnvironment() });
  if (last.code !== 0) {
    progress('npm did not finish; trying once more …');
    last = await run('npm', args, { cwd: folder, env: npmEnvironment() });
  }
  if (last.code !== 0) {
    throw new Error(
      `The VS Code server could not be installed from the npm registry. Check the network and try again.\n${last.output}`,
    );
  }
}

/** Native modules without which the server complains at every start, and what is put in their place. */
const substitutes = { '@vscode/spdlog': 'spdlog.cjs', 'native-watchdog': 'nativeWatchdog.cjs' };

async function substituteNativeModules(server: string): Promise<void> {
  for (const [name, file] of Object.entries(substitutes)) {
    await copyFile(join(__dirname, 'substitutes', file), join(server, 'node_modules', name, 'index.js'));
  }
}

/**
 * The server's terminal is a native module with no substitute. It is built where a compiler and Node's own
 * headers are at hand, and left out elsewhere: the tutor does not need it.
 */
async function buildTerminal(server: string, progress: Progress): Promise<void> {
  const nodeFolder = resolve(process.execPath, '../..');
  if (process.platform === 'win32' || !existsSync(join(nodeFolder, 'include/node/node.h'))) return;
  if ((await run('make', ['--version'])).code !== 0 || (await run('c++', ['--version'])).code !== 0) return;
  const env = { ...npmEnvironment(), npm_config_nodedir: nodeFolder };
  await run('npm', ['rebuild', 'node-pty'], { cwd: server, env, timeoutMs: 180_000 });
  // Its own clean-up fails after a good build, so the built file tells, not npm's exit code.
  const built = existsSync(join(server, 'node_modules/node-pty/build/Release/pty.node'));
  if (!built) progress('The terminal could not be built; going on without one.');
}

/** npm hands its own settings to what it starts; a nested npm must not take the outer run's for its own. */
function npmEnvironment(): NodeJS.ProcessEnv {
  const own = /^npm_config_(global|prefix|omit|include|ignore_scripts|workspace|package_lock)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}

/** Lets one process install at a time; a lock whose owner is dead is taken over. */
async function takeLock(progress: Progress): Promise<() => Promise<void>> {
  let announced = false;
  for (;;) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' });
      return () => rm(lock, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
    // An empty file belongs to an owner between creating and writing it; the next look will tell.
    if (owner > 0 && !isAlive(owner)) await rm(lock, { force: true });
    else if (!announced) {
      progress('Waiting for another process that installs the VS Code server …');
      announced = true;
    }
    await sleep(250);
  }
}
