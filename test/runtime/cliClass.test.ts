/** A class as it is handed in: whatever one file or folder is, every other is judged as if it were alone. */
import { strict as assert } from 'node:assert';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cli, collect, Folder, run, runAs, solutionOf, somebody } from './commandLine';

interface Line {
  readonly file: string;
  readonly unrecognised?: string;
  readonly reason?: string;
  readonly takenFor?: string;
  readonly report?: {
    readonly exercise: string;
    readonly verdict: string;
    readonly error: { readonly kind: string } | null;
    readonly diagnoses: readonly { readonly code: string; readonly line: number | null }[];
  };
}

const good = solutionOf('relu');
const cost = solutionOf('cost');
const wrong = 'def relu(x):\n    return x\n';

/** What is told in JSON, under the names of the files in the graded folder. */
function linesIn(out: string, root: string): ReadonlyMap<string, Line> {
  const lines = out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
  const named = new Map(lines.map((line) => [line.file.slice(root.length + 1), line]));
  assert.equal(named.size, lines.length, 'each file is told of once');
  return named;
}

describe('grading a class', function () {
  this.timeout(300_000);
  let folder = '';
  const scratch = new Folder();
  const { write } = scratch;
  /** Grades a subfolder; gives each line under its name there. */
  const gradeJson = async (
    name: string,
    ...options: readonly string[]
  ): Promise<{
    readonly status: number | null;
    readonly lines: ReadonlyMap<string, Line>;
    readonly err: string;
  }> => {
    const root = join(folder, name);
    const { status, out, err } = await run(
      'grade',
      root,
      '--json',
      '--lang',
      'en',
      '--jobs',
      '2',
      ...options,
    );
    return { status, lines: linesIn(out, root), err };
  };
  const verdicts = (lines: ReadonlyMap<string, Line>): Record<string, string> =>
    Object.fromEntries(
      [...lines]
        .map(([name, { report, reason }]): [string, string] => [
          name,
          report ? (report.error?.kind ?? report.diagnoses[0]?.code ?? report.verdict) : (reason ?? ''),
        ])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );

  beforeEach(() => {
    scratch.make();
    folder = scratch.path;
  });
  afterEach(() => {
    scratch.remove();
  });

  it('goes on after files that take all memory, in Python’s words or by themselves', async () => {
    const bodies = [
      'return np.zeros((100000, 100000))',
      'return [0] * 10**9',
      'raise MemoryError',
      'return np.ones((1, 2**33))',
    ];
    bodies.forEach((body, i) => {
      write(`c/${String(i)}/relu.py`, `import numpy as np\ndef relu(x):\n    ${body}\n`);
      write(`c/${String(i)}z/relu.py`, i % 2 === 0 ? good : wrong);
    });
    const { status, lines, err } = await gradeJson('c');
    assert.equal(status, 0, err);
    assert.equal(err, '');
    assert.deepEqual(
      bodies.map((_, i) => [
        lines.get(`${String(i)}/relu.py`)?.report?.error?.kind,
        lines.get(`${String(i)}z/relu.py`)?.report?.verdict,
      ]),
      bodies.map((_, i) => ['memory', i % 2 === 0 ? 'pass' : 'fail']),
    );
  });

  it('exits 3 where one check ran out of memory', async () => {
    const file = write('relu.py', 'def relu(x):\n    raise MemoryError\n');
    const { status, err } = await run('check', file, '--exercise', 'relu');
    assert.equal(status, 3, err);
    assert.equal(err, '');
  });

  it('lists what cannot be read, each with its reason, and judges the rest', async () => {
    write('c/ana/relu.py', good);
    mkdirSync(join(folder, 'c/ben/relu.py'), { recursive: true });
    write('c/ben/relu.py/cost.py', cost);
    mkdirSync(join(folder, 'c/cho'));
    symlinkSync('nowhere.py', join(folder, 'c/cho/relu.py'));
    symlinkSync('cost.py', join(folder, 'c/cho/cost.py'));
    mkdirSync(join(folder, 'c/dan'));
    spawnSync('mkfifo', [join(folder, 'c/dan/relu.py')]);
    truncateSync(write('c/eva/relu.py', ''), 2 ** 30);
    write('c/fei/relu.py', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    write('c/gus/relu.py', Buffer.from([0xff, 0x80, 0xc3, 0x28, 0xfe]));
    write('c/hal/relu.ipynb', '{"not": "a notebook"}');
    write('c/ida/relu.py', '');
    write('c/jon/readme.txt', 'nothing');
    write('c/.git/relu.py', good);
    write('c/kim/.relu.py', good);
    write('c/kim/relu_cost.py', good);
    const { status, lines, err } = await gradeJson('c');
    assert.equal(status, 3, err);
    assert.deepEqual(verdicts(lines), {
      '.git': 'not-looked-into',
      'ana/relu.py': 'pass',
      'ben/relu.py': 'folder',
      'ben/relu.py/cost.py': 'pass',
      'cho/cost.py': 'loop',
      'cho/relu.py': 'broken-link',
      'dan/relu.py': 'special',
      'eva/relu.py': 'too-large',
      'fei/relu.py': 'binary',
      'gus/relu.py': 'not-text',
      'hal/relu.ipynb': 'not-a-notebook',
      'ida/relu.py': 'contract',
      'jon/readme.txt': 'not-an-exercise',
      'kim/.relu.py': 'hidden',
      'kim/relu_cost.py': 'several-exercises',
    });
    for (const { report, unrecognised } of lines.values())
      assert.ok(report ?? (unrecognised ?? '').length > 5);
  });

  it('reads each real file once, and no file or folder outside, wherever the link to it lies', async () => {
    const secret = write('outside/secret.py', 'key = 1 2 3\n');
    write('elsewhere/zoe/relu.py', good);
    write('c/ana/relu.py', good);
    symlinkSync('..', join(folder, 'c/ana/up'));
    symlinkSync('.', join(folder, 'c/ana/here'));
    symlinkSync('/', join(folder, 'c/ana/all'));
    symlinkSync('../ana', join(folder, 'c/aaa'));
    symlinkSync('ana', join(folder, 'c/bbb'));
    mkdirSync(join(folder, 'c/ben'));
    symlinkSync('../ana/relu.py', join(folder, 'c/ben/relu.py'));
    mkdirSync(join(folder, 'c/cho'));
    symlinkSync(secret, join(folder, 'c/cho/relu.py'));
    symlinkSync(join(folder, 'elsewhere/zoe'), join(folder, 'c/zoe'));
    symlinkSync(join(folder, 'elsewhere/zoe/relu.py'), join(folder, 'c/zoe.py'));
    mkdirSync(join(folder, 'c/dan'));
    linkSync(join(folder, 'c/ana/relu.py'), join(folder, 'c/dan/relu.py'));
    const { status, lines } = await gradeJson('c');
    assert.equal(status, 3);
    assert.deepEqual(verdicts(lines), {
      aaa: 'broken-link',
      'ana/all': 'outside',
      'ana/here': 'loop',
      'ana/relu.py': 'pass',
      'ana/up': 'loop',
      bbb: 'same-folder',
      'ben/relu.py': 'same-file',
      'cho/relu.py': 'outside',
      'dan/relu.py': 'pass',
      zoe: 'outside',
      'zoe.py': 'outside',
    });
  });

  it('judges files whose names no text can hold, and shows them so that a terminal obeys nothing', async () => {
    const root = join(folder, 'c');
    mkdirSync(root);
    for (const [name, source] of [
      [Buffer.from([0xb1, 0xe8]), good],
      [Buffer.from('\u001b[31mred\u0007'), wrong],
      [Buffer.from('two\nlines'), good],
      [Buffer.from('김'), good],
    ] as const) {
      const path = Buffer.concat([Buffer.from(`${root}/`), name]);
      mkdirSync(path);
      writeFileSync(Buffer.concat([path, Buffer.from('/relu.py')]), source);
    }
    const { status, lines, err } = await gradeJson('c');
    assert.equal(status, 0, err);
    assert.deepEqual(verdicts(lines), {
      '\u001b[31mred\u0007/relu.py': 'missing-activation',
      '\\xb1\\xe8/relu.py': 'pass',
      'two\nlines/relu.py': 'pass',
      '김/relu.py': 'pass',
    });
    const { out } = await run('grade', root, '--lang', 'en', '--jobs', '2');
    assert.ok(!out.includes('\u001b') && !out.includes('\u0007'), out);
    assert.match(out, /^\\x1b\[31mred\\x07 +✗ missing-activation$/mu);
    assert.match(out, /^two\\nlines +✓$/mu);
  });

  it('decodes what learners’ editors write', async () => {
    const korean = good.replace('def relu', '# 렐루 함수\ndef relu');
    const cp949 = Buffer.from([0x23, 0x20, 0xb7, 0xbb, 0xb7, 0xe7, 0x0a]);
    const utf16 = Buffer.from(`\ufeff${korean}`, 'utf16le');
    write('c/bom/relu.py', `\ufeff${korean}`);
    write('c/le/relu.py', utf16);
    write('c/be/relu.py', Buffer.from(utf16).swap16());
    write('c/cp949/relu.py', Buffer.concat([cp949, Buffer.from(good)]));
    write(
      'c/cookie/relu.py',
      Buffer.concat([Buffer.from('# -*- coding: latin-1 -*-\n# caf\xe9\n', 'latin1'), Buffer.from(good)]),
    );
    write('c/crlf/relu.py', korean.replaceAll('\n', '\r\n'));
    write('c/mac/relu.py', good.replaceAll('\n', '\r'));
    write('c/wrong/relu.py', `\ufeff# 주석\r\n${wrong.replaceAll('\n', '\r\n')}`);
    const { status, lines, err } = await gradeJson('c');
    assert.equal(status, 0, err);
    const { 'wrong/relu.py': mistaken, ...others } = verdicts(lines);
    assert.deepEqual(new Set(Object.values(others)), new Set(['pass']), JSON.stringify(others));
    assert.equal(mistaken, 'missing-activation');
    assert.equal(lines.get('wrong/relu.py')?.report?.diagnoses[0]?.line, 3);
  });

  it('understands names near an exercise’s, and says what it took them for', async () => {
    write('c/ana/Relu.py', good);
    write('c/ben/cost (1).py', cost);
    write('c/cho/cho_relu.py', good);
    write('c/dan/relu - Copy.py', wrong);
    write('c/dan/relu.py', good);
    write('c/eva/Forward2Layer.py', solutionOf('forward-2-layer'));
    write(
      'c/fei/relu.ipynb',
      JSON.stringify({
        cells: [
          { cell_type: 'markdown', source: 'text' },
          { cell_type: 'code', source: ['%matplotlib inline\n', 'import numpy as np\n'] },
          { cell_type: 'code', source: good },
          { cell_type: 'code', source: '%%bash\nls' },
        ],
      }),
    );
    write('c/20231234_kim_relu.py', good);
    write('c/20231235_lee_relu.py', wrong);
    const { status, lines, err } = await gradeJson('c');
    assert.equal(status, 0, err);
    assert.deepEqual(
      Object.fromEntries([...lines].flatMap(([name, { takenFor }]) => (takenFor ? [[name, takenFor]] : []))),
      {
        '20231234_kim_relu.py': 'relu',
        '20231235_lee_relu.py': 'relu',
        'ana/Relu.py': 'relu',
        'ben/cost (1).py': 'cost',
        'cho/cho_relu.py': 'relu',
        'eva/Forward2Layer.py': 'forward-2-layer',
        'fei/relu.ipynb': 'relu',
      },
    );
    assert.equal(lines.get('dan/relu - Copy.py')?.reason, 'another-judged');
    assert.equal(lines.get('dan/relu.py')?.takenFor, undefined);
    const failed = [...lines].filter(([, { report }]) => report && report.verdict !== 'pass');
    assert.deepEqual(
      failed.map(([name]) => name),
      ['20231235_lee_relu.py'],
    );
    const { out } = await run('grade', join(folder, 'c'), '--lang', 'en', '--jobs', '2');
    assert.match(out, /^20231235-lee +✗ missing-activation/mu);
    assert.match(out, /Forward2Layer\.py: forward-2-layer/u);
  });

  it('writes what was asked for, escaped, and nothing else', async () => {
    const nasty = '<img src=x onerror=alert(1)>';
    write(`c/${nasty}/relu.py`, wrong);
    write('c/=1+1/relu.py', good);
    write('c/con/relu.py', good);
    write('c/con/cost.py', 'def compute_cost(A2, Y):\n    raise ValueError("]]></script><b>&\\x1b[0m")\n');
    write('c/CON/relu.py', Buffer.from([0]));
    const place = (name: string): string => join(folder, name);
    write('points.json', '{"relu": 2.5, "cost": 1}');
    const files = [
      '--csv',
      place('o.csv'),
      '--html',
      place('o.html'),
      '--junit',
      place('o.xml'),
      '--feedback',
      place('fb'),
    ];
    const { status, out, err } = await run(
      'grade',
      place('c'),
      ...files,
      '--points',
      place('points.json'),
      '--lang',
      'en',
    );
    assert.equal(status, 3, err);
    assert.match(out, /2 of 4 passed/u);
    assert.deepEqual(readFileSync(place('o.csv'), 'utf8').split('\r\n'), [
      'learner,points,passed,relu verdict,relu code,cost verdict,cost code',
      `${nasty},0,0,fail,missing-activation,,`,
      "'=1+1,2.5,1,pass,,,",
      'con,2.5,1,pass,,error,exception',
      'CON,0,0,unjudged,binary,,',
      '',
    ]);
    const html = readFileSync(place('o.html'), 'utf8');
    assert.ok(!html.includes('<img') && html.includes('&lt;img'));
    assert.ok(!html.includes('</script><b>') && !html.includes('\u001b'));
    assert.match(html, /default-src 'none'/u);
    assert.match(html, /missing-activation/u);
    assert.ok(!/(?:src|href)=["']?(?:https?:)?\/\//u.test(html));
    const xml = readFileSync(place('o.xml'), 'utf8');
    const parsed = spawnSync(
      'python3',
      ['-c', 'import sys, xml.dom.minidom as d; d.parseString(sys.stdin.buffer.read())'],
      {
        input: xml,
      },
    );
    assert.equal(parsed.status, 0, parsed.stderr.toString());
    assert.equal([...xml.matchAll(/<testcase /gu)].length, 5);
    assert.equal([...xml.matchAll(/<failure /gu)].length, 1);
    assert.equal([...xml.matchAll(/<error /gu)].length, 2);
    const notes = readdirSync(place('fb')).sort();
    assert.equal(notes.length, 4);
    assert.equal(new Set(notes.map((name) => name.toLowerCase())).size, 4);
    for (const name of notes) {
      assert.ok(!/^(?:con)\./iu.test(name) && !/[<>:"/\\|?*]/u.test(name), name);
      assert.ok(!readFileSync(join(place('fb'), name), 'utf8').includes('<img'));
    }
  });

  it('refuses before anything is graded what could not be written afterwards', async () => {
    write('c/ana/relu.py', good);
    const c = join(folder, 'c');
    for (const [option, value] of [
      ['--csv', join(folder, 'nowhere/o.csv')],
      ['--html', folder],
      ['--feedback', join(c, 'ana/relu.py')],
      ['--points', join(folder, 'no.json')],
      ['--points', write('bad.json', '{"relu": "many"}')],
      ['--points', write('unknown.json', '{"rleu": 1}')],
    ] as const) {
      const { status, err, out } = await run('grade', c, option, value);
      assert.equal(status, 2, `${option} ${value}: ${err}`);
      assert.ok(err.startsWith('backprop-tutor: cannot'), err);
      assert.equal(out, '');
    }
  });

  it('keeps what it has when it is interrupted', async function () {
    if (process.platform === 'win32') this.skip();
    write('c/ana/relu.py', good);
    for (const name of ['ben', 'cho', 'dan'])
      write(`c/${name}/relu.py`, 'def relu(x):\n    while True: pass\n');
    const csv = join(folder, 'o.csv');
    const words = ['grade', join(folder, 'c'), '--jobs', '1', '--timeout', '60', '--lang', 'en'];
    const start = (...more: readonly string[]): ChildProcess =>
      spawn(process.execPath, [cli, ...words, ...more], { stdio: ['ignore', 'pipe', 'pipe'] });
    const child = start('--json', '--csv', csv);
    child.stdout?.once('data', () => child.kill('SIGINT'));
    const { status, out, err } = await collect(child);
    assert.equal(status, 130, err);
    assert.match(out, /ana\/relu\.py.*"verdict":"pass"/u);
    assert.match(err, /Stopped: 1 of 4 files were judged/u);
    assert.match(readFileSync(csv, 'utf8'), /^ana,1,1,pass,\r$/mu);
    // Without JSON nothing is told before the end, so here it may be that not even the first has been judged.
    const table = start();
    setTimeout(() => table.kill('SIGINT'), 4000);
    const told = await collect(table);
    assert.equal(told.status, 130, told.err);
    assert.match(told.out, /^learner[^]*^ana[^]*^Stopped: [01] of 4 files were judged/mu);
  });

  it('tells of a folder and of a file that it may not read', async function () {
    if (process.platform === 'win32') this.skip();
    for (const name of ['ana', 'ben', 'cho']) write(`c/${name}/relu.py`, good);
    const closed = [join(folder, 'c/ana'), join(folder, 'c/ben/relu.py')];
    chmodSync(folder, 0o755);
    for (const path of closed) chmodSync(path, 0);
    // Somebody else than root may not be let into the project's folder either: then there is nothing to start.
    const isLetIn = spawnSync('test', ['-r', cli], somebody).status === 0;
    const words = ['grade', join(folder, 'c'), '--json', '--lang', 'en'];
    const outcome = isLetIn ? await runAs(somebody, '', ...words) : null;
    for (const path of closed) chmodSync(path, 0o700);
    if (!outcome) this.skip();
    assert.equal(outcome.status, 3, outcome.err);
    assert.deepEqual(verdicts(linesIn(outcome.out, join(folder, 'c'))), {
      ana: 'unreadable-folder',
      'ben/relu.py': 'unreadable',
      'cho/relu.py': 'pass',
    });
  });

  it('ends quietly when its reader has seen enough', async () => {
    for (let i = 0; i < 12; i++) write(`c/${String(i)}/relu.py`, good);
    for (const [command, left] of [
      [`grade ${join(folder, 'c')} --jobs 2 --json`, 'head -n 1'],
      ['exercises --json', 'true'],
      [`check ${join(folder, 'c/0/relu.py')} --exercise relu`, 'true'],
    ] as const) {
      const child = spawn('sh', ['-c', `${process.execPath} ${cli} ${command} | ${left}`]);
      const { err } = await collect(child);
      assert.equal(err, '', command);
    }
    assert.ok(existsSync(join(folder, 'c')));
  });
});
