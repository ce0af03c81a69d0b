/** Which line of a snippet defines which array of the equations. */
import type { syntaxTree } from '@codemirror/language';
import { termOfName } from '../text/terms';

type Tree = ReturnType<typeof syntaxTree>;

/** An occurrence of a name as the target of an assignment or as a parameter. */
export interface Definition {
  /** The name as in the equations: `dW_1` and `dW1` are the same array. */
  readonly term: string;
  readonly from: number;
  readonly kind: 'assignment' | 'parameter';
}

/** All definitions of a parsed Python text, in the order of the text. */
export function findDefinitions(
  tree: Tree,
  read: (from: number, to: number) => string,
): readonly Definition[] {
  const found: Definition[] = [];
  const cursor = tree.cursor();
  do {
    if (cursor.name !== 'VariableName') continue;
    const kind = roleOf(cursor.node);
    if (kind !== null)
      found.push({ term: termOfName(read(cursor.from, cursor.to)), from: cursor.from, kind });
  } while (cursor.next());
  return found;
}

type Node = Tree['topNode'];

function roleOf(node: Node): Definition['kind'] | null {
  if (node.parent?.name === 'ParamList') {
    const previous = node.prevSibling?.name;
    return previous === 'AssignOp' ? null : 'parameter';
  }
  let target: Node = node;
  while (
    target.parent !== null &&
    (target.parent.name === 'TupleExpression' || target.parent.name === 'ParenthesizedExpression')
  ) {
    target = target.parent;
  }
  const statement = target.parent;
  if (statement === null) return null;
  if (statement.name === 'UpdateStatement') return target.prevSibling === null ? 'assignment' : null;
  if (statement.name !== 'AssignStatement') return null;
  // Every part of `a = b = value` before the last `=` is a target.
  for (let next = target.nextSibling; next !== null; next = next.nextSibling) {
    if (next.name === 'AssignOp') return 'assignment';
  }
  return null;
}
