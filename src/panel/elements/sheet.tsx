/** The frame of what lies over the right side. */
import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './icon';
import type { Store } from '../store';

/** What it takes of what the panel knows and can do. */
type FromStore = Pick<Store, 'sheet' | 'strings'>;

interface SheetProps {
  readonly store: FromStore;
  readonly name: string;
  readonly class: string;
  readonly children: ComponentChildren;
}

/** Closed by its cross and by Escape; nothing under it shifts. */
export function Sheet({ store, name, class: className, children }: SheetProps): JSX.Element {
  const strings = store.strings.value;
  return (
    <section class={`sheet ${className}`} aria-label={name}>
      <button
        type="button"
        class="plain icon-button sheet-close"
        aria-label={strings.close}
        title={`${strings.close} (Esc)`}
        onClick={() => {
          store.sheet.value = null;
        }}
      >
        <Icon name="close" />
      </button>
      {children}
    </section>
  );
}
