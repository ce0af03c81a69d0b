/**
 * Child processes that end with their parent, however it ends: on POSIX systems each is the head of a process group of
 * its own, with a watcher beside it that ends the group when a pipe closes which only the parent holds; Windows does
 * the like by the job in which Node puts its children.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Duplex, Readable, Writable } from 'node:stream';

/** What to start. The environment is handed over as it is, nothing added. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Where a program needs a larger stack than others: that much, or as much as the system allows. */
  readonly stackKiB?: number;
}

export interface Child {
  readonly process: ChildProcess;
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Asks the program to end what it does, as Ctrl+C does. */
  interrupt(): void;
  /** Ends the program and what it has started. */
  kill(): void;
  /** Whether the parent waits for the program's end before it ends itself. */
  hold(isHeld: boolean): void;
}

/** The watcher waits in the background for its input to close; the shell itself becomes the program. */
function leash(stackKiB: number | undefined): string {
  const stack =
    stackKiB === undefined
      ? ''
      : `ulimit -s ${String(stackKiB)} 2>/dev/null || ulimit -s "$(ulimit -H -s)" 2>/dev/null`;
  return `
(trap '' INT HUP TERM; read -r _; kill -KILL 0) <&3 >/dev/null 2>&1 &
exec 3<&-
${stack}
exec "$0" "$@"
`;
}

/** Starts a program on pipes. */
export function startChild({ command, args, env, cwd, stackKiB }: Program): Child {
  const isWindows = process.platform === 'win32';
  const child = isWindows
    ? spawn(command, args, { env, cwd, windowsHide: true, stdio: ['pipe', 'pipe', 'pipe'] })
    : spawn('/bin/sh', ['-c', leash(stackKiB), command, ...args], {
        env,
        cwd,
        detached: true,
        stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
      });
  const { stdin, stdout, stderr } = child;
  // A process that has ended is noticed by its exit; a broken pipe says nothing more.
  for (const pipe of child.stdio) pipe?.on('error', () => undefined);
  const signal = (name: NodeJS.Signals): void => {
    try {
      if (isWindows || child.pid === undefined) child.kill(name);
      else process.kill(-child.pid, name);
    } catch {
      // It has ended already.
    }
  };
  // What the program has started may hold its pipes open.
  child.on('exit', () => {
    signal('SIGKILL');
    setTimeout(() => {
      for (const pipe of child.stdio) pipe?.destroy();
    }, lingerMs).unref();
  });
  return {
    process: child,
    stdin,
    stdout,
    stderr,
    interrupt: () => {
      signal('SIGINT');
    },
    kill: () => {
      signal('SIGKILL');
    },
    hold: (isHeld) => {
      for (const each of [child, ...child.stdio] as (ChildProcess | Refable | null)[]) {
        if (isHeld) each?.ref();
        else each?.unref();
      }
    },
  };
}

/** How long after a program's end its last words may take to come out of the pipes. */
const lingerMs = 500;

/** Node's pipes are sockets, whatever they are typed as. */
type Refable = Duplex & { ref(): void; unref(): void };
