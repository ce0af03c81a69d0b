/** `\term{NAME}{TeX}`: how equations name their arrays, and how a shape gets under one. */

/** Arrays' shapes by name. */
export type Shapes = ReadonlyMap<string, readonly number[]>;

const marker = '\\term';

/** Rewrites every `\term{NAME}{TeX}` into TeX that KaTeX knows; a known shape stands under its term. */
export function expandTerms(tex: string, shapes: Shapes): string {
  let result = '';
  let position = 0;
  for (;;) {
    const start = tex.indexOf(marker, position);
    if (start < 0) return result + tex.slice(position);
    const name = readGroup(tex, start + marker.length);
    const body = readGroup(tex, name.end);
    const shape = shapes.get(name.content);
    const inner = expandTerms(body.content, shapes);
    const drawn =
      shape === undefined
        ? inner
        : `\\underset{\\htmlClass{term-shape}{\\mathsf{\\tiny ${formatShapeTex(shape)}}}}{${inner}}`;
    result += `${tex.slice(position, start)}{\\htmlData{term=${name.content}}{${drawn}}}`;
    position = body.end;
  }
}

/** The names of all terms, in order, each once. */
export function termNames(tex: string): readonly string[] {
  return [...new Set([...tex.matchAll(/\\term\s*\{([^}]*)\}/gu)].map((match) => match[1] ?? ''))];
}

/** `100×5`; a scalar has no shape to show. */
export function formatShape(shape: readonly number[]): string {
  if (shape.length === 0) return '()';
  return shape.length === 1 ? `(${String(shape[0])},)` : shape.join('×');
}

function formatShapeTex(shape: readonly number[]): string {
  return formatShape(shape).replaceAll('×', '{\\times}');
}

function readGroup(tex: string, from: number): { readonly content: string; readonly end: number } {
  let start = from;
  while (tex[start] === ' ') start++;
  if (tex[start] !== '{') throw new Error(`Expected { at ${String(start)} of ${tex}`);
  let depth = 0;
  for (let index = start; index < tex.length; index++) {
    const character = tex[index];
    if (character === '\\') index++;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0)
      return { content: tex.slice(start + 1, index), end: index + 1 };
  }
  throw new Error(`Unclosed { at ${String(start)} of ${tex}`);
}
