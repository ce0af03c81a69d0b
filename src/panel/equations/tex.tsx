/** KaTeX in the document: built as elements, never as an HTML string, so that the panel's policy holds. */
import katex from 'katex';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { texOptions } from './katexOptions';
import { expandTerms } from './terms';
import type { Shapes } from './terms';

const noShapes: Shapes = new Map();

/** Draws TeX into an element; what KaTeX cannot read stands there as it was written. */
export function renderTex(element: HTMLElement, source: string, shapes: Shapes, displayMode: boolean): void {
  try {
    katex.render(expandTerms(source, shapes), element, texOptions(displayMode));
  } catch (error) {
    console.error(error);
    element.textContent = source;
  }
}

/** TeX inside a sentence. */
export function Tex({ source }: { readonly source: string }): JSX.Element {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (element.current !== null) renderTex(element.current, source, noShapes, false);
  }, [source]);
  return <span class="inline-tex" ref={element} />;
}
