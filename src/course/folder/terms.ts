/** Names of the snippet in the equations of a folder: `[dZ]` becomes a term that the panel can light up. */
import { isGradient, readName } from '../../network/arrayName';

const greek = new Set([
  'alpha', 'beta', 'gamma', 'delta', 'epsilon', 'eta', 'theta', 'lambda', 'mu', 'nu', 'rho', 'sigma', 'tau', 'phi',
  'omega',
]); // prettier-ignore

/** A name as TeX: letters as they are (`X` too, which is a network's A of layer 0), `W1` with an index, Greek letters by their names, `log_P` as a logarithm, words upright. */
function symbolOf(name: string): string {
  if (/^[A-Za-z]$/.test(name)) return name;
  const array = readName(name);
  if (array && !isGradient(name)) return `${array.role}_{${String(array.layer)}}`;
  if (greek.has(name)) return `\\${name}`;
  if (name === 'lam') return '\\lambda';
  if (name === 'eps') return '\\varepsilon';
  const indexed = /^([A-Za-z])(\d+)$/.exec(name);
  if (indexed) return `${indexed[1] ?? ''}_{${indexed[2] ?? ''}}`;
  const parts = name.split('_').filter((part) => part !== '');
  const [head = name, ...index] = parts;
  // An index would make a base of it.
  if (head === 'log' && index.length > 0) return `\\log ${symbolOf(index.join('_'))}`;
  const base = /^[A-Za-z]$/.test(head) ? head : greek.has(head) ? `\\${head}` : `\\mathrm{${head}}`;
  return index.length === 0 ? base : `${base}_{\\mathrm{${index.join(', ')}}}`;
}

export interface Terms {
  /** Replaces `[NAME]` in an equation's TeX by a term that lights up. */
  readonly inEquation: (tex: string) => string;
  /** Replaces `[NAME]` in the TeX between the dollars of a sentence by its symbol. */
  readonly inProse: (text: string) => string;
}

/**
 * What stands for `[NAME]` in TeX. `symbols` gives the TeX of names that do not say it by themselves; `names` are the
 * parameters and results: `dX` of one of them is the derivative by it.
 */
export function termsIn(symbols: Readonly<Record<string, string>>, names: readonly string[]): Terms {
  const texOf = (name: string): string => {
    const own = symbols[name];
    if (own !== undefined) return own;
    const of = /^d(\w+)$/.exec(name)?.[1];
    const isDerivative = of !== undefined && (names.includes(of) || readName(name) !== null);
    return isDerivative ? `\\frac{\\partial L}{\\partial ${texOf(of)}}` : symbolOf(name);
  };
  const inTex = (tex: string, symbol: (name: string) => string): string =>
    tex.replace(/\[([A-Za-z_]\w*)\]/g, (_, name: string) => symbol(name));
  return {
    inEquation: (tex) => inTex(tex, (name) => `\\term{${name}}{${texOf(name)}}`),
    // Code keeps its brackets.
    inProse: (text) =>
      text.replace(/`[^`]*`|\$[^$]+\$/g, (part) =>
        part.startsWith('$') ? inTex(part, (name) => `{${texOf(name)}}`) : part,
      ),
  };
}
