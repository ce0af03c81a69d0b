/** Python that is only read: a hint's lines, coloured like the editor's. */
import { pythonLanguage } from '@codemirror/lang-python';
import { highlightCode } from '@lezer/highlight';
import type { ComponentChildren, JSX } from 'preact';
import { tokens } from './colours';

/** Draws the source; every character of it arrives as text. */
export function PythonCode({ source }: { readonly source: string }): JSX.Element {
  const parts: ComponentChildren[] = [];
  highlightCode(
    source,
    pythonLanguage.parser.parse(source),
    tokens,
    (text, classes) => {
      parts.push(classes === '' ? text : <span class={classes}>{text}</span>);
    },
    () => {
      parts.push('\n');
    },
  );
  return (
    <pre class="python-code">
      <code>{parts}</code>
    </pre>
  );
}
