/** Tabs after the pattern of the ARIA authoring practices: arrow keys choose, one tab stop, panels named by their tab. */
import type { JSX } from 'preact';

/** One tab; whoever shows the tabs draws what the chosen one is about, in the element with the id `tab-panel`. */
export interface Tab<Name extends string> {
  readonly name: Name;
  readonly label: string;
  /** Whether a dot says that there is something in it. */
  readonly marked?: boolean;
}

interface TabsProps<Name extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Name>[];
  readonly chosen: Name;
  readonly choose: (name: Name) => void;
}

/** A list of tabs. */
export function Tabs<Name extends string>({ label, tabs, chosen, choose }: TabsProps<Name>): JSX.Element {
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
    <div class="tabs" role="tablist" aria-label={label} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.name}
          id={`tab-${tab.name}`}
          type="button"
          role="tab"
          class={tab.marked === true ? 'is-marked' : ''}
          aria-selected={tab.name === chosen}
          aria-controls="tab-panel"
          tabIndex={tab.name === chosen ? 0 : -1}
          onClick={() => {
            choose(tab.name);
          }}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
