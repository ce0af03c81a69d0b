/** The beginning of a paragraph, as many whole lines as there is room for: no line is ever cut through. */
import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Prose } from './prose';

/** More lines than any place has that shows only a beginning. */
const most = 16;

interface ClampedProps {
  readonly text: string;
  /** The text as one paragraph that is drawn otherwise than prose. */
  readonly children?: ComponentChildren;
}

/** Shown in a box of a height of its own; whoever reads it aloud hears all of it. */
export function Clamped({ text: prose, children }: ClampedProps): JSX.Element {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const text = element.current;
    const room = text?.parentElement;
    if (!text || !room) return;
    const fit = (): void => {
      const { paddingTop, paddingBottom } = getComputedStyle(room);
      const height = room.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom);
      // Lines with an equation in them are higher than others, so that the height alone does not say how many there are.
      for (let lines = most; lines >= 1; lines--) {
        text.style.setProperty('--lines', String(lines));
        if (text.offsetHeight <= height) return;
      }
    };
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(room);
    document.fonts.addEventListener('loadingdone', fit);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', fit);
    };
  }, [prose]);
  return (
    <div class="clamped" ref={element}>
      {children ?? <Prose text={prose} />}
    </div>
  );
}
