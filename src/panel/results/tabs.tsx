/** Tabs after the pattern of the ARIA authoring practices: arrow keys choose, one tab stop, panels named by their tab. */
import type { ComponentChildren, JSX } from 'preact';

/** One tab; its content is drawn only while it is chosen. */
export interface Tab<Name extends string> {
  readonly name: Name;
  readonly label: string;
  /** Shown beside the label, not part of its name. */
  readonly badge?: string | null;
  readonly content: () => ComponentChildren;
}

interface TabsProps<Name extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Name>[];
  readonly chosen: Name;
  readonly choose: (name: Name) => void;
}

/** A list of tabs and the panel of the chosen one. */
export function Tabs<Name extends string>({ label, tabs, chosen, choose }: TabsProps<Name>): JSX.Element {
  const current = tabs.find((tab) => tab.name === chosen) ?? tabs[0];
  const move = (event: KeyboardEvent): void => {
    const position = tabs.findIndex((tab) => tab.name === chosen);
    const goals: Record<string, number> = {
      ArrowRight: (position + 1) % tabs.length,
      ArrowLeft: (position - 1 + tabs.length) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const goal = tabs[goals[event.key] ?? -1];
    if (goal === undefined) return;
    event.preventDefault();
    choose(goal.name);
    document.getElementById(`tab-${goal.name}`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.name}
            id={`tab-${tab.name}`}
            type="button"
            role="tab"
            aria-selected={tab.name === chosen}
            aria-controls="tab-panel"
            aria-label={tab.label}
            data-badge={tab.badge ?? undefined}
            tabIndex={tab.name === chosen ? 0 : -1}
            onClick={() => {
              choose(tab.name);
            }}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div id="tab-panel" class="tab-panel" role="tabpanel" aria-labelledby={`tab-${chosen}`} tabIndex={0}>
        {current?.content()}
      </div>
    </>
  );
}
