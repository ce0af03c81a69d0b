/** Starts the page "Your code" in its webview. */
import './yourCode.css';
import { render } from 'preact';
import { signal } from '@preact/signals';
import * as v from 'valibot';
import { HOST_EXTENSION } from 'vscode-messenger-common';
import { Messenger } from 'vscode-messenger-webview';
import {
  yourCodeAction,
  yourCodeChanged,
  yourCodeModelSchema,
  yourCodeReady,
  type YourCodeModel,
} from '../../protocol/yourCode';
import { YourCode } from './yourCode';

declare function acquireVsCodeApi(): NonNullable<ConstructorParameters<typeof Messenger>[0]>;

const root = document.getElementById('root');
if (root !== null) {
  const messenger = new Messenger(acquireVsCodeApi());
  const model = signal<YourCodeModel | null>(null);
  messenger.onNotification<unknown>({ method: yourCodeChanged.method }, (given) => {
    const parsed = v.safeParse(yourCodeModelSchema, given);
    if (parsed.success) {
      model.value = parsed.output;
      document.documentElement.lang = parsed.output.language;
    } else console.error('A model of the page is malformed.', v.flatten(parsed.issues));
  });
  messenger.start();
  render(
    <YourCode
      model={model}
      act={(action) => {
        messenger.sendNotification(yourCodeAction, HOST_EXTENSION, action);
      }}
    />,
    root,
  );
  messenger.sendNotification(yourCodeReady, HOST_EXTENSION, null);
}
