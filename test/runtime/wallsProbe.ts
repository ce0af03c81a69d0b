/** Runs in the process of the built-in Python, in the place of its own script, and tries what it can. */
import { execSync, fork, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { BareRealm } from '../../src/python/bareRealm';

declare const ATTEMPTS: readonly string[];
declare const OUTSIDE: string;

function outcome(action: () => unknown): string {
  try {
    return String(action());
  } catch (error) {
    const { name, code, message } = error as { name?: string; code?: string; message?: string };
    return `threw: ${String(name)} ${String(code)} ${String(message)}`.split('\n')[0] ?? '';
  }
}

/** Looks at everything that can be reached from the global, and names what is not the realm's own. */
const walk = `(() => {
  const seen = new Set(), strangers = [];
  const todo = [[globalThis, 'globalThis']];
  const own = (value) => {
    let at = value;
    for (let i = 0; i < 50; i++) {
      const next = Object.getPrototypeOf(at);
      if (next === null) return at === Object.prototype || !(typeof value === 'function') || at === Function.prototype;
      at = next;
    }
    return false;
  };
  while (todo.length > 0) {
    const [value, path] = todo.pop();
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) continue;
    seen.add(value);
    let top = value;
    while (Object.getPrototypeOf(top) !== null) top = Object.getPrototypeOf(top);
    if (top !== Object.prototype && !(top === value)) strangers.push(path);
    todo.push([Object.getPrototypeOf(value), path + '.__proto__']);
    for (const key of Reflect.ownKeys(value)) {
      const member = Object.getOwnPropertyDescriptor(value, key);
      for (const part of ['value', 'get', 'set']) todo.push([member[part], path + '.' + String(key)]);
    }
  }
  return JSON.stringify({ strangers, reached: seen.size });
})()`;

function main(): void {
  const realm = new BareRealm();
  realm.evaluate(readFileSync(join(__dirname, 'realm.js'), 'utf8'));
  const secret = join(OUTSIDE, 'secret');
  const target = join(OUTSIDE, 'made');
  const inside = join(__dirname, 'made');
  const host: Record<string, () => unknown> = {
    'read a file': () => readFileSync(secret, 'utf8'),
    'read the machine’s files': () => readFileSync('/etc/passwd', 'utf8'),
    'list a folder': () => readdirSync(OUTSIDE),
    'write a file': () => {
      writeFileSync(target, '');
    },
    'write into its own folder': () => {
      writeFileSync(inside, '');
    },
    'make a folder': () => {
      mkdirSync(target);
    },
    'remove a file': () => {
      rmSync(secret);
    },
    'link a file in': () => {
      symlinkSync(secret, inside);
    },
    'run a command': () => execSync(`touch ${target}`),
    'start a process': () => spawnSync('touch', [target]).error ?? 'started',
    'start a Node': () => fork(join(__dirname, 'process.cjs')).pid,
    'start a thread': () => new Worker(join(__dirname, 'process.cjs')),
    'make code of text': () => (0, eval)('1') as unknown,
    'make a function of text': () => Reflect.construct(Function, ['return 1']),
  };
  const attempt = (source: string): [string, string] => [source, outcome(() => realm.evaluate(source))];
  const report = {
    realm: Object.fromEntries(ATTEMPTS.map(attempt)),
    ...(JSON.parse(String(realm.evaluate(walk))) as object),
    host: Object.fromEntries(Object.entries(host).map(([what, action]) => [what, outcome(action)])),
    environment: Object.keys(process.env),
  };
  // Rejections of promises that nobody waits for are part of the attempts.
  process.on('unhandledRejection', () => undefined);
  process.stdout.write(JSON.stringify(report), () => process.exit(0));
}

main();
