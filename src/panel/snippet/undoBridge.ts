/** Undo and redo as VS Code asks for them. */
import { redo, undo } from '@codemirror/commands';
import type { EditorView } from '@codemirror/view';

type ExecCommand = (command: string, showUi?: boolean, value?: string) => boolean;

/**
 * VS Code keeps the undo keys from webviews, runs its own command, and forwards that as `execCommand` to the page,
 * whose native undo knows nothing of what the editor did by itself. So these two commands go to the editor directly,
 * wherever they come from: key, menu, or palette. Returns how to put everything back.
 */
export function bridgeUndo(view: EditorView): () => void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is what VS Code calls
  const native: ExecCommand = document.execCommand.bind(document);
  const bridged: ExecCommand = (command, showUi, value) => {
    const editorCommand = { undo, redo }[command.toLowerCase()];
    const active = document.activeElement;
    const elsewhere = active !== null && active !== document.body && !view.contentDOM.contains(active);
    if (editorCommand === undefined || (elsewhere && isTextField(active)))
      return native(command, showUi, value);
    return editorCommand(view);
  };
  Object.defineProperty(document, 'execCommand', { value: bridged, configurable: true });
  return () => {
    Reflect.deleteProperty(document, 'execCommand');
  };
}

function isTextField(element: Element): boolean {
  return (
    element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text')
  );
}
