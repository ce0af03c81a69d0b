/** Child processes: run one to its end, or stop one that runs. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** How a command ended, and everything it printed on both streams. */
export interface Finished {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a command to its end; a command that cannot be started ends with code null. */
export async function run(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly timeoutMs?: number } = {},
): Promise<Finished> {
  // npm and VS Code's `code` are .cmd files on Windows, which only a shell can start, and a shell splits at spaces.
  const shell = process.platform === 'win32' && !command.toLowerCase().endsWith('.exe');
  const child = spawn(command, shell ? args.map((arg) => `"${arg}"`) : args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell,
    ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((settle) => {
    child.on('error', (error) => {
      settle({ code: null, output: output + error.message });
    });
    child.on('close', (code) => {
      settle({ code, output });
    });
  });
}

/** Asks a process to end, and ends it after a grace period; resolves when it is gone. */
export async function stopProcess(child: ChildProcess, graceMs = 3000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await gone;
  clearTimeout(timer);
}

/** Whether a process with this id is alive on this machine. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user answers EPERM: it is alive.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
