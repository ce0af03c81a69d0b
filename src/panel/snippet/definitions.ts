/** Which line of a snippet defines which array of the equations. */
import type { Tree } from '@lezer/common';
import { termOfName } from '../text/terms';

/** An occurrence of a name as the target of an assignment or as a parameter. */
export interface Definition {
  /** The name as in the equations: `dW_1` and `dW1` are the same array. */
  readonly term: string;
  readonly from: number;
  readonly kind: 'assignment' | 'parameter';
  /** Whether the array is made of itself: `W1 -= …`, `W1 = W1 - …`, `W1, b1 = update(W1, b1)`. */
  readonly isUpdate: boolean;
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
    const { node, from, to } = cursor;
    const role = roleOf(node);
    if (role === null) continue;
    const term = termOfName(read(from, to));
    const isUpdate = role.statement !== null && isMadeOf(role.statement, term, read);
    found.push({ term, from, kind: role.kind, isUpdate });
  } while (cursor.next());
  return found;
}

type Node = Tree['topNode'];

interface Role {
  readonly kind: Definition['kind'];
  /** The assignment; null for a parameter. */
  readonly statement: Node | null;
}

function roleOf(node: Node): Role | null {
  if (node.parent?.name === 'ParamList')
    return node.prevSibling?.name === 'AssignOp' ? null : { kind: 'parameter', statement: null };
  let target: Node = node;
  while (
    target.parent !== null &&
    (target.parent.name === 'TupleExpression' || target.parent.name === 'ParenthesizedExpression')
  ) {
    target = target.parent;
  }
  const statement = target.parent;
  if (statement === null) return null;
  const assigned: Role = { kind: 'assignment', statement };
  if (statement.name === 'UpdateStatement') return target.prevSibling === null ? assigned : null;
  if (statement.name !== 'AssignStatement') return null;
  // Every part of `a = b = value` before the last `=` is a target.
  for (let next = target.nextSibling; next !== null; next = next.nextSibling) {
    if (next.name === 'AssignOp') return assigned;
  }
  return null;
}

/** Whether an assignment changes its target, or reads its name where it says what it becomes. */
function isMadeOf(statement: Node, term: string, read: (from: number, to: number) => string): boolean {
  if (statement.name === 'UpdateStatement') return true;
  const begin = statement.getChildren('AssignOp').at(-1)?.to ?? statement.to;
  let isRead = false;
  statement.cursor().iterate(({ name, from, to }) => {
    if (from >= begin && name === 'VariableName' && termOfName(read(from, to)) === term) isRead = true;
  });
  return isRead;
}
