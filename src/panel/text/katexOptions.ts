/** How KaTeX is to draw: strictly, with nothing allowed that could bring in style, links, or markup. */
import type { KatexOptions } from 'katex';

const allowedCommands = new Set(['\\htmlClass', '\\htmlData']);

/** Options for an equation on a line of its own, or in a sentence. */
export function texOptions(displayMode: boolean): KatexOptions {
  return {
    displayMode,
    output: 'htmlAndMathml',
    throwOnError: true,
    // htmlClass and htmlData are KaTeX's own extensions, which strict mode complains of otherwise.
    strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
    trust: (context) => allowedCommands.has(context.command),
  };
}
