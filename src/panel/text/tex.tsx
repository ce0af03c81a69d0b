/** KaTeX in the document: built as elements, never as an HTML string, so that the panel's policy holds. */
import katex from 'katex';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { texOptions } from './katexOptions';
import { expandTerms } from './terms';

/** Draws TeX into an element; what KaTeX cannot read stands there as it was written. */
export function renderTex(element: HTMLElement, source: string, displayMode: boolean): void {
  try {
    katex.render(expandTerms(source), element, texOptions(displayMode));
  } catch (error) {
    console.error(error);
    element.textContent = source;
  }
}

/** TeX inside a sentence. */
export function Tex({ source }: { readonly source: string }): JSX.Element {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (element.current !== null) renderTex(element.current, source, false);
  }, [source]);
  return <span class="inline-tex" ref={element} />;
}
