/** KaTeX in the document: built as elements, never as an HTML string, so that the panel's policy holds. */
import katex from 'katex';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { expandTerms } from './terms';
import type { Shapes } from './terms';

const allowedCommands = new Set(['\\htmlClass', '\\htmlData']);
const noShapes: Shapes = new Map();

/** Draws TeX into an element. */
export function renderTex(element: HTMLElement, source: string, shapes: Shapes, displayMode: boolean): void {
  katex.render(expandTerms(source, shapes), element, {
    displayMode,
    output: 'htmlAndMathml',
    throwOnError: true,
    // htmlClass and htmlData are KaTeX's own extensions; strict would warn of each use.
    strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'warn'),
    trust: (context) => allowedCommands.has(context.command),
  });
}

/** TeX inside a sentence. */
export function Tex({ source }: { readonly source: string }): JSX.Element {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (element.current !== null) renderTex(element.current, source, noShapes, false);
  }, [source]);
  return <span class="inline-tex" ref={element} />;
}
