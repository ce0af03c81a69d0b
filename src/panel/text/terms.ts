/** `\term{NAME}{TeX}`: how equations name their arrays. */

const marker = '\\term';

/** Rewrites every `\term{NAME}{TeX}` into TeX that KaTeX knows. */
export function expandTerms(tex: string): string {
  let result = '';
  let position = 0;
  for (;;) {
    const start = tex.indexOf(marker, position);
    if (start < 0) return result + tex.slice(position);
    const name = readGroup(tex, start + marker.length);
    const body = readGroup(tex, name.end);
    result += `${tex.slice(position, start)}{\\htmlData{term=${name.content}}{${expandTerms(body.content)}}}`;
    position = body.end;
  }
}

/** The names of all terms, in order, each once. */
export function termNames(tex: string): readonly string[] {
  return [...new Set([...tex.matchAll(/\\term\s*\{([^}]*)\}/gu)].map((match) => match[1] ?? ''))];
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

/** The notes write `W_1` in one place and `W1` in another. */
export function termOfName(name: string): string {
  return name.replace(/_(?=\d+$)/u, '');
}
