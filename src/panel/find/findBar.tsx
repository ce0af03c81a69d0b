/** The find bar: what is looked for, how exactly, how many there are, and the way from one to the next. */
import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { Icon } from '../icon';
import type { FromStore } from './fromStore';
import type { Found } from './find';
import type { Query } from './matches';
import { findWords, type FindWords } from './words';

interface FindBarProps {
  readonly store: FromStore;
  readonly found: Signal<Found | null>;
  readonly act: {
    readonly change: (query: Query) => void;
    readonly step: (by: 1 | -1) => void;
    readonly close: () => void;
  };
}

export function FindBar({ store, found, act }: FindBarProps): JSX.Element | null {
  const words = findWords(store.language.value);
  const now = found.value;
  if (now === null) return null;
  const { query, matches, index } = now;
  const said = query.text === '' ? '' : describe(matches?.length ?? null, index, words);
  const option = (key: 'matchCase' | 'wholeWord' | 'isPattern', icon: string, label: string): JSX.Element => (
    <button
      type="button"
      class="plain icon-button find-option"
      aria-pressed={query[key]}
      aria-label={label}
      title={label}
      onClick={() => {
        act.change({ ...query, [key]: !query[key] });
      }}
    >
      <Icon name={icon} />
    </button>
  );
  const hear = (event: KeyboardEvent): void => {
    const isField = event.target instanceof HTMLInputElement;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const isFind = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f';
    if (event.key === 'Escape') act.close();
    else if (event.key === 'F3' || (event.key === 'Enter' && isField && isPlain))
      act.step(event.shiftKey ? -1 : 1);
    else if (isFind && isField) event.target.select();
    else return;
    // Nor is VS Code to hear of it, which has finds of its own.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="find-bar" role="search" aria-label={words.find} onKeyDown={hear}>
      <div class={`find-field${matches === null || (said !== '' && matches.length === 0) ? ' is-none' : ''}`}>
        <input
          type="text"
          aria-label={words.find}
          placeholder={words.find}
          value={query.text}
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => {
            act.change({ ...query, text: event.currentTarget.value });
          }}
        />
        {option('matchCase', 'case-sensitive', words.matchCase)}
        {option('wholeWord', 'whole-word', words.wholeWord)}
        {option('isPattern', 'regex', words.pattern)}
      </div>
      <span class="find-count" role="status">
        {said}
      </span>
      <Press
        icon="arrow-up"
        label={`${words.previous} (Shift+Enter)`}
        act={() => {
          act.step(-1);
        }}
      />
      <Press
        icon="arrow-down"
        label={`${words.next} (Enter)`}
        act={() => {
          act.step(1);
        }}
      />
      <Press icon="close" label={`${words.close} (Esc)`} act={act.close} />
    </div>
  );
}

function describe(count: number | null, index: number | null, words: FindWords): string {
  if (count === null) return words.invalid;
  return count === 0 ? words.none : words.count(index, count);
}

interface PressProps {
  readonly icon: string;
  readonly label: string;
  readonly act: () => void;
}

function Press({ icon, label, act }: PressProps): JSX.Element {
  return (
    <button type="button" class="plain icon-button" aria-label={label} title={label} onClick={act}>
      <Icon name={icon} />
    </button>
  );
}
