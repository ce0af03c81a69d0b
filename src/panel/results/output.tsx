/**
 * The tab "Output": what the snippet printed and where it failed, as text and never as anything else, and which Python
 * ran it.
 */
import type { JSX } from 'preact';
import type { FromStore } from './fromStore';
import { plainText } from './plainText';

/** Standard output and traceback. */
export function Output({ store }: { readonly store: FromStore }): JSX.Element {
  const strings = store.strings.value;
  const report = store.report.value;
  if (report === null) {
    return (
      <div class="empty">
        <p>{strings.noResults}</p>
      </div>
    );
  }
  const { error, stdout } = report;
  return (
    <div class="output">
      {error !== null && (
        <>
          <h3>{strings.traceback}</h3>
          <Traceback text={plainText(error.traceback ?? error.message)} />
        </>
      )}
      <h3>{strings.stdout}</h3>
      {stdout === '' ? <p class="muted">{strings.noOutput}</p> : <pre>{plainText(stdout)}</pre>}
      {store.python.value !== null && <p class="muted">{strings.python(store.python.value)}</p>}
    </div>
  );
}

/** A line of carets, which mark a part of the line above it. */
const marks = /^ *[~^]+(?: +[~^]+)* *$/u;

/** Long lines wrap, but for those whose part is marked by the line below. */
function Traceback({ text }: { readonly text: string }): JSX.Element {
  const lines = text.split('\n');
  const isMarked = (at: number): boolean => marks.test(lines[at + 1] ?? '');
  return (
    <pre class="traceback" tabIndex={0}>
      {lines.map((line, at) => (
        <span key={at} class={isMarked(at) || isMarked(at - 1) ? 'is-whole' : undefined}>
          {at < lines.length - 1 ? `${line}\n` : line}
        </span>
      ))}
    </pre>
  );
}
