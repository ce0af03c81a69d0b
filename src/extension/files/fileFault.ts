/** What can be wrong with a file, by kinds that each have a next action of their own. Pure. */

export type FaultKind =
  /** No room, on the disk or in the quota. */
  | 'full'
  /** The file, its folder or the whole file system is read-only, or another program holds the file. */
  | 'read-only'
  /** A folder stands in the file's place. */
  | 'folder'
  /** A file stands in the place of the folder. */
  | 'not-a-folder'
  /** A symbolic link that leads to itself or to a folder that is not there. */
  | 'link'
  /** Fewer bytes arrived than were written. */
  | 'short'
  /** Larger than any file of this kind can be, or no file at all (a device, a pipe). */
  | 'too-large'
  /** The bytes are no text in the encoding that they are read in. */
  | 'undecodable'
  /** The text has characters that the file's encoding has not. */
  | 'unencodable'
  /** The file was deleted or renamed underneath. */
  | 'gone'
  | 'other';

/** A file that could not be read or written. The message is the system's; people are told by `faultSentence`. */
export class FileFault extends Error {
  constructor(
    readonly kind: FaultKind,
    /** The last part of the file's address, as people call it. */
    readonly file: string,
    readonly details: { readonly cause?: unknown; readonly encoding?: string; readonly sample?: string } = {},
  ) {
    super(`${file}: ${kind}${details.cause === undefined ? '' : ` (${reasonOf(details.cause)})`}`, {
      cause: details.cause,
    });
    this.name = 'FileFault';
  }
}

/** By the codes of Node, and by those of VS Code's file systems. */
const kinds: Readonly<Record<string, FaultKind>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  EBUSY: 'read-only',
  ETXTBSY: 'read-only',
  NoPermissions: 'read-only',
  EISDIR: 'folder',
  FileIsADirectory: 'folder',
  ENOTDIR: 'not-a-folder',
  EEXIST: 'not-a-folder',
  FileNotADirectory: 'not-a-folder',
  ELOOP: 'link',
};

/** Any error of a file system as a fault of this file. */
export function faultOf(error: unknown, file: string): FileFault {
  if (error instanceof FileFault) return error;
  const code = codeOf(error);
  // VS Code's file systems often wrap the system's error, and keep no more of its code than the words.
  const worded = /\b(E[A-Z]{4,8})\b/.exec(reasonOf(error))?.[1];
  const kind = kinds[worded ?? ''] ?? kinds[code ?? ''];
  return new FileFault(kind ?? 'other', file, { cause: error });
}

/** Whether an error says that there is no such file. */
export function isMissing(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'FileNotFound';
}

/** The words of an error. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
