/** All snippets, each an ordinary Python file: in global storage, or where the learner exported the course to. */
import * as vscode from 'vscode';
import { Disposable, DisposableValue } from '../disposable';
import { exerciseIds } from '../../course/exercise';
import type { ExerciseId } from '../../course/exercise';
import { openDocument, tabShows } from '../files/documents';
import { FileFault } from '../files/fileFault';
import { HeldHere } from '../files/heldTexts';
import type { Held, HeldTexts, PageText } from '../files/heldTexts';
import { mergeTexts } from '../files/mergeTexts';
import { SnippetFile } from '../files/snippetFile';
import type { FileKeeping, KeptValues } from '../files/snippetFile';
import { watchFiles } from '../files/watchFiles';
import type { SnippetChange } from './content';
import { Snippet } from './snippet';

/** Where the snippets lie and what a new one begins with. */
export interface SnippetSource {
  readonly folder: vscode.Uri;
  readonly starter: (exercise: ExerciseId) => string;
  /** Whether there is an exercise of that id beyond part one; asked only of what part one has not. */
  readonly isInPartTwo?: (exercise: ExerciseId) => boolean;
  /** Told of every error once; of a file's until writing works again or fails in another way. */
  readonly reportError: (error: unknown, exercise?: ExerciseId) => void;
  /** What outlives the window: the encodings that the learner named, and what the files do not hold yet. */
  readonly encodings?: KeptValues<string>;
  readonly held?: HeldTexts;
}

/** These are troubles of the folder; one message does for all its files. */
const ofTheFolder = new Set(['full', 'read-only', 'not-a-folder']);

export class Snippets extends Disposable {
  private readonly changed = this._register(new vscode.EventEmitter<SnippetChange>());
  readonly onDidChange = this.changed.event;
  private readonly moved = this._register(new vscode.EventEmitter<void>());
  /** The snippets are in another folder now: all texts may differ. */
  readonly onDidMove = this.moved.event;
  /** Those that are known without asking what comes after part one. */
  private readonly ids = new Set<ExerciseId>(exerciseIds);
  private readonly opened = new Map<ExerciseId, Promise<Snippet>>();
  private readonly loaded = new Map<ExerciseId, Snippet>();
  /** Versions go on growing when a snippet is opened anew from another folder. */
  private readonly versions = new Map<ExerciseId, number>();
  /** From the first snippet on: a folder that does not exist yet would be watched only seconds after it came to be. */
  private readonly watcher = this._register(new DisposableValue<vscode.Disposable>());
  private currentFolder: vscode.Uri;
  private readonly keeping: FileKeeping;
  /** Troubles of the folder that the learner knows of. */
  private readonly told = new Set<string>();

  constructor(private readonly source: SnippetSource) {
    super();
    this.currentFolder = source.folder;
    this.keeping = {
      encodings: source.encodings ?? keptHere(),
      held: source.held ?? new HeldHere(),
      tell: (fault, uri) => {
        if (this.told.has(fault.kind)) return;
        if (ofTheFolder.has(fault.kind)) this.told.add(fault.kind);
        source.reportError(fault, this.exerciseOf(uri));
      },
      works: () => {
        this.told.clear();
      },
    };
    this._register(
      vscode.Disposable.from(
        // The watcher's news may be late, or lost; who turns to a window wants to see what is there.
        vscode.window.onDidChangeWindowState(({ focused }) => {
          if (focused) this.reconcileAll();
        }),
        vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
          this.at(document.uri)?.documentChanged(document, contentChanges);
        }),
        vscode.workspace.onDidOpenTextDocument((document) => {
          this.at(document.uri)?.meet(document);
        }),
        vscode.workspace.onDidSaveTextDocument((document) => {
          this.at(document.uri)?.documentSaved(document);
        }),
        vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
          this.tabsChanged(opened, closed);
        }),
      ),
    );
  }

  get folder(): vscode.Uri {
    return this.currentFolder;
  }

  uriOf(exercise: ExerciseId): vscode.Uri {
    return vscode.Uri.joinPath(this.currentFolder, `${exercise}.py`);
  }

  /** The exercise whose snippet a file is, or undefined for any other file. */
  exerciseOf(uri: vscode.Uri): ExerciseId | undefined {
    const [, id] = /([^/]*)\.py$/.exec(uri.path) ?? [];
    // Where it lies is asked first: nobody waits for part two who opens another file.
    return id !== undefined && this.uriOf(id).toString() === uri.toString() && this.knows(id)
      ? id
      : undefined;
  }

  /** Whether there is an exercise of that id. */
  knows(exercise: ExerciseId): boolean {
    return this.ids.has(exercise) || this.source.isInPartTwo?.(exercise) === true;
  }

  /** Tells of exercises that are no part of the tutor's own course: their snippets are among its files too. */
  know(exercises: readonly ExerciseId[]): void {
    for (const id of exercises) this.ids.add(id);
  }

  /** The snippet of an exercise; created from the starter where there is none yet. */
  open(exercise: ExerciseId): Promise<Snippet> {
    const known = this.opened.get(exercise);
    if (known) return known;
    const opening = this.load(exercise);
    this.opened.set(exercise, opening);
    // A failure (a disk that is full, say) must not be remembered: the next attempt may succeed.
    opening.catch(() => this.opened.delete(exercise));
    return opening;
  }

  /** Uses another folder from now on; what is in its files is what the snippets are. */
  async moveTo(folder: vscode.Uri): Promise<void> {
    // What cannot be written here is kept, and has been told of.
    await this.flush().catch(ignoreFault);
    this.forget();
    this.told.clear();
    this.currentFolder = folder;
    this.moved.fire();
  }

  /** Writes everything that is not yet on disk. Rejects, once all has been tried, with the first `FileFault`. */
  async flush(): Promise<void> {
    const all = await Promise.allSettled([...this.loaded.values()].map((snippet) => snippet.flush()));
    for (const one of all) if (one.status === 'rejected') throw one.reason;
  }

  /** Writes a copy of a snippet's file, in its own encoding, to another address. Rejects with a `FileFault`. */
  async copy(exercise: ExerciseId, to: vscode.Uri): Promise<void> {
    const snippet = await this.open(exercise);
    await snippet.copyTo(to);
    const { encodings } = this.keeping;
    encodings.set(to, encodings.get(snippet.uri));
  }

  override dispose(): void {
    this.forget();
    super.dispose();
  }

  private async load(exercise: ExerciseId): Promise<Snippet> {
    const uri = this.uriOf(exercise);
    const write = (): void => {
      this.loaded.get(exercise)?.flush().catch(this.report);
    };
    const file = new SnippetFile(uri, this.keeping, write);
    let fault: unknown;
    const found = await file.read().catch((error: unknown) => void (fault = error));
    const known = found ?? (await file.begin(this.source.starter(exercise)));
    const held = await file.findHeld();
    const text = textOf(held, found?.text);
    const unwritten = text === undefined || text === known.text ? {} : { unwritten: text };
    this.watcher.value ??= this.watch();
    // An extension that begins anew goes on counting where no panel has been yet, which may have outlived the one before.
    const version = (this.versions.get(exercise) ?? Date.now()) + 1;
    const start = { known, version, isOnDisk: found !== undefined, pages: pagesOf(held), ...unwritten };
    const snippet = new Snippet(exercise, file, start, this.source.reportError);
    snippet.onDidChange((change) => {
      this.versions.set(exercise, change.version);
      this.changed.fire(change);
    });
    this.versions.set(exercise, version);
    this.loaded.set(exercise, snippet);
    if (fault !== undefined) file.failed(fault, { tryAgain: true });
    // Whatever comes of it, there is a text to work on.
    else await snippet.flush().catch(ignoreFault);
    if (!known.whole && !file.isFailing) file.failed(file.undecodable(known));
    const document = openDocument(uri);
    if (document) {
      snippet.meet(document);
      await snippet.settled();
    }
    return snippet;
  }

  private readonly report = (error: unknown): void => {
    // What is wrong with a file has been told when it was found.
    if (!(error instanceof FileFault)) this.source.reportError(error);
  };

  private at(uri: vscode.Uri): Snippet | undefined {
    // Every keystroke in any document comes by here, so the cheap question goes first.
    if (!uri.path.endsWith('.py')) return undefined;
    const exercise = this.exerciseOf(uri);
    return exercise === undefined ? undefined : this.loaded.get(exercise);
  }

  private tabsChanged(opened: readonly vscode.Tab[], closed: readonly vscode.Tab[]): void {
    for (const snippet of this.loaded.values()) {
      const key = snippet.uri.toString();
      const document = openDocument(snippet.uri);
      if (document && opened.some((tab) => tabShows(tab, key))) snippet.meet(document);
      // A tab closed with "Don't Save" leaves the file as it was: that is the text then, one undo away in the panel.
      else if (closed.some((tab) => tabShows(tab, key))) snippet.reconcile('reset');
    }
  }

  private watch(): vscode.Disposable {
    return watchFiles(this.currentFolder, '*.py', (uri) => {
      if (uri) this.at(uri)?.reconcile('elsewhere');
      else this.reconcileAll();
    });
  }

  /** Looks at the files of all snippets that are in use. */
  private reconcileAll(): void {
    for (const snippet of this.loaded.values()) snippet.reconcile('elsewhere');
  }

  private forget(): void {
    this.watcher.value = undefined;
    this.loaded.forEach((snippet) => {
      snippet.dispose();
    });
    this.loaded.clear();
    this.opened.clear();
  }
}

/** What windows held, brought together with what the file holds; undefined where neither is anything. */
function textOf(all: readonly Held[], found: string | undefined): string | undefined {
  return all.reduce<string | undefined>((now, { base, text }) => {
    if (text === null) return now;
    return now === undefined ? text : mergeTexts(base, text, now);
  }, found);
}

function pagesOf(all: readonly Held[]): readonly PageText[] {
  return all.flatMap(({ pages }) => pages).sort((a, b) => a.count - b.count);
}

function ignoreFault(error: unknown): void {
  if (!(error instanceof FileFault)) throw error;
}

/** For as long as the window is there. */
function keptHere<T>(): KeptValues<T> {
  const values = new Map<string, T>();
  return {
    get: (uri) => values.get(uri.toString()),
    set: (uri, value) => {
      if (value === undefined) values.delete(uri.toString());
      else values.set(uri.toString(), value);
    },
  };
}
