/** The line between the upper rooms and the results, which mouse and arrow keys move. */
import type { JSX } from 'preact';
import type { Store } from './store';

const bounds = { low: 25, high: 80, step: 3 };

/** Where the line is until the learner moves it: results that say nothing yet take little. */
const byDefault = { withResults: 62, without: 76 };

/** The share of the height, in percent, that is above the line. */
export function shareAbove({ view, report }: Store): number {
  const hasResults = report.value !== null || view.tab.value === 'hints';
  return view.split.value ?? (hasResults ? byDefault.withResults : byDefault.without);
}

/** Wide panels only: narrow ones show one room after another. */
export function Splitter({ store }: { readonly store: Store }): JSX.Element {
  const share = shareAbove(store);
  const move = (percent: number): void => {
    store.view.split.value = Math.round(Math.max(bounds.low, Math.min(bounds.high, percent)));
  };
  return (
    <div
      class="splitter"
      role="separator"
      aria-orientation="horizontal"
      aria-label={store.strings.value.splitter}
      aria-valuemin={bounds.low}
      aria-valuemax={bounds.high}
      aria-valuenow={share}
      tabIndex={0}
      onKeyDown={(event) => {
        const steps: Record<string, number> = { ArrowUp: -bounds.step, ArrowDown: bounds.step };
        const step = steps[event.key];
        if (step === undefined) return;
        event.preventDefault();
        move(share + step);
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
      }}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const frame = event.currentTarget.parentElement?.getBoundingClientRect();
        if (frame !== undefined) move((100 * (event.clientY - frame.top)) / frame.height);
      }}
    />
  );
}
