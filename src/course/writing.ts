/** Template tags that let the exercises' prose, Python and TeX stand indented and wrapped in their source files. */
import { gradientBy, isGradient, readName } from '../network/arrayName';

/**
 * Prose for a `Text`: lines are joined with a space, a blank line parts paragraphs. Backslashes are kept as they
 * are, so TeX needs no doubling; an escaped backtick gives a backtick.
 */
export function prose(strings: TemplateStringsArray): string {
  return String.raw(strings)
    .replaceAll('\\`', '`')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().replace(/\s*\n\s*/g, ' '))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** Python without the indentation that all its lines share; ends with one line break. */
export function python(strings: TemplateStringsArray): string {
  const lines = String.raw(strings).replace(/^\n/, '').trimEnd().split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent).trimEnd()).join('\n') + '\n';
}

/** What a name of the snippets looks like in an equation, where the name does not say it by itself. */
const symbols: Readonly<Record<string, string>> = {
  learning_rate: '\\eta',
  lam: '\\lambda',
  cost: '\\mathrm{cost}',
  grad: '\\mathrm{grad}',
  input_size: 'n_{\\mathrm{in}}',
  hidden_size: 'n_{\\mathrm{hidden}}',
  output_size: 'n_{\\mathrm{out}}',
  dy_dx: '\\frac{dy}{dx}',
  dy_du: '\\frac{dy}{du}',
  du_dx: '\\frac{du}{dx}',
  da_dx: '\\frac{da}{dx}',
};

function symbolOf(name: string): string {
  const known = symbols[name];
  if (known !== undefined) return known;
  if (name === 'X') return name;
  const array = readName(name);
  if (array) {
    if (isGradient(name)) return `\\frac{\\partial L}{\\partial ${symbolOf(gradientBy(name))}}`;
    const layer = String(array.layer);
    return `${array.role}_${layer.length === 1 ? layer : `{${layer}}`}`;
  }
  if (/^[A-Za-z]$/.test(name)) return name;
  throw new Error(`no symbol is known for the variable ${name}`);
}

/**
 * TeX in which `[NAME]` stands for a variable of the snippet: `[Z1] = [X] \cdot [W1]`. It becomes
 * `\term{NAME}{symbol}`, so that a variable looks the same in every equation of the course.
 */
export function tex(strings: TemplateStringsArray, ...values: string[]): string {
  return termed(String.raw(strings, ...values));
}

/** The same for TeX that is made elsewhere. */
export function termed(text: string): string {
  return text.replace(/\[(\w+)\]/g, (_, name: string) => `\\term{${name}}{${symbolOf(name)}}`);
}
