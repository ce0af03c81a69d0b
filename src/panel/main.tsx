/** Starts the panel in its webview. */
import '@vscode/codicons/dist/codicon.css';
import 'katex/dist/katex.min.css';
import 'uplot/dist/uPlot.min.css';
import './panel.css';
import { render } from 'preact';
import { App } from './app';
import { Connection } from './sync/connection';
import { createEditorState } from './snippet/editorState';
import { Store } from './store';
import { ViewState } from './kept/viewState';

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): unknown;
};

const root = document.getElementById('root');
if (root !== null) {
  const api = acquireVsCodeApi();
  const connection = new Connection(api);
  const nonce = document.body.dataset['nonce'] ?? '';
  const store: Store = new Store(connection, new ViewState(api), nonce, (text, session, exercise) =>
    createEditorState(text, session, store, exercise, nonce),
  );
  connection.start();
  render(<App store={store} />, root);
  void store.open();
}
