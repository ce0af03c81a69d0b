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
          <pre class="traceback">{plainText(error.traceback ?? error.message)}</pre>
        </>
      )}
      <h3>{strings.stdout}</h3>
      {stdout === '' ? <p class="muted">{strings.noOutput}</p> : <pre>{plainText(stdout)}</pre>}
      {store.python.value !== null && <p class="muted">{strings.python(store.python.value)}</p>}
    </div>
  );
}
