/**
 * Slips of the pen: every way in which one place of a program's text can be written wrongly, by what kind of thing
 * stands there. They know nothing of the exercise; what a slip comes to, the check of the changed program says.
 */
import { readName } from '../network/arrayName';
import { at, callOf, exchanged, keep, operand, put, replaced, withSlip, type Rule, type Slip } from './edits';
import { functionOf, isWritten, Program, type SyntaxNode } from './program';

/** Functions that are easily taken for one another. */
const siblings: Readonly<Record<string, readonly string[]>> = {
  sum: ['mean'],
  mean: ['sum'],
  max: ['min', 'mean'],
  argmax: ['argmin'],
  maximum: ['minimum'],
  minimum: ['maximum'],
  randn: ['rand'],
  zeros: ['ones'],
  zeros_like: ['ones_like'],
  ones: ['zeros'],
  dot: ['multiply'],
  outer: ['dot'],
  log: ['log1p', 'exp'],
  exp: ['log', 'expm1'],
  sqrt: ['square'],
  square: ['abs', 'sqrt'],
  tanh: ['sinh'],
};

/** Calls that are not there for their value's own sake. */
const counting: readonly string[] = [
  'len',
  'range',
  'enumerate',
  'zip',
  'reversed',
  'print',
  'seed',
  'isinstance',
];

const rules: Readonly<Record<string, Rule>> = {
  'factor-dropped': at(['*', '/'], ({ left, operator, right }, program, node) =>
    (program.text(operator) === '*' ? [left, right] : [left]).map((part) => keep(node, part, program)),
  ),
  'term-dropped': at(['+', '-'], ({ left, right }, program, node) =>
    [left, right].map((part) => keep(node, part, program)),
  ),
  'power-dropped': at(['**'], ({ left }, program, node) => [keep(node, left, program)]),
  'sign-flipped': (node, program) => {
    const text = program.text(node);
    if (node.name === 'UpdateOp' && (text === '+=' || text === '-='))
      return [put(node, text === '+=' ? '-=' : '+=')];
    const value = node.lastChild;
    if (node.name === 'UnaryExpression' && text.startsWith('-') && value) return [keep(node, value, program)];
    return replaced({ '+': ['-'], '-': ['+'] })(node, program);
  },
  'operator-mixed-up': replaced({ '*': ['+', '/'], '/': ['*'], '@': ['*'], '**': ['*'] }),
  'comparison-turned': replaced({
    '>': ['<', '>='],
    '<': ['>', '<='],
    '>=': ['<', '>'],
    '<=': ['>', '<'],
    '==': ['!='],
    '!=': ['=='],
  }),
  'operands-exchanged': at(['-', '/', '@'], ({ left, right }, program) => [
    exchanged(left, right, program, operand(program)),
  ]),
  'arguments-exchanged': (node, program) => {
    const given = callOf(node, program)?.given.filter(({ keyword }) => keyword === null) ?? [];
    return given.slice(1).flatMap(({ value }, i) => {
      const before = given[i]?.value;
      return before ? [exchanged(before, value, program)] : [];
    });
  },
  'parentheses-dropped': (node, program) =>
    node.name === 'ParenthesizedExpression' && node.parent?.name === 'BinaryExpression'
      ? [put(node, program.text(node).slice(1, -1))]
      : [],
  'transpose-dropped': (node, program) => {
    const [of, property] = [node.firstChild, node.getChild('PropertyName')];
    return node.name === 'MemberExpression' && of && property && program.text(property) === 'T'
      ? [put(node, program.text(of))]
      : [];
  },
  transposed: at(['@'], ({ left, right }, program) =>
    [left, right]
      .filter(({ name }) => name === 'VariableName')
      .map((part) => put(part, `${program.text(part)}.T`)),
  ),
  'axis-changed': (node, program) =>
    (callOf(node, program)?.given ?? []).flatMap(({ keyword, value }) =>
      keyword === 'axis' ? [put(value, program.text(value) === '0' ? '1' : '0')] : [],
    ),
  'argument-dropped': (node, program) =>
    (callOf(node, program)?.given ?? []).flatMap(({ keyword, value, from }, i) =>
      keyword === null || i === 0
        ? []
        : [{ from: program.source.lastIndexOf(',', from), to: value.to, insert: '' }],
    ),
  'function-dropped': (node, program) => {
    const call = callOf(node, program);
    const [first, ...others] = call?.given ?? [];
    if (!call || first?.keyword !== null || others.some(({ keyword }) => keyword === null)) return [];
    const name = program.text(call.called).split('.').at(-1) ?? '';
    return counting.includes(name) ? [] : [keep(node, first.value, program)];
  },
  'function-mixed-up': (node, program) => {
    if (node.name === 'PropertyName')
      return (siblings[program.text(node)] ?? []).map((other) => put(node, other));
    const call = callOf(node, program);
    if (!call) return [];
    const count = program.functions.get(program.text(call.called));
    if (count === undefined) return [];
    return [...program.functions]
      .filter(([name, parameters]) => parameters === count && name !== program.text(call.called))
      .map(([name]) => put(call.called, name));
  },
  'name-mixed-up': (node, program) => {
    if (node.name !== 'VariableName' || isWritten(node) || isKeyword(node)) return [];
    const name = program.text(node);
    const names = program.namesAt(node);
    return names.includes(name)
      ? names.filter((other) => isLike(name, other)).map((other) => put(node, other))
      : [];
  },
  'number-changed': (node, program) => {
    const text = program.text(node);
    if (node.name !== 'Number' || !/^\d{1,3}$/.test(text)) return [];
    const number = Number(text);
    return [number + 1, number - 1].filter((other) => other >= 0).map((other) => put(node, String(other)));
  },
  'not-collected': (node, program) =>
    node.name === 'UpdateOp' && program.text(node) === '+=' ? [put(node, '=')] : [],
  'statement-dropped': (node, program) => {
    if (!isStatement(node) || !canGo(node, program)) return [];
    const from = program.source.lastIndexOf('\n', node.from) + 1;
    return [{ from, to: program.source.indexOf('\n', node.to) + 1, insert: '' }];
  },
  'statements-exchanged': (node, program) => {
    const next = node.nextSibling;
    return next &&
      isStatement(node) &&
      isStatement(next) &&
      !program.source.slice(node.to, next.from).includes('\n\n')
      ? [exchanged(node, next, program)]
      : [];
  },
  'results-exchanged': (node, program) => {
    if (node.name !== 'ReturnStatement') return [];
    const values = node.getChildren('VariableName');
    return values.slice(1).flatMap((value, i) => {
      const before = values[i];
      return before ? [exchanged(before, value, program)] : [];
    });
  },
};

/** What an array of a network is easily taken for: the same of another layer, and what it is made of or makes. */
const alike: Readonly<Record<string, readonly string[]>> = {
  Z: ['A'],
  A: ['Z'],
  dZ: ['dA', 'Z'],
  dA: ['dZ'],
  W: ['dW'],
  dW: ['W'],
  b: ['db'],
  db: ['b'],
};

/** Whether one name is easily written for another. Names that are no network's are all alike. */
function isLike(name: string, other: string): boolean {
  const [one, two] = [readName(name), readName(other)];
  if (name === other || (one === null) !== (two === null)) return false;
  if (one === null || two === null) return true;
  return one.role === two.role || (one.layer === two.layer && (alike[one.role] ?? []).includes(two.role));
}

function isKeyword(name: SyntaxNode): boolean {
  return name.parent?.name === 'ArgList' && name.nextSibling?.name === 'AssignOp';
}

function isStatement(node: SyntaxNode): boolean {
  return (
    node.parent?.name === 'Body' &&
    ['AssignStatement', 'UpdateStatement', 'ExpressionStatement'].includes(node.name)
  );
}

/** Whether a program runs on without a statement: it changes something, and does not make a name. */
function canGo(node: SyntaxNode, program: Program): boolean {
  if (node.name !== 'AssignStatement') return true;
  const target = node.firstChild;
  if (target?.name === 'MemberExpression') return true;
  return target !== null && program.namesAt(target).includes(program.text(target));
}

/** Every slip that the functions of a program leave room for, each text once, in the order of the text. */
export function slipsIn(source: string): readonly Slip[] {
  const program = new Program(source);
  const slips = new Map<string, Slip>();
  const add = (slip: Slip): void => {
    const made = withSlip(source, slip);
    if (made !== source && !slips.has(made)) slips.set(made, slip);
  };
  for (const node of program.nodes()) {
    if (!functionOf(node)) continue;
    for (const [kind, rule] of Object.entries(rules))
      for (const edit of rule(node, program)) add({ kind, ...edit });
  }
  return [...slips.values()];
}
