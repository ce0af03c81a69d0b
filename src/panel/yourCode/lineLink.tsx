/** A line of the program, as a button that leads to it. */
import type { JSX } from 'preact';
import type { YourCodeAction } from '../../protocol/yourCode';
import type { Words } from './words';

interface Props {
  readonly line: number;
  readonly words: Words;
  readonly act: (action: YourCodeAction) => void;
}

/** Asks for the line when it is pressed. */
export function LineLink({ line, words, act }: Props): JSX.Element {
  return (
    <button
      type="button"
      class="line-link"
      onClick={() => {
        act({ kind: 'goTo', line });
      }}
    >
      {words.line(line)}
    </button>
  );
}
