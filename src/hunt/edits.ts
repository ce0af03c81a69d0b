/** Edits of a program's text at the nodes of its syntax tree. */
import type { Program, SyntaxNode } from './program';

/** One place of the text, written otherwise. */
export interface Slip {
  /** What was done: `factor-dropped`. */
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The texts that may stand in a node's place, or in that of a part of it. */
export type Rule = (node: SyntaxNode, program: Program) => readonly Edit[];
export type Edit = Omit<Slip, 'kind'>;

interface Operation {
  readonly left: SyntaxNode;
  readonly operator: SyntaxNode;
  readonly right: SyntaxNode;
}

function operation(node: SyntaxNode): Operation | null {
  const [left, right] = [node.firstChild, node.lastChild];
  const operator = left?.nextSibling;
  return node.name === 'BinaryExpression' && left && operator && right ? { left, operator, right } : null;
}

/** Edits of an operation with one of these operators. */
export function at(
  operators: readonly string[],
  edits: (operation: Operation, program: Program, node: SyntaxNode) => readonly Edit[],
): Rule {
  return (node, program) => {
    const found = operation(node);
    return found && operators.includes(program.text(found.operator)) ? edits(found, program, node) : [];
  };
}

export function put(place: { readonly from: number; readonly to: number }, insert: string): Edit {
  return { from: place.from, to: place.to, insert };
}

/** Puts a node's own part in its place, without the parentheses that nothing needs there any more. */
export function keep(node: SyntaxNode, part: SyntaxNode, program: Program): Edit {
  const stands = [
    'AssignStatement',
    'UpdateStatement',
    'ArgList',
    'ParenthesizedExpression',
    'ReturnStatement',
  ];
  const text = program.text(part);
  if (part.name === 'ParenthesizedExpression' && stands.includes(node.parent?.name ?? ''))
    return put(node, text.slice(1, -1));
  const isLoose =
    part.name === 'BinaryExpression' &&
    ['BinaryExpression', 'MemberExpression'].includes(node.parent?.name ?? '');
  return put(node, isLoose ? `(${text})` : text);
}

/** Puts two parts of the text in each other's place. */
export function exchanged(
  first: SyntaxNode,
  second: SyntaxNode,
  program: Program,
  write = (node: SyntaxNode): string => program.text(node),
): Edit {
  const between = program.source.slice(first.to, second.from);
  return { from: first.from, to: second.to, insert: write(second) + between + write(first) };
}

/** As an operand: in parentheses where it is an operation itself. */
export function operand(program: Program): (node: SyntaxNode) => string {
  return (node) => (node.name === 'BinaryExpression' ? `(${program.text(node)})` : program.text(node));
}

export function replaced(operators: Readonly<Record<string, readonly string[]>>): Rule {
  return at(Object.keys(operators), ({ operator }, program) =>
    (operators[program.text(operator)] ?? []).map((other) => put(operator, other)),
  );
}

interface Argument {
  readonly keyword: string | null;
  readonly value: SyntaxNode;
  readonly from: number;
}

function argumentsOf(list: SyntaxNode, program: Program): readonly Argument[] {
  const found: Argument[] = [];
  let part: SyntaxNode[] = [];
  for (let child = list.firstChild?.nextSibling ?? null; child; child = child.nextSibling) {
    if (child.name !== ',' && child.nextSibling) {
      part.push(child);
      continue;
    }
    const [first, equals] = part;
    const last = part.at(-1);
    if (first && last)
      found.push({
        keyword: equals?.name === 'AssignOp' ? program.text(first) : null,
        value: last,
        from: first.from,
      });
    part = [];
  }
  return found;
}

interface Call {
  readonly called: SyntaxNode;
  readonly list: SyntaxNode;
  readonly given: readonly Argument[];
}

export function callOf(node: SyntaxNode, program: Program): Call | null {
  const [called, list] = [node.firstChild, node.getChild('ArgList')];
  return node.name === 'CallExpression' && called && list
    ? { called, list, given: argumentsOf(list, program) }
    : null;
}

/** A program with a slip in it. */
export function withSlip(source: string, { from, to, insert }: Slip): string {
  return source.slice(0, from) + insert + source.slice(to);
}
