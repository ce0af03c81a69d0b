/** The wall around the built-in Python: arbitrary JavaScript in its realm gets nothing, and its process is let do nothing. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { startBuiltinProcess } from '../../src/python/builtin';
import { builtinPaths } from '../support/runtimes';
import { allRuntimes } from './support';

const wanted = allRuntimes().some(({ builtin }) => builtin);

interface Seen {
  /** What came of each attempt in the realm, by its source: a value as text, or `threw: …`. */
  readonly realm: Readonly<Record<string, string>>;
  /** Paths from the realm's global to anything whose prototypes are not the realm's own. */
  readonly strangers: readonly string[];
  readonly reached: number;
  /** What came of each attempt by Node's own means, outside the realm. */
  readonly host: Readonly<Record<string, string>>;
  readonly environment: readonly string[];
}

/** Arbitrary JavaScript that would be worth something to whoever could run it. */
const attempts: readonly string[] = [
  'typeof process',
  'typeof require',
  'typeof module',
  'typeof Buffer',
  'typeof setImmediate',
  'typeof WebSocket',
  'typeof Worker',
  'typeof SharedWorker',
  'typeof XMLHttpRequest',
  'typeof Deno',
  'typeof global',
  'eval("1")',
  'Function("return 1")()',
  'new Function("return process")()',
  'this.constructor.constructor("return process")()',
  'globalThis.constructor.constructor("return process")()',
  '(async () => {}).constructor("return process")()',
  '(function* () {}).constructor("return process")()',
  '(async function* () {}).constructor("return process")()',
  'Reflect.construct(Function, ["return process"])()',
  'console.log.constructor("return process")()',
  'performance.now.constructor("return process")()',
  'crypto.getRandomValues.constructor("return process")()',
  'crypto.getRandomValues(new Uint8Array(8)).constructor.constructor("return process")()',
  'fetch("file:///etc/passwd").constructor.constructor("return process")()',
  'setTimeout("process.exit()")',
  '(() => { try { null.x } catch (e) { return e.constructor.constructor("return process")() } })()',
  '(() => { const f = () => { try { f() } catch (e) { return e.constructor.constructor("return process")() } }; return f() })()',
  '(() => { const deep = () => { try { return deep() } catch (e) { return performance.now() } }; return typeof deep() })()',
  '(() => { const own = (v) => v === undefined || v instanceof Object; Error.prepareStackTrace = (e, sites) => sites.every((s) => own(s.getThis()) && own(s.getFunction())); try { return new Error().stack ? "number" : "a stranger" } finally { delete Error.prepareStackTrace } })()',
  '(() => { Error.prepareStackTrace = (e, sites) => sites.constructor.constructor("return process")(); try { return new Error().stack } finally { delete Error.prepareStackTrace } })()',
  '(() => { Error.prepareStackTrace = (e, sites) => sites[0].constructor.constructor("return process")(); try { return new Error().stack } finally { delete Error.prepareStackTrace } })()',
  'import("node:fs").constructor.constructor("return process")()',
  'Object.getPrototypeOf(import("node:fs")).constructor.constructor("return process")()',
  'new WebAssembly.Memory({ initial: 1 }).grow.constructor("return process")()',
  'WebAssembly.compile(new Uint8Array(1)).constructor.constructor("return process")()',
  'new Proxy({}, {}).constructor.constructor("return process")()',
  'Symbol.for("nodejs.util.inspect.custom").description.constructor.constructor("return process")()',
  'new ShadowRealm().evaluate("1")',
  'Array.fromAsync ? Array.fromAsync([]).constructor.constructor("return process")() : f',
];

(wanted ? describe : describe.skip)('the wall around the built-in Python', function () {
  this.timeout(300_000);
  let folder = '';
  let outside = '';
  let seen: Seen;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'walls-'));
    outside = mkdtempSync(join(tmpdir(), 'outside-'));
    writeFileSync(join(outside, 'secret'), 'nobody-reads-this');
    cpSync(join(builtinPaths().builtinPath, 'realm.js'), join(folder, 'realm.js'));
    // In the place of the process's own script, one that tries what it can.
    buildSync({
      entryPoints: [join(__dirname, 'wallsProbe.ts')],
      outfile: join(folder, 'process.cjs'),
      bundle: true,
      platform: 'node',
      target: 'node20',
      define: { ATTEMPTS: JSON.stringify(attempts), OUTSIDE: JSON.stringify(outside) },
      logLevel: 'error',
    });
    seen = await probe();
  });

  after(() => {
    rmSync(folder, { recursive: true });
    rmSync(outside, { recursive: true });
  });

  async function probe(): Promise<Seen> {
    const child = startBuiltinProcess({ ...builtinPaths(), builtinPath: folder });
    let output = '';
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString('utf8')));
    await new Promise((resolve) => child.process.on('close', resolve));
    assert.notEqual(output, '', complaint);
    return JSON.parse(output) as Seen;
  }

  it('has nothing for arbitrary JavaScript inside', () => {
    assert.equal(Object.keys(seen.realm).length, attempts.length);
    for (const [source, outcome] of Object.entries(seen.realm)) {
      assert.match(
        outcome,
        /^(undefined|number|0|threw: .*|(undefined,undefined;?)+)$/u,
        `${source} gave ${outcome}`,
      );
    }
  });

  it('shows nothing of its host’s, however far one goes from its global', () => {
    assert.deepEqual(seen.strangers, []);
    assert.ok(seen.reached > 500, `only ${String(seen.reached)} objects were looked at`);
  });

  it('lets its process do nothing, by Node’s own means', () => {
    for (const [what, outcome] of Object.entries(seen.host)) {
      assert.match(
        outcome,
        /^threw: .*(ERR_ACCESS_DENIED|EvalError|not defined|restricted)/u,
        `${what}: ${outcome}`,
      );
    }
    assert.deepEqual(readdirSync(outside), ['secret']);
    assert.equal(readFileSync(join(outside, 'secret'), 'utf8'), 'nobody-reads-this');
    assert.deepEqual(readdirSync(folder).sort(), ['process.cjs', 'realm.js']);
  });

  it('hands over no environment', () => {
    // What the shell sets by itself says nothing.
    assert.deepEqual(
      seen.environment.filter((name) => !['PWD', 'OLDPWD', 'SHLVL', '_', 'SystemRoot'].includes(name)),
      [],
    );
  });
});
