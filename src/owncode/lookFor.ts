/**
 * Where a file may hold gradients to check: a look at its text alone, for the lines above functions. It runs nothing
 * and decides nothing: what a function really gives, the check finds out.
 */

export interface SeenFunction {
  /** As it is called: `backward`, `Network.backprop`. */
  readonly name: string;
  /** From 1. */
  readonly line: number;
  /** Whether it is the file's own `gradcheck()`. */
  readonly declared: boolean;
}

/** `backward`, `back_prop`, `bprop`, `compute_gradients`, `L_model_backward`, `nabla_cost`, `lossFun`. */
const looksBackward =
  /back(?!up|ground|end|slash|log|fill|test)|bprop|grad|nabla|^lossfun$|역전파|기울기|그래디언트/iu;

/** What speaks of gradients without computing a network's: checks, numerical ones, plots, descents, clippings. */
const speaksOnly =
  /num(?:eric|erical)?_?grad|grad\w*_?numeric|check|test|plot|show|print|draw|visuali[sz]e|clip|zero_?grad|update|descent|apply|optim|grade(?![a-z]*ient)|gradebook|degrad|upgrade|수치|검사|그리기|갱신/iu;

/** A method or function that gives a loss together with its gradients: `loss(self, X, y)`, `cost_function(theta, X, y)`. */
const looksLikeCost =
  /^(?:loss|cost|compute_(?:loss|cost)|(?:loss|cost)_?(?:function|fun|fn)|propagate|j|손실|비용)$/iu;

const returnsGradients = /\breturn\b[^#\n]*\b(?:grads?|gradients?|d[wWbB]\d?|dtheta|nabla\w*)\b/u;

const definition = /^([ \t]*)(?:async[ \t]+)?def[ \t]+([\p{L}_][\p{L}\p{N}_]*)[ \t]*\(/u;
const classDefinition = /^([ \t]*)class[ \t]+([\p{L}_][\p{L}\p{N}_]*)/u;

/** The functions of a Python text that look like a backward pass, and its declared check, from top to bottom. */
export function lookFor(text: string): readonly SeenFunction[] {
  const lines = text.split(/\r\n?|\n/u);
  const inStrings = linesWithinStrings(lines);
  const classes: { readonly indent: number; readonly name: string }[] = [];
  const seen: SeenFunction[] = [];
  lines.forEach((line, at) => {
    if (inStrings.has(at) || line.trim() === '') return;
    const indent = line.length - line.trimStart().length;
    while (indent <= (classes.at(-1)?.indent ?? -1)) classes.pop();
    const opened = classDefinition.exec(line);
    if (opened) classes.push({ indent, name: opened[2] ?? '' });
    const name = definition.exec(line)?.[2];
    if (name === undefined) return;
    const owner = classes.at(-1)?.name;
    const declared = name === 'gradcheck' && owner === undefined;
    const wanted =
      declared ||
      (!speaksOnly.test(name) &&
        (looksBackward.test(name) ||
          (looksLikeCost.test(name) && returnsGradients.test(bodyOf(lines, at, indent)))));
    if (wanted) seen.push({ name: owner === undefined ? name : `${owner}.${name}`, line: at + 1, declared });
  });
  return seen;
}

/** The declared check of a Python text. A text that does not speak of one is not looked through. */
export function declaredCheck(text: string): SeenFunction | undefined {
  return text.includes('gradcheck') ? lookFor(text).find(({ declared }) => declared) : undefined;
}

/** The lines of a definition, without its first. */
function bodyOf(lines: readonly string[], at: number, indent: number): string {
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => line.trim() !== '' && line.length - line.trimStart().length <= indent);
  return (end < 0 ? rest : rest.slice(0, end)).join('\n');
}

/** The lines that begin inside a text in three quotes: what looks like a definition there is none. */
function linesWithinStrings(lines: readonly string[]): ReadonlySet<number> {
  const within = new Set<number>();
  let open: string | null = null;
  lines.forEach((line, at) => {
    if (open !== null) within.add(at);
    for (const token of line.matchAll(/"""|'''|#|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/gu)) {
      const [found] = token;
      const isTriple = found === '"""' || found === "'''";
      if (open !== null) {
        if (found === open) open = null;
        else if (!isTriple && found.length > 1 && found.includes(open)) open = null;
      } else if (isTriple) open = found;
      else if (found === '#') break;
    }
  });
  return within;
}
