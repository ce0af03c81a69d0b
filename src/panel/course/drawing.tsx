/** A drawing that comes with an exercise: a picture in the theme's colours, in which nothing can run. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Drawing } from '../../course/exercise';
import type { Store } from '../store';
import { observeTheme } from '../elements/theme';

/** What it takes of what the panel knows and can do. */
type FromStore = Pick<Store, 'language'>;

/** As an image it is in a document of its own, which does not know the page's colours: they are written into it. */
export function coloured(svg: string, colourOf: (name: string) => string): string {
  return svg.replaceAll(/var\((--vscode-[\w-]+)\)/gu, (whole, name: string) => colourOf(name) || whole);
}

/** Text of so many px is read well. */
const readable = 11;

/** How small a drawing may be shown, beside its own size: as long as its smallest text is read well. */
function leastOf(svg: string): number {
  const sizes = [...svg.matchAll(/font-size="([\d.]+)"/gu)].map(([, size]) => Number(size));
  return readable / Math.min(16, ...sizes);
}

/** How wide a drawing is by its own measure; null where it does not say. */
function widthOf(svg: string): number | null {
  const [, width] = /viewBox="[-\d.]+ [-\d.]+ ([\d.]+) /u.exec(svg) ?? [];
  return width === undefined ? null : Number(width);
}

/** The drawing as wide as the room, within bounds; where there is less room it scrolls, so that its text can be read. */
export function DrawingOf({
  store,
  drawing,
}: {
  readonly store: FromStore;
  readonly drawing: Drawing;
}): JSX.Element {
  const language = store.language.value;
  const [, setTheme] = useState(0);
  useEffect(
    () =>
      observeTheme(() => {
        setTheme((count) => count + 1);
      }),
    [],
  );
  const style = getComputedStyle(document.documentElement);
  const svg = coloured(drawing.svg[language], (name) => style.getPropertyValue(name).trim());
  const alternative = drawing.alternative[language];
  const width = widthOf(svg);
  const sizes =
    width === null
      ? {}
      : { minWidth: `${String(width * leastOf(svg))}px`, maxWidth: `${String(width * 1.4)}px` };
  return (
    <div class="drawing" tabIndex={0} role="group" aria-label={alternative}>
      <img src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={alternative} style={sizes} />
    </div>
  );
}
