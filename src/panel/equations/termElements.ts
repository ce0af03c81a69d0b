/** Makes the terms of a drawn equation focusable and readable. */

/**
 * KaTeX hides its picture from assistive technology and gives MathML instead. The terms are controls, so they must
 * not be hidden: the picture is shown again, and all of it that is not a term is hidden piece by piece.
 */
export function prepareTerms(host: HTMLElement, describe: (name: string) => string): void {
  const picture = host.querySelector('.katex-html');
  if (picture === null) return;
  picture.removeAttribute('aria-hidden');
  hideAllButTerms(picture);
  const terms = [...picture.querySelectorAll<HTMLElement>('[data-term]')];
  terms.forEach((term, index) => {
    const name = term.dataset['term'] ?? '';
    term.tabIndex = index === 0 ? 0 : -1;
    term.setAttribute('role', 'math');
    term.setAttribute('aria-label', describe(name));
    for (const child of term.children) child.setAttribute('aria-hidden', 'true');
    term.classList.add('term');
  });
}

/** Lights up the terms of that name. */
export function markPointed(host: HTMLElement, name: string | null): void {
  for (const term of host.querySelectorAll<HTMLElement>('.katex-html [data-term]')) {
    term.classList.toggle('is-pointed', term.dataset['term'] === name);
  }
}

function hideAllButTerms(element: Element): void {
  for (const child of element.children) {
    if (child.hasAttribute('data-term')) continue;
    if (child.querySelector('[data-term]') === null) child.setAttribute('aria-hidden', 'true');
    else hideAllButTerms(child);
  }
}
