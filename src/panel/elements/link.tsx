/** A button that looks like a link: it leads to another place of the panel, or of the code. */
import type { ComponentChildren, JSX } from 'preact';

interface LinkProps {
  /** What it does when it is pressed. */
  readonly act: () => void;
  readonly title?: string;
  readonly children: ComponentChildren;
}

export function Link({ act, title, children }: LinkProps): JSX.Element {
  return (
    <button type="button" class="link" title={title} onClick={act}>
      {children}
    </button>
  );
}
