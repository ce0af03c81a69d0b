/** The mistakes that an exercise brings with it, as edits of its solution. */
import { withSlip, type Slip } from './edits';
import { Program, type SyntaxNode } from './program';

/** A mistake as Python: a function that stands for the exercise's own, or a whole program. */
export interface KnownMistake {
  readonly code: string;
  /** The function that makes it; null where the whole program does. */
  readonly functionName: string | null;
  readonly source: string;
}

/** More lines than a person writes wrongly in one go are another program, and no mistake in this one. */
const mostLines = 3;

type Edit = Omit<Slip, 'kind'>;

/** Marks a line to look at, and is no learner's. */
const mark = /\s*#\s*<-.*$/u;

interface Lines {
  /** Where they begin in the program. */
  readonly from: number;
  readonly lines: readonly string[];
}

/** The text of statements without what a docstring tells of the mistake, and without the marks of lines. */
function linesOf(program: Program, owner: SyntaxNode): Lines | null {
  const statements: SyntaxNode[] = [];
  for (let child = owner.firstChild; child; child = child.nextSibling)
    if (child.name !== ':' && child.name !== 'Comment') statements.push(child);
  const isTold = statements[0]?.name === 'ExpressionStatement' && statements[0].firstChild?.name === 'String';
  const [first] = isTold ? statements.slice(1) : statements;
  const last = statements.at(-1);
  if (!first || !last) return null;
  const from = program.source.lastIndexOf('\n', first.from) + 1;
  const text = program.source.slice(from, last.to);
  return { from, lines: text.split('\n').map((line) => line.replace(mark, '')) };
}

function bodyOf(program: Program, functionName: string | null): SyntaxNode | null {
  if (functionName === null) return program.top;
  for (const node of program.nodes()) {
    const name = node.name === 'FunctionDefinition' ? node.getChild('VariableName') : null;
    if (name && program.text(name) === functionName) return node.getChild('Body');
  }
  return null;
}

/** The one place in which the lines differ, where it is small. */
function difference({ from, lines }: Lines, other: readonly string[]): Edit | null {
  const shorter = Math.min(lines.length, other.length);
  let before = 0;
  while (before < shorter && lines[before] === other[before]) before++;
  let behind = 0;
  while (behind < shorter - before && lines.at(-1 - behind) === other.at(-1 - behind)) behind++;
  const old = lines.slice(before, lines.length - behind);
  const made = other.slice(before, other.length - behind);
  if (old.length === 0 || old.length > mostLines || made.length > mostLines) return null;
  const start = from + lines.slice(0, before).reduce((sum, line) => sum + line.length + 1, 0);
  const end = start + old.join('\n').length;
  // A line that is missing takes the end of its line with it.
  return made.length === 0
    ? { from: start, to: end + 1, insert: '' }
    : { from: start, to: end, insert: made.join('\n') };
}

/** What is assigned to plain names within a body, by name. */
function assignmentsIn(program: Program, body: SyntaxNode): ReadonlyMap<string, readonly SyntaxNode[]> {
  const found = new Map<string, SyntaxNode[]>();
  for (const node of program.nodes(body)) {
    const target = node.name === 'AssignStatement' ? node.firstChild : null;
    if (target?.name !== 'VariableName' || target.nextSibling?.name !== 'AssignOp') continue;
    const name = program.text(target);
    found.set(name, [...(found.get(name) ?? []), node]);
  }
  return found;
}

/** The one line that is marked, where it gives a value to a name to which the solution gives one too, once. */
function markedAssignment(right: Program, into: SyntaxNode, wrong: Program, body: SyntaxNode): Edit | null {
  const isMarked = ({ to }: SyntaxNode): boolean => {
    const end = wrong.source.indexOf('\n', to);
    return mark.test(wrong.source.slice(to, end < 0 ? undefined : end));
  };
  const marked = [...assignmentsIn(wrong, body)].flatMap(([name, nodes]) =>
    nodes.filter(isMarked).map((node) => ({ name, node })),
  );
  const [one] = marked;
  const places = one ? (assignmentsIn(right, into).get(one.name) ?? []) : [];
  const [place] = places;
  if (marked.length !== 1 || places.length !== 1 || !one || !place) return null;
  const insert = wrong.text(one.node);
  return insert.includes('\n') ? null : { from: place.from, to: place.to, insert };
}

/**
 * The known mistakes that can be made in the solution by writing one place of at most three lines otherwise.
 * `functionName` is what the exercise asks for. Whether what comes of it is that mistake still, a check has to say.
 */
export function knownSlips(
  solution: string,
  functionName: string,
  mistakes: readonly KnownMistake[],
): readonly Slip[] {
  const program = new Program(solution);
  const programs = new Map<string, Program>();
  const found = new Map<string, Slip>();
  for (const { code, source, functionName: own } of mistakes) {
    // Most mistakes of an exercise stand in one file.
    const other = programs.get(source) ?? new Program(source);
    programs.set(source, other);
    const [into, body] = [bodyOf(program, own === null ? null : functionName), bodyOf(other, own)];
    if (!into || !body) continue;
    const [right, wrong] = [linesOf(program, into), linesOf(other, body)];
    const edit =
      (right && wrong && difference(right, wrong.lines)) ?? markedAssignment(program, into, other, body);
    if (!edit) continue;
    const slip = { kind: `known:${code}`, ...edit };
    const made = withSlip(solution, slip);
    if (made !== solution && !found.has(made)) found.set(made, slip);
  }
  return [...found.values()];
}
