/** A codicon; always decoration, its words stand beside it. */
import type { JSX } from 'preact';

/** Draws the codicon of that name. */
export function Icon({
  name,
  spin = false,
}: {
  readonly name: string;
  readonly spin?: boolean;
}): JSX.Element {
  return <span class={`codicon codicon-${name}${spin ? ' codicon-modifier-spin' : ''}`} aria-hidden="true" />;
}
