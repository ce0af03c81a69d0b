/**
 * What was typed and is not yet known to have come, in the window's own storage: VS Code's keeps a panel's state for that
 * panel, and where the extension's process dies, the panel that takes its place begins without it.
 */
import * as v from 'valibot';
import { typedSchema } from '../../protocol/schemas';

const key = 'backpropTutor.unsaved';

/** By exercise. */
export const unsavedSchema = v.record(v.string(), typedSchema);

export type UnsavedKeys = v.InferOutput<typeof unsavedSchema>;

/** What an earlier page of this window left; nothing where there is no storage. */
export function readUnsaved(): UnsavedKeys {
  try {
    return v.parse(v.fallback(unsavedSchema, {}), JSON.parse(sessionStorage.getItem(key) ?? '{}'));
  } catch {
    return {};
  }
}

/** Keeps it for a page that comes after this one. */
export function writeUnsaved(unsaved: UnsavedKeys): void {
  try {
    if (Object.keys(unsaved).length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(unsaved));
  } catch {
    // No storage, or none left: VS Code's state has it too.
  }
}
