/** A sentence about the snippet: plain text, in which code and the names of arrays stand out. */
import type { JSX } from 'preact';
import type { ExerciseContent } from '../../course/exercise';
import { splitSentence } from './names';
import type { Store } from '../store';

/** What it takes of what the panel knows and can do. */
type FromStore = Pick<Store, 'exercise'>;

interface MessageProps {
  readonly store: FromStore;
  readonly text: string;
  /** Whether its letters are the notes' symbols, not the snippet's names: then only code stands out. */
  readonly symbols?: boolean;
}

/** Every character arrives as text, whoever wrote it. */
export function Message({ store, text, symbols = false }: MessageProps): JSX.Element {
  return (
    <span class="message">
      {splitSentence(text, symbols ? new Set() : namesOf(store.exercise.value)).map((part, index) =>
        part.isCode ? <code key={index}>{part.text}</code> : part.text,
      )}
    </span>
  );
}

/** The same for places that want an element at once. */
export function messageElement(exercise: ExerciseContent | null, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'message';
  for (const part of splitSentence(text, namesOf(exercise))) {
    const node = document.createElement(part.isCode ? 'code' : 'span');
    node.textContent = part.text;
    element.append(node);
  }
  return element;
}

function namesOf(exercise: ExerciseContent | null): ReadonlySet<string> {
  return new Set([
    ...(exercise?.parameters ?? []),
    ...(exercise?.returns ?? []),
    ...(exercise?.equations.map(({ name }) => name) ?? []),
  ]);
}
