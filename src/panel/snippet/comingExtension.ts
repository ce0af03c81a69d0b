/** A part of the editor that comes in a chunk of its own, when the first look is painted. */
import { Compartment } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { ViewPlugin } from '@codemirror/view';

const nothing: Extension = [];

/** Keeps the place of the extension among the others: their order is that of their keys. */
export function comingExtension(load: () => Promise<Extension>): Extension {
  const place = new Compartment();
  const loader = ViewPlugin.define((view) => {
    let isGone = false;
    if (place.get(view.state) === nothing) {
      load().then(
        (extension) => {
          if (!isGone) view.dispatch({ effects: place.reconfigure(extension) });
        },
        (error: unknown) => {
          // The next editor that is opened asks again.
          console.error(error);
        },
      );
    }
    return {
      destroy() {
        isGone = true;
      },
    };
  });
  return [place.of(nothing), loader];
}
