/** The find bar: what is looked for, how exactly, how many there are, and the way from one to the next. */
import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { Icon } from '../elements/icon';
import type { FromStore } from './fromStore';
import type { Found } from './found';
import type { Query } from './matches';
import { findWords, type FindWords } from './words';

interface FindBarProps {
  readonly store: FromStore;
  readonly found: Signal<Found | null>;
  readonly act: {
    readonly change: (query: Query) => void;
    readonly step: (by: 1 | -1) => void;
    /** Null puts the line to replace by away. */
    readonly replaceBy: (by: string | null) => void;
    readonly replaceOne: () => void;
    readonly replaceAll: () => void;
    readonly close: () => void;
  };
}

export function FindBar({ store, found, act }: FindBarProps): JSX.Element | null {
  const words = findWords(store.language.value);
  const now = found.value;
  if (now === null) return null;
  const { query, matches, index, by } = now;
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
    const isMod = event.ctrlKey || event.metaKey;
    const isFind = isMod && event.key.toLowerCase() === 'f';
    const isReplace = isMod && event.key.toLowerCase() === 'h';
    const isBy = isField && event.target.name === 'by';
    if (event.key === 'Escape') act.close();
    else if (isReplace) act.replaceBy(by ?? '');
    else if (event.key === 'Enter' && isBy && isMod) act.replaceAll();
    else if (event.key === 'Enter' && isBy && isPlain && !event.shiftKey) act.replaceOne();
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
      <button
        type="button"
        class="plain icon-button"
        aria-expanded={by !== null}
        aria-label={words.toggleReplace}
        title={words.toggleReplace}
        onClick={() => {
          act.replaceBy(by === null ? '' : null);
        }}
      >
        <Icon name={by === null ? 'chevron-right' : 'chevron-down'} />
      </button>
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
      {by !== null && (
        <div class="find-replace">
          <div class="find-field">
            <input
              type="text"
              name="by"
              aria-label={words.replaceWith}
              placeholder={words.replaceWith}
              value={by}
              spellcheck={false}
              autocomplete="off"
              onInput={(event) => {
                act.replaceBy(event.currentTarget.value);
              }}
            />
          </div>
          <Press icon="replace" label={`${words.replaceOne} (Enter)`} act={act.replaceOne} />
          <Press icon="replace-all" label={`${words.replaceAll} (Ctrl+Enter)`} act={act.replaceAll} />
        </div>
      )}
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
