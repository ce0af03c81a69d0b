/** What authors of exercises break, written down before it was tried: each with what its author must be told. */

type Change = string | Uint8Array | null | ((text: string) => string);

/** A course with something wrong in it, beside an exercise that is whole. */
export interface Broken {
  readonly name: string;
  /** New content by file; null removes a file or a folder. */
  readonly files?: Readonly<Record<string, Change>>;
  /** Folders that are made, in the place of a file of that name if there is one. */
  readonly folders?: readonly string[];
  /** Links, by name, to where they lead. */
  readonly links?: Readonly<Record<string, string>>;
  /** What is told; null where nothing is wrong after all. */
  readonly told: { readonly file: string; readonly line: number | null; readonly says: RegExp } | null;
  /** The exercises that must be sound all the same; the network's when left out. */
  readonly sound?: readonly string[];
}

const both = ['huber-loss', 'sigmoid-regression'];
const only = ['huber-loss'];
const yaml = 'huber-loss/exercise.yaml';
const netYaml = 'sigmoid-regression/exercise.yaml';
const solution = 'huber-loss/solution.py';
const mistakes = 'huber-loss/mistakes.py';
const text = 'huber-loss/text.en.md';
const starter = 'huber-loss/starter.py';

const swap =
  (from: string | RegExp, to: string) =>
  (before: string): string =>
    before.replace(from, to);

const inYaml = (name: string, from: string | RegExp, to: string, line: number, says: RegExp): Broken => ({
  name,
  files: { [yaml]: swap(from, to) },
  told: { file: yaml, line, says },
});

const inNetwork = (name: string, from: string | RegExp, to: string, line: number, says: RegExp): Broken => ({
  name,
  files: { [netYaml]: swap(from, to) },
  told: { file: netYaml, line, says },
  sound: only,
});

const inSolution = (
  name: string,
  from: string | RegExp,
  to: string,
  line: number | null,
  says: RegExp,
): Broken => ({
  name,
  files: { [solution]: swap(from, to) },
  told: { file: solution, line, says },
});

const inMistakes = (name: string, from: string | RegExp, to: string, line: number, says: RegExp): Broken => ({
  name,
  files: { [mistakes]: swap(from, to) },
  told: { file: mistakes, line, says },
});

const inText = (
  name: string,
  from: string | RegExp,
  to: string,
  line: number | null,
  says: RegExp,
): Broken => ({
  name,
  files: { [text]: swap(from, to) },
  told: { file: text, line, says },
});

/** In the encoding that Windows in Korea uses: “후버 손실”. */
const korean949 = Buffer.from('c8c4b9f620bcd5bdc7', 'hex');

const toCrlf = (before: string): string => before.replaceAll('\n', '\r\n');

const chapters: readonly Broken[] = [
  {
    name: 'a folder without chapter.yaml is read exercise by exercise',
    files: { 'chapter.yaml': null },
    told: null,
    sound: both,
  },
  {
    name: 'neither chapter.yaml nor exercise.yaml',
    files: { 'chapter.yaml': null, [yaml]: null, [netYaml]: null },
    told: { file: '', line: null, says: /no chapter\.yaml and no exercise\.yaml here: see/ },
    sound: [],
  },
  {
    name: 'an empty chapter.yaml',
    files: { 'chapter.yaml': '' },
    told: { file: 'chapter.yaml', line: 1, says: /empty|write .*id/i },
    sound: [],
  },
  {
    name: 'a chapter that lists what is not there',
    files: { 'chapter.yaml': swap('[huber-loss', '[huber, huber-loss') },
    told: { file: 'chapter.yaml', line: 4, says: /huber: there is no folder of this name/ },
    sound: both,
  },
  {
    name: 'a folder that the chapter does not list',
    files: { 'chapter.yaml': swap('[huber-loss, ', '[') },
    told: { file: 'chapter.yaml', line: 4, says: /huber-loss is not in the list/ },
  },
  {
    name: 'an exercise listed twice',
    files: { 'chapter.yaml': swap('[huber-loss, ', '[huber-loss, huber-loss, ') },
    told: { file: 'chapter.yaml', line: 4, says: /huber-loss .*twice/ },
  },
  {
    name: 'exercises that are one word',
    files: { 'chapter.yaml': swap(/exercises: .*/, 'exercises: huber-loss') },
    told: { file: 'chapter.yaml', line: 4, says: /exercises: expected .*ids/ },
    sound: [],
  },
  {
    name: 'one id in two chapters',
    files: {
      'chapter.yaml': null,
      'one/chapter.yaml': 'id: one\ntitle: One\nabout: One.\nexercises: [huber-loss]\n',
      'one/huber-loss/exercise.yaml': 'id: huber-loss\n',
    },
    told: { file: 'one/huber-loss/exercise.yaml', line: 1, says: /title is missing: write/ },
    sound: [],
  },
];

const yamls: readonly Broken[] = [
  {
    name: 'no exercise.yaml',
    files: { [yaml]: null },
    told: { file: yaml, line: null, says: /file is missing/ },
  },
  {
    name: 'an empty exercise.yaml',
    files: { [yaml]: '' },
    told: { file: yaml, line: 1, says: /empty|write .*id/i },
  },
  {
    name: 'an exercise.yaml that is a list',
    files: { [yaml]: '- id: huber-loss\n- title: x\n' },
    told: { file: yaml, line: 1, says: /expected .*key/i },
  },
  {
    name: 'an exercise.yaml that is a folder',
    folders: [yaml],
    told: { file: yaml, line: null, says: /folder|missing/ },
  },
  inYaml('a tab before a key', '  A: [m, n]', '\tA: [m, n]', 5, /not YAML.*tab/is),
  inYaml('a bracket that is not closed', '[loss, dA]', '[loss, dA', 9, /not YAML/),
  inYaml('a key that nobody knows', 'function:', 'functon:', 3, /there is no such key/),
  inYaml('a key that is missing', /function: .*\n/, '', 1, /function is missing: write/),
  inYaml('an id that is a number', 'id: huber-loss', 'id: 12', 1, /id: expected an id of small letters/),
  inYaml('an id in capitals', 'id: huber-loss', 'id: Huber-Loss', 1, /small letters/),
  inYaml('an id that is not its folder’s', 'id: huber-loss', 'id: huber', 1, /folder's name is huber-loss/),
  inYaml('a key twice', 'function: huber_loss\n', 'function: huber_loss\nfunction: huber\n', 4, /unique/i),
  inYaml('a kind that nobody knows', 'A: [m, n]', 'A: gaussian [m, n]', 5, /expected one of/),
  inYaml('a size that is not given', 'A: [m, n]', 'A: [m, q]', 11, /has the size q, which is not given/),
  inYaml('a bracket in a size', 'A: [m, n]', 'A: "[(m, n]"', 5, /bracket/),
  inYaml('a negative size', 'm: 4', 'm: -4', 11, /whole number of 1 or more/),
  inYaml('half a sample', 'm: 4', 'm: 4.5', 11, /whole number/),
  inYaml('a size in words', 'm: 4', 'm: four', 11, /whole number/),
  inYaml('a size that is far too large', 'm: 9', 'm: 900', 12, /up to 64/),
  inYaml('no sizes at all', /sizes:[\s\S]*/, '', 1, /sizes is missing/),
  inYaml('nothing that comes back', 'returns: [loss, dA]', 'returns: []', 8, /at least one name/),
  inYaml('the gradient of nothing', '{ dA: A }', '{ dB: A }', 9, /dB does not come back/),
  inYaml('a gradient by nothing', '{ dA: A }', '{ dA: B }', 9, /B is no parameter/),
  inYaml('a loss that does not come back', 'loss: loss', 'loss: cost', 9, /cost does not come back/),
  inYaml('a loss.py that is not there', 'loss: loss', 'loss: loss.py', 9, /there is no loss\.py/),
  inYaml('given without inputs.py', 'A: [m, n]', 'A: given', 5, /inputs\.py/),
  inYaml('a function without check.py', 'A: [m, n]', 'A: function', 5, /check\.py/),
  inYaml('a range that ends before it begins', '0.4 to 0.8', '0.8 to 0.4', 7, /ends before it begins/),
  inYaml('labels without classes', 'A: [m, n]', 'A: labels [m, n]', 5, /number of classes/),
  inYaml('an own value in another shape', 'sizes:', 'shown: { A: [[1, 2]] }\nsizes:', 10, /shape \(1, 2\)/),
  inYaml('rows of unequal lengths', 'sizes:', 'shown: { A: [[1, 2], [3]] }\nsizes:', 10, /equally long/),
  inYaml('after itself', 'function:', 'after: [huber-loss]\nfunction:', 3, /after: .*itself/),
  inYaml('after what is not there', 'function:', 'after: [huber]\nfunction:', 3, /after: .*huber/),
  {
    name: 'two that come after each other',
    files: {
      [yaml]: swap('function:', 'after: [sigmoid-regression]\nfunction:'),
      [netYaml]: swap('function:', 'after: [huber-loss]\nfunction:'),
    },
    told: { file: yaml, line: 3, says: /after: .*sigmoid-regression.*huber-loss|circle/ },
    sound: [],
  },
  {
    name: 'names for names for names',
    files: {
      [yaml]: `a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c]\n`,
    },
    told: { file: yaml, line: 1, says: /alias|no such key|missing/i },
  },
];

const networks: readonly Broken[] = [
  inNetwork('an activation that nobody knows', 'tanh', 'tahn', 5, /one of relu, .*tanh/),
  inNetwork('a negative number of units', 'units: n_hidden', 'units: -3', 5, /units: expected a symbol/),
  inNetwork('units that are no name', 'units: n_hidden', 'units: "3 4"', 5, /units: expected a symbol/),
  inNetwork('a loss that nobody knows', 'squared-error', 'squared', 6, /one of squared-error/),
  inNetwork('a loss that its output cannot take', 'squared-error', 'cross-entropy', 6, /softmax/),
  inNetwork(
    'sizes beside a network',
    /$/,
    'sizes: { shown: { m: 4 }, distinct: { m: 11 } }\n',
    10,
    /leave it out/,
  ),
  inNetwork(
    'one layer',
    /layers: .*/,
    'layers: [{ units: n_out, activation: tanh }]',
    5,
    /two or three layers/,
  ),
  inNetwork('an array of no layer', 'dW2, db2]', 'dW3, db2]', 9, /dW3/),
  inNetwork('an argument of no layer', '[X, Y,', '[X, Y, Q,', 8, /Q: no array of this network/),
  inNetwork('a penalty whose rate is not given', ', lam]', ']', 9, /lam.*among the parameters/),
];

const texts: readonly Broken[] = [
  {
    name: 'no text',
    files: { [text]: null },
    told: { file: text, line: null, says: /file is missing/ },
  },
  inText('a hint that is missing', /### Term[\s\S]*?### Masked/, '### Masked', 20, /Hints are missing: term/),
  inText('hints in another order', /### Symptom/, '### Zzz', 22, /is no hint/),
  inText('a heading that nobody knows', '## Next', '## What next', 49, /no heading/),
  inText('an equation without TeX', /\$\$ \[dA\][^\n]*\n/, '', 14, /dA has no \$\$/),
  inText('a list in the prose', 'A parabola', '- A parabola', 28, /no lists/),
  inText('markup in the prose', 'A parabola', 'A <b>parabola</b>', 28, /no HTML/),
  inText('nothing masked', /___/g, 'x', 34, /needs a ```python block with ___/),
  inText(
    'the solution in a hint',
    'A parabola',
    '`error = A - Y`, `size = np.abs(error)`. A',
    26,
    /line of the solution/,
  ),
  inText('a term that is no name', '[delta] (|e|', '[dleta] (|e|', 10, /\[dleta\]/),
];

const pythons: readonly Broken[] = [
  {
    name: 'no solution',
    files: { [solution]: null },
    told: { file: solution, line: null, says: /missing: it holds/ },
  },
  {
    name: 'an empty solution',
    files: { [solution]: '\n' },
    told: { file: solution, line: null, says: /empty/ },
  },
  inSolution('a solution that does not parse', 'delta):', 'delta)', 4, /expected ':'/),
  inSolution('a solution that raises', 'm = A.shape[0]', 'm = A.shape[7]', 5, /sizes\.shown: .*index/),
  inSolution('a solution that raises when it is read', 'import numpy as np', 'import nump as np', 1, /nump/),
  inSolution('a solution without the function', 'def huber_loss', 'def huber', null, /huber_loss/),
  inSolution('a solution with other parameters', '(A, Y, delta)', '(A, Y)', 4, /delta|argument|parameter/),
  inSolution(
    'a solution that never ends',
    'm = A',
    'while True: pass\n    m = A',
    5,
    /not end|within|seconds|time/,
  ),
  inSolution(
    'a solution that prints without end',
    'm = A',
    'while True: print(1)\n    m = A',
    5,
    /finish|printed/,
  ),
  inSolution(
    'a solution that takes all memory',
    'm = A',
    'np.zeros((50000, 50000))\n    m = A',
    5,
    /memory/i,
  ),
  inSolution(
    'a solution that draws',
    'dA = np.clip(error, -delta, delta)',
    'dA = np.clip(error, -delta, delta) * np.random.rand()',
    10,
    /second call|another time|not the gradient/,
  ),
  inSolution(
    'a solution that changes what it is given',
    'error = A - Y',
    'A -= Y; error = A',
    6,
    /changes|changed/,
  ),
  inSolution(
    'a solution that returns one thing too few',
    'return loss, dA',
    'return loss',
    11,
    /must return loss, dA/,
  ),
  inSolution('a solution that returns a text', 'return loss, dA', 'return loss, "dA"', 11, /numbers, arrays/),
  inSolution('a gradient that is none', 'delta) / m', 'delta)', 10, /dA is not the gradient/),
  inSolution('a gradient in another shape', 'delta) / m', 'delta)[0] / m', 10, /dA has not the shape/),
  inSolution('a gradient that is not finite', 'delta) / m', 'delta) / (m - m)', 10, /not finite/),
  { name: 'no starter', files: { [starter]: null }, told: { file: starter, line: null, says: /missing/ } },
  {
    name: 'a starter without a blank',
    files: { [starter]: swap('loss = ...\n    dA = ...', 'loss = 0\n    dA = A') },
    told: { file: starter, line: 8, says: /unimplemented \(its blanks are \.\.\.\)/ },
  },
  inMistakes(
    'mistakes that do not parse',
    'def slope_not_clipped(',
    'def slope_not_clipped((',
    4,
    /invalid|closed|syntax/i,
  ),
  inMistakes('a mistake that raises', 'dA = (A - Y)', 'dA = A.shape[5] * A', 4, /raises on all sizes/),
  inMistakes(
    'a mistake that changes nothing',
    'dA = (A - Y)',
    'dA = np.clip(A - Y, -delta, delta)',
    4,
    /cannot be seen/,
  ),
  inMistakes(
    'a mistake under two names',
    /np\.where\(.*np\.sign\(error\)\)/,
    'error',
    12,
    /same numbers as slope_not_clipped/,
  ),
  inMistakes('a mistake without a mark', 'A.shape[0]  # <-', 'A.shape[0]', 4, /marks no line/),
  inMistakes(
    'a mark that is never reached',
    / {4}dA = \(A - Y\).*# <-/,
    '    if delta < 0:\n        return 0.0, A  # <-\n    dA = (A - Y) / A.shape[0]',
    9,
    /never|not reached/,
  ),
  inMistakes('a code in capitals', '"""en: ', '"""code: Slope\n    en: ', 4, /no code/),
  inMistakes(
    'a mistake without end',
    'loss, _ = huber_loss(A, Y, delta)',
    'while True: pass',
    7,
    /not end|within|seconds|time/,
  ),
  {
    name: 'mistakes without a sentence',
    files: { [mistakes]: 'def slip(A, Y, delta):\n    return 0.0, A\n' },
    told: { file: mistakes, line: 1, says: /No function here is a mistake: begin the sentence/ },
  },
  {
    name: 'a faulty snippet that says nothing',
    files: { 'huber-loss/faulty/squared.py': swap(/# expect.*\n/, '') },
    told: { file: 'huber-loss/faulty/squared.py', line: 1, says: /first line says what is expected/ },
  },
  {
    name: 'a right snippet that is wrong',
    files: { 'huber-loss/correct/loop.py': swap('e * e / 2', 'e * e') },
    told: { file: 'huber-loss/correct/loop.py', line: 7, says: /This is right, and it is told/ },
  },
  {
    name: 'inputs.py that raises',
    files: {
      [yaml]: swap('A: [m, n]', 'A: given'),
      'huber-loss/inputs.py':
        'import numpy as np\n\n\ndef inputs(rng, m, n):\n    return {"A": rng.nothing(m, n)}\n',
    },
    told: { file: 'huber-loss/inputs.py', line: 5, says: /nothing/ },
  },
  {
    name: 'inputs.py that gives another name',
    files: {
      [yaml]: swap('A: [m, n]', 'A: given'),
      'huber-loss/inputs.py':
        'import numpy as np\n\n\ndef inputs(rng, m, n):\n    return {"B": rng.randn(m, n)}\n',
    },
    told: { file: 'huber-loss/inputs.py', line: null, says: /gives no “A”/ },
  },
];

const onDisk: readonly Broken[] = [
  {
    name: 'exercise.yaml in the encoding of Windows in Korea',
    files: { [yaml]: Buffer.concat([Buffer.from('id: huber-loss\ntitle: '), korean949, Buffer.from('\n')]) },
    told: { file: yaml, line: 2, says: /UTF-8/ },
  },
  {
    name: 'a text in the encoding of Windows in Korea',
    files: { [text]: Buffer.concat([Buffer.from('## Idea\n\n'), korean949, Buffer.from('\n')]) },
    told: { file: text, line: 3, says: /UTF-8/ },
  },
  {
    name: 'a solution of two megabytes',
    files: { [solution]: (before) => before + '# filler\n'.repeat(240_000) },
    told: { file: solution, line: null, says: /too large|larger/ },
  },
  {
    name: 'names in Korean',
    files: { 'huber-loss/correct/루프.py': 'def huber_loss(A, Y, delta):\n    return 1\n' },
    told: { file: 'huber-loss/correct/루프.py', line: 2, says: /This is right, and it is told/ },
  },
  {
    name: 'links that go round in a circle',
    links: { 'huber-loss/again': '..', round: 'round' },
    told: null,
    sound: both,
  },
  {
    name: 'line ends of Windows',
    files: Object.fromEntries(
      ['chapter.yaml', yaml, text, solution, starter, mistakes, 'huber-loss/faulty/squared.py'].map(
        (name) => [name, toCrlf],
      ),
    ),
    told: null,
    sound: both,
  },
  {
    name: 'byte order marks',
    files: Object.fromEntries(
      ['chapter.yaml', yaml, text, solution, starter, mistakes, 'huber-loss/faulty/squared.py'].map(
        (name) => [name, (before: string) => `\uFEFF${before}`],
      ),
    ),
    told: null,
    sound: both,
  },
  {
    name: 'tabs in the solution',
    files: { [solution]: (before) => before.replaceAll('    ', '\t') },
    told: null,
    sound: both,
  },
  {
    name: 'a picture that runs something',
    files: {
      'huber-loss/picture.svg':
        '<svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg">\n<script>1</script>\n</svg>\n',
    },
    told: { file: 'huber-loss/picture.svg', line: 2, says: /still and whole/ },
  },
];

export const brokenCourses: readonly Broken[] = [
  ...chapters,
  ...yamls,
  ...networks,
  ...texts,
  ...pythons,
  ...onDisk,
];
