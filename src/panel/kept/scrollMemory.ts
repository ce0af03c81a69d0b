/** Where everything was scrolled to, across reloads. */
import type { ViewState } from './viewState';

/** What scrolls, by the selector that finds it. */
const places: Readonly<Record<string, string>> = {
  page: '.exercise',
  results: '.tab-panel',
  snippet: '.cm-scroller',
};

const pauseMs = 150;

/** Puts everything back where it was, and remembers from then on; returns how to stop. */
export function rememberScrolling(view: ViewState): () => void {
  const stored = Object.entries(view.stored.scroll);
  const restore = (): void => {
    for (const [name, top] of stored) {
      const element = elementOf(name);
      if (element !== null) element.scrollTop = top;
    }
  };
  restore();
  // Before the fonts of the equations are there, everything is shorter than it will be.
  void document.fonts.ready.then(restore);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const remember = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const scroll: Record<string, number> = {};
      for (const name of Object.keys(places)) {
        const top = elementOf(name)?.scrollTop ?? 0;
        if (top > 0) scroll[name] = Math.round(top);
      }
      view.remember({ scroll });
    }, pauseMs);
  };
  document.addEventListener('scroll', remember, { capture: true, passive: true });
  return () => {
    clearTimeout(timer);
    document.removeEventListener('scroll', remember, { capture: true });
  };
}

function elementOf(name: string): Element | null {
  const selector = places[name];
  return selector === undefined ? null : document.querySelector(selector);
}
