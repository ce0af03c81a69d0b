/** The region "Results": what the last check found, the cost curve, the output, the hints. */
import type { JSX } from 'preact';
import { lazily } from '../lazy';
import type { Store } from '../store';
import { Gradients } from './gradients';
import { Hints } from './hints';
import { Output } from './output';
import { Tabs } from './tabs';

const CostCurve = lazily(() => import('./costCurve').then((module) => module.CostCurve));

/** Four tabs. */
export function Results({ store }: { readonly store: Store }): JSX.Element {
  const strings = store.strings.value;
  const report = store.report.value;
  const hints = store.exercise.value?.hints.length ?? 0;
  const opened = store.model.value?.hintsOpened ?? 0;
  const wrong = report?.values.filter((value) => !value.ok).length ?? 0;
  return (
    <section class="region results" aria-label={strings.regions.results}>
      <Tabs
        label={strings.regions.results}
        chosen={store.view.tab.value}
        choose={(name) => {
          store.view.tab.value = name;
        }}
        tabs={[
          {
            name: 'gradients',
            label: strings.tabs.gradients,
            badge: wrong > 0 ? `✗ ${String(wrong)}` : report?.verdict === 'pass' ? '✓' : null,
            content: () => <Gradients store={store} />,
          },
          { name: 'cost', label: strings.tabs.cost, content: () => <CostCurve store={store} /> },
          {
            name: 'output',
            label: strings.tabs.output,
            badge: report !== null && (report.stdout !== '' || report.error !== null) ? '•' : null,
            content: () => <Output store={store} />,
          },
          {
            name: 'hints',
            label: strings.tabs.hints,
            badge: strings.hintsCount(opened, hints),
            content: () => <Hints store={store} />,
          },
        ]}
      />
    </section>
  );
}
