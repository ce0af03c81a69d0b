/** Small values about files that outlive the window, in VS Code's own state: it is there when the disk is full. */
import * as v from 'valibot';
import type * as vscode from 'vscode';
import type { KeptValues } from './snippetFile';

/** Values by the addresses of files, under a name of their own. */
export function keptValues<T>(
  memento: vscode.Memento,
  name: string,
  schema: v.GenericSchema<unknown, T>,
): KeptValues<T> {
  const keyOf = (uri: vscode.Uri): string => `${name}:${uri.toString()}`;
  return {
    get: (uri) => {
      const kept = v.safeParse(schema, memento.get<unknown>(keyOf(uri)));
      return kept.success ? kept.output : undefined;
    },
    set: (uri, value) => void memento.update(keyOf(uri), value),
  };
}
