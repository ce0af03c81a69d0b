/** Starts and stops the VS Code server. */
import { execFileSync, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installHost, type Progress } from './install';
import { run, stopProcess } from './process';

export interface ServerOptions {
  /** Holds settings, extensions and state; a temporary folder that goes with the server when left out. */
  readonly dataFolder?: string;
  /** User settings, written before the server starts. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Folders of extensions that count as installed, although they stay where they are. */
  readonly extensions?: readonly string[];
  /** Whether folders are to be trusted only once somebody says so; everything is trusted when left out. */
  readonly workspaceTrust?: boolean;
  readonly env?: NodeJS.ProcessEnv;
  /** Any free port when left out; an error when it is taken. */
  readonly port?: number;
  readonly progress?: Progress;
}

export interface Server {
  readonly port: number;
  readonly dataFolder: string;
  /** What the server has printed so far. */
  readonly log: () => string;
  /** Resolves when the server's process has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends the processes that extensions run in, as a crash does; not on Windows. */
  readonly killExtensions: () => void;
  readonly stop: () => Promise<void>;
}

const quietly = ['--accept-server-license-terms', '--telemetry-level', 'off'];

const installed = new Map<string, Promise<string>>();

/** Has VS Code itself install a VSIX, once for all servers of this process; the folder goes with the process. */
export async function installVsix(vsix: string): Promise<string> {
  const folder = installed.get(vsix) ?? unpackVsix(vsix);
  installed.set(vsix, folder);
  return folder;
}

async function unpackVsix(vsix: string): Promise<string> {
  const program = await serverProgram();
  const dataFolder = await mkdtemp(join(tmpdir(), 'backprop-tutor-'));
  process.once('exit', () => {
    rmSync(dataFolder, { recursive: true, force: true });
  });
  const done = await run(
    process.execPath,
    [program, '--server-data-dir', dataFolder, ...quietly, '--install-extension', vsix, '--force'],
    { env: serverEnvironment(process.env) },
  );
  if (done.code !== 0) throw new Error(`${vsix} could not be installed.\n${done.output}`);
  const extensions = join(dataFolder, 'extensions');
  const [folder] = (await readdir(extensions, { withFileTypes: true })).filter((one) => one.isDirectory());
  if (!folder) throw new Error(`${vsix} was installed, but is not in ${extensions}.\n${done.output}`);
  return join(extensions, folder.name);
}

async function serverProgram(progress?: Progress): Promise<string> {
  const folder = await installHost(progress ?? ((line) => process.stderr.write(line + '\n')));
  return join(folder, 'out/server-main.js');
}

/** Starts a server on a free port of this machine and waits until it listens. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const program = await serverProgram(options.progress);
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'backprop-tutor-')));
  const env = serverEnvironment(options.env ?? process.env);
  const data = ['--server-data-dir', dataFolder, ...quietly];
  if (options.settings !== undefined) {
    // This server keeps what a desktop would call user settings beside its own data.
    await mkdir(join(dataFolder, 'data/User'), { recursive: true });
    await writeFile(join(dataFolder, 'data/User/settings.json'), JSON.stringify(options.settings, null, 2));
  }
  if (options.extensions !== undefined) await registerExtensions(dataFolder, options.extensions);
  const address = ['--host', '127.0.0.1', '--port', String(options.port ?? 0)];
  const open = ['--without-connection-token'];
  if (options.workspaceTrust !== true) open.push('--disable-workspace-trust');
  const child = spawn(process.execPath, [program, ...address, ...open, ...data], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Whatever ends this process early, the server must not outlive it.
  const orphan = (): void => void child.kill('SIGKILL');
  process.once('exit', orphan);
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const ended = new Promise<void>((settle) => {
    child.on('close', () => {
      settle();
    });
  });
  const stop = async (): Promise<void> => {
    await stopProcess(child);
    process.off('exit', orphan);
    if (options.dataFolder === undefined) {
      // Its extension hosts may still be writing for a moment after the server is gone.
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    }
  };
  const port = await new Promise<number>((settle, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      const listening = /agent listening on (\d+)/.exec(log);
      if (listening !== null) settle(Number(listening[1]));
    });
    child.on('error', reject);
    child.on('close', () => {
      reject(new Error(`The VS Code server ended before it listened.\n${log}`));
    });
  }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const killExtensions = (): void => {
    const all = execFileSync('ps', ['-e', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
    for (const line of all.split('\n')) {
      const [, id, parent, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      if (Number(parent) === child.pid && args.includes('--type=extensionHost'))
        process.kill(Number(id), 'SIGKILL');
    }
  };
  return { port, dataFolder, log: () => log, ended, killExtensions, stop };
}

/** Writes the server's list of installed extensions, with places of our own instead of copies. */
async function registerExtensions(dataFolder: string, folders: readonly string[]): Promise<void> {
  const list = [];
  for (const folder of folders) {
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Record<
      string,
      string
    >;
    list.push({
      identifier: { id: `${manifest['publisher'] ?? ''}.${manifest['name'] ?? ''}` },
      version: manifest['version'],
      location: { $mid: 1, scheme: 'file', path: pathToFileURL(folder).pathname },
    });
  }
  await mkdir(join(dataFolder, 'extensions'), { recursive: true });
  await writeFile(join(dataFolder, 'extensions/extensions.json'), JSON.stringify(list));
}

/** Inside VS Code's own terminal, variables point at that window; the server must not find them. */
function serverEnvironment(from: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  // An empty gallery: without it, windows ask open-vsx.org for extensions and wait for the answer.
  const own = { EXTENSIONS_GALLERY: '{}' };
  const foreign = (name: string): boolean => /^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name);
  return { ...Object.fromEntries(Object.entries(from).filter(([name]) => !foreign(name))), ...own };
}
