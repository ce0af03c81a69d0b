/** A Python program's text with its syntax tree: what a slip of the pen is looked for in. */
import { parser } from '@lezer/python';

/** A node of the syntax tree. */
export type SyntaxNode = ReturnType<typeof parser.parse>['topNode'];

/** One function of a program, or the program where it stands outside of any. */
interface Scope {
  /** Its parameters, and every name that is assigned to, with the place from where on it can be read. */
  readonly names: ReadonlyMap<string, number>;
}

export class Program {
  readonly top: SyntaxNode;
  /** The program's own functions with how many parameters they take. */
  readonly functions: ReadonlyMap<string, number>;
  readonly #scopes = new Map<number, Scope>();

  constructor(readonly source: string) {
    this.top = parser.parse(source).topNode;
    const functions = new Map<string, number>();
    for (const node of this.nodes()) {
      if (node.name !== 'FunctionDefinition') continue;
      const name = node.getChild('VariableName');
      const parameters = node.getChild('ParamList')?.getChildren('VariableName').length ?? 0;
      if (name) functions.set(this.text(name), parameters);
    }
    this.functions = functions;
  }

  text({ from, to }: { readonly from: number; readonly to: number }): string {
    return this.source.slice(from, to);
  }

  /** From 1. */
  lineAt(position: number): number {
    return this.source.slice(0, position).split('\n').length;
  }

  /** Every node, parents before their children, in the order of the text. */
  *nodes(within: SyntaxNode = this.top): Generator<SyntaxNode> {
    yield within;
    for (let child = within.firstChild; child; child = child.nextSibling) yield* this.nodes(child);
  }

  /** The names that can be read where a node stands: parameters, and what has been assigned before it. */
  namesAt(node: SyntaxNode): readonly string[] {
    const owner = functionOf(node);
    if (!owner) return [];
    const { names } = this.#scopeOf(owner);
    return [...names].filter(([, from]) => from < node.from).map(([name]) => name);
  }

  #scopeOf(owner: SyntaxNode): Scope {
    const known = this.#scopes.get(owner.from);
    if (known) return known;
    const names = new Map<string, number>();
    for (const node of this.nodes(owner)) {
      if (node.name !== 'VariableName' || functionOf(node)?.from !== owner.from) continue;
      const name = this.text(node);
      if (isWritten(node) && !names.has(name)) names.set(name, node.to);
    }
    const scope = { names };
    this.#scopes.set(owner.from, scope);
    return scope;
  }
}

/** The function in whose parameters or body a node stands; null outside of any. */
export function functionOf(node: SyntaxNode): SyntaxNode | null {
  for (let at = node.parent; at; at = at.parent) if (at.name === 'FunctionDefinition') return at;
  return null;
}

/** Whether a name stands where it gets a value: a parameter, left of `=`, behind `for`. */
export function isWritten(name: SyntaxNode): boolean {
  const { parent } = name;
  if (parent?.name === 'ParamList') return true;
  if (parent?.name === 'ForStatement')
    return name.prevSibling?.name === 'for' || name.prevSibling?.name === ',';
  if (parent?.name === 'UpdateStatement') return name.prevSibling === null;
  if (parent?.name !== 'AssignStatement') return false;
  for (let next = name.nextSibling; next; next = next.nextSibling) if (next.name === 'AssignOp') return true;
  return false;
}
