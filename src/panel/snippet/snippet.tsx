/** The region "Snippet": the editor, or the line that says where the snippet is open, and the verdict bar under it. */
import type { JSX } from 'preact';
import { Bar } from '../verdict/bar';
import type { BarStore } from '../verdict/bar';
import { Icon } from '../elements/icon';
import type { FromStore } from './fromStore';
import { BesideLine } from './besideLine';
import { Editor } from './editor';

/** File name, actions, editor, bar. */
export function Snippet({ store }: { readonly store: FromStore & BarStore }): JSX.Element {
  const strings = store.strings.value;
  return (
    <section class="snippet" aria-label={strings.regions.snippet}>
      {store.beside.isBeside.value ? (
        <BesideLine store={store} file={fileOf(store)} />
      ) : (
        <Code store={store} />
      )}
      <Bar store={store} />
    </section>
  );
}

function Code({ store }: { readonly store: FromStore }): JSX.Element {
  const strings = store.strings.value;
  const session = store.session.value;
  return (
    <div class="code">
      <div class="code-head">
        <span class="file">{fileOf(store)}</span>
        <label class="check-on-type">
          <input
            type="checkbox"
            checked={store.model.value?.checkOnType ?? false}
            onChange={(event) => {
              store.setCheckOnType(event.currentTarget.checked);
            }}
          />
          {strings.checkOnType}
        </label>
        <IconButton
          icon="go-to-file"
          label={strings.openInEditor}
          act={() => {
            store.openInEditor(null);
          }}
        />
        <IconButton
          icon="discard"
          label={strings.reset}
          title={strings.resetHint}
          act={() => void store.reset()}
        />
      </div>
      {session !== null && <Editor store={store} session={session} />}
      <p id="editor-help" class="visually-hidden">
        {strings.editorHelp}
      </p>
    </div>
  );
}

interface IconButtonProps {
  readonly icon: string;
  readonly label: string;
  readonly title?: string;
  readonly act: () => void;
}

function IconButton({ icon, label, title, act }: IconButtonProps): JSX.Element {
  return (
    <button
      class="plain icon-button"
      type="button"
      aria-label={label}
      title={title === undefined ? label : `${label}: ${title}`}
      onClick={act}
    >
      <Icon name={icon} />
    </button>
  );
}

/** The name of the snippet's file. */
function fileOf(store: FromStore): string {
  return `${(store.exercise.value?.id ?? '').replaceAll('-', '_')}.py`;
}
