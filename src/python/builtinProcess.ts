/**
 * The process that holds the built-in CPython, and nothing else: it is started with the permission model of its Node,
 * reads its own folder, makes a bare realm with Python in it, and passes requests and answers on between its pipes and
 * the realm. The wall is the realm and the process together; what Python itself forbids is for clear messages.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { BareRealm } from './bareRealm';
import type { BarePython, BareStart } from './bareRealm';
import { packCodeCache, readCodeCache } from './codeCache';
import { asked, FrameReader, frameOf, headBytes, nonceBytes, said } from './pipeFrames';
import { readInto } from './readInto';
import { programName, snapshotAt } from './snapshotFile';
import { loadSources } from './sources';

const host = process;
const { argv, stdin, stdout } = host;

/** Kept by the functions below alone; nothing finds them by name any more. */
function removeGlobals(): void {
  for (const name of ['process', 'require', 'fetch', 'WebSocket', 'EventSource', 'Worker', 'navigator'])
    Reflect.deleteProperty(globalThis, name);
}

function send(kind: number, payload: Uint8Array = new Uint8Array()): void {
  stdout.write(frameOf(kind, payload));
}

function sendJson(kind: number, value: unknown): void {
  send(kind, new TextEncoder().encode(JSON.stringify(value)));
}

// CPython's own machine code is known to be sound; each function is looked at when it is first called.
setFlagsFromString('--wasm-lazy-validation');

/** A check that was waiting for Python has arrived by then. */
const warmUpMs = 20;
/**
 * So many checks of no consequence, each of which gives way to a real one: V8 makes a function of CPython's quick once it
 * has been called often, and a call that has begun goes on as it was.
 */
const warmUps = 12;

const now = (): number => performance.now();

/** Random bits, some hundred at a time. */
function randomSource(): () => number {
  let words = new Uint32Array();
  let at = 0;
  return () => {
    if (at === words.length) {
      words = Uint32Array.from({ length: 256 }, () => 0);
      new Uint8Array(words.buffer).set(randomBytes(words.byteLength));
      at = 0;
    }
    return words[at++] ?? 0;
  };
}

/** Python from its files; from nothing where there is no snapshot that can be used, which takes longer. */
async function start({ pythonPath, memoryBytes, codePath }: Given): Promise<Started> {
  try {
    return await startFrom('python.snapshot', () => ({}), memoryBytes, codePath);
  } catch {
    send(said.first);
    return startFrom(null, () => loadSources(pythonPath), memoryBytes, '');
  }
}

/** The process's arguments. */
interface Given {
  readonly pythonPath: string;
  readonly memoryBytes: number;
  /** Where the realm's compiled code may be; empty where none is kept. */
  readonly codePath: string;
}

interface Started {
  readonly python: BarePython;
  /** Gives what V8 has compiled of the script, for the next start; null where that start needs none. */
  readonly compiled: (() => Uint8Array) | null;
}

async function startFrom(
  snapshotName: string | null,
  sources: () => BareStart['sources'],
  memoryBytes: number,
  codePath: string,
): Promise<Started> {
  const realm = new BareRealm();
  const own = (name: string): Promise<Uint8Array> =>
    readInto(join(__dirname, name), (length) => realm.room(length));
  // What takes long begins first, and goes on while the script is read.
  const program = await own('pyodide.asm.wasm');
  const wasm = realm.compile(program);
  const reading = Promise.all([own('python_stdlib.zip'), snapshotName === null ? null : own(snapshotName)]);
  // Whoever waits for it below hears of a failure too.
  reading.catch(() => undefined);
  const script = readFileSync(join(__dirname, 'realm.js'));
  const known = codePath === '' ? null : readCodeCache(codePath, script);
  const code = realm.furnish(script.toString('utf8'), known);
  const [library, snapshot] = await reading;
  const begin = snapshot === null ? 0 : snapshotAt(snapshot, programName(script, program, library));
  const python = await realm.start(
    wasm,
    { now, random: randomSource() },
    { library, snapshot, snapshotAt: begin, sources: sources(), makeSnapshot: false, memoryBytes },
  );
  const compiled = codePath === '' || code === null ? null : () => packCodeCache(code(), script);
  return { python, compiled };
}

/** Why Python is no more, as far as the JavaScript error that came out of it tells. */
function deathOf(error: unknown): { readonly reason: string; readonly detail: string } {
  const [name, message, status] = ['name', 'message', 'status'].map((key) => memberOf(error, key));
  const detail =
    (typeof message === 'string' ? `${String(name)}: ${message}` : String(error)).split('\n')[0] ?? '';
  if (/call stack|stack overflow/iu.test(detail)) return { reason: 'recursion', detail };
  if (/out of memory|allocation failed/iu.test(detail)) return { reason: 'memory', detail };
  if (typeof status === 'number') return { reason: 'exit', detail: `exit code ${String(status)}` };
  return { reason: 'crash', detail };
}

/** Errors of the realm are no errors of this one's classes. */
function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

/** A Python traceback ends with what went wrong. */
function lastLine(error: unknown): string {
  const message = memberOf(error, 'message');
  const text = typeof message === 'string' ? message : String(error);
  return text.trim().split('\n').at(-1) ?? text;
}

function answer(python: BarePython, kind: number, message: Uint8Array): void {
  const nonce = message.subarray(0, nonceBytes);
  const milliseconds = new DataView(message.buffer, message.byteOffset).getFloat64(nonceBytes, true);
  try {
    if (kind === asked.ask) {
      const answered = python.run(message.subarray(headBytes), milliseconds);
      send(said.result, Buffer.concat([nonce, answered]));
    } else send(said.idle, Buffer.concat([nonce, Uint8Array.of(python.restore() ? 0 : 1)]));
  } catch (error) {
    sendJson(said.died, deathOf(error));
  }
}

async function main(): Promise<void> {
  const [, , pythonPath = '', memoryBytes = '', codePath = ''] = argv;
  const waiting: (readonly [kind: number, message: Uint8Array])[] = [];
  let python: BarePython | null = null;
  let isAsked = false;
  const reader = new FrameReader((kind, message) => {
    isAsked = true;
    if (python === null) waiting.push([kind, message]);
    else answer(python, kind, message);
  });
  stdin.on('data', (chunk: Buffer) => reader.push(chunk));
  stdin.on('end', () => host.exit(0));
  removeGlobals();
  try {
    const { python: started, compiled } = await start({
      pythonPath,
      memoryBytes: Number(memoryBytes),
      codePath,
    });
    const permission = (host as { permission?: unknown }).permission !== undefined;
    sendJson(said.ready, { version: started.version, permission });
    python = started;
    for (const [kind, message] of waiting) answer(started, kind, message);
    // Only where no check is there already: it would wait for this.
    const warm = (left: number): void => {
      if (isAsked) return;
      started.warm();
      // Only what was compiled before any snippet ran is for others.
      if (left === warmUps && compiled) send(said.compiled, compiled());
      if (left > 1) setTimeout(warm, warmUpMs, left - 1);
    };
    setTimeout(warm, warmUpMs, warmUps);
  } catch (error) {
    sendJson(said.failed, { detail: lastLine(error) });
  }
}

void main();
