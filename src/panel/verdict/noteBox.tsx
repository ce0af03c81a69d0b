/** The frame that every note has: a head, a body that scrolls where it must, and what can be done. */
import type { ComponentChildren, JSX } from 'preact';
import type { Store } from '../store';

interface BoxProps {
  readonly store: Pick<Store, 'strings'>;
  readonly class: string;
  readonly head: ComponentChildren;
  readonly acts?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A note whose height does not follow what it says. */
export function Box({ store, class: className, head, acts, children }: BoxProps): JSX.Element {
  return (
    <section class={`note ${className}`} aria-label={store.strings.value.note}>
      <div class="note-head">{head}</div>
      {/* A long finding scrolls, and whoever has no mouse scrolls it with the arrow keys. */}
      <div class="note-body" tabIndex={0} role="group" aria-label={store.strings.value.note}>
        {children}
      </div>
      <div class="note-acts">{acts}</div>
    </section>
  );
}
