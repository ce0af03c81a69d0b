/** A learner's own program as VS Code has it open: a Python file, or the code cells of a notebook one after the other. */
import * as vscode from 'vscode';
import { nameOf } from '../files/anyFile';

/** A line (from 0) of a document. */
export interface Place {
  readonly uri: vscode.Uri;
  readonly line: number;
}

interface Part {
  readonly document: vscode.TextDocument;
  readonly text: string;
  /** The number of the program's lines that stand before it. */
  readonly before: number;
  readonly lines: number;
}

const lineEnd = /\r\n?|\n/u;

/** A program as it was at one moment. */
export class OwnSource {
  private constructor(
    /** Of the file, or of the notebook. */
    readonly uri: vscode.Uri,
    readonly text: string,
    private readonly parts: readonly Part[],
  ) {}

  /** For people: the file's name. */
  get name(): string {
    return nameOf(this.uri);
  }

  /** The folder that the file lies in, where that is a folder of this machine. */
  get folder(): string | null {
    return this.uri.scheme === 'file' ? vscode.Uri.joinPath(this.uri, '..').fsPath : null;
  }

  /** The program that a document is, or is a cell of; undefined where it is not Python. */
  static of(document: vscode.TextDocument): OwnSource | undefined {
    if (document.languageId !== 'python') return undefined;
    const notebook = notebookOf(document);
    const documents = notebook ? codeOf(notebook) : [document];
    let before = 0;
    const parts = documents.map((one): Part => {
      const text = one.getText();
      const lines = text.split(lineEnd).length;
      const part = { document: one, text, before, lines };
      before += lines;
      return part;
    });
    const text = parts.map((part) => part.text).join('\n');
    return new OwnSource(notebook?.uri ?? document.uri, text, parts);
  }

  /** Where a line of the program (from 1) stands; undefined where there is none of that number. */
  placeOf(line: number): Place | undefined {
    const part = this.parts.find(({ before, lines }) => line > before && line <= before + lines);
    return part && { uri: part.document.uri, line: line - 1 - part.before };
  }

  /** The text of a line of the program (from 1). */
  lineAt(line: number): string {
    return this.text.split(lineEnd)[line - 1] ?? '';
  }

  /** The documents that the program is made of. */
  get documents(): readonly vscode.TextDocument[] {
    return this.parts.map(({ document }) => document);
  }

  /** Whether something has been typed since. */
  get isStale(): boolean {
    return this.parts.some(({ document, text }) => document.isClosed || document.getText() !== text);
  }
}

/** The notebook that a document is a cell of. */
export function notebookOf(document: vscode.TextDocument): vscode.NotebookDocument | undefined {
  if (document.uri.scheme !== 'vscode-notebook-cell') return undefined;
  return vscode.workspace.notebookDocuments.find((notebook) =>
    notebook.getCells().some((cell) => cell.document === document),
  );
}

/** Whether an address is that of a cell whose notebook a tab shows. */
export function isNotebookShown(cell: vscode.Uri): boolean {
  if (cell.scheme !== 'vscode-notebook-cell') return false;
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputNotebook && input.uri.path === cell.path),
  );
}

/** The address under which a document's program is kept: its own, or its notebook's. */
export function programUri(document: vscode.TextDocument): vscode.Uri {
  return notebookOf(document)?.uri ?? document.uri;
}

function codeOf(notebook: vscode.NotebookDocument): vscode.TextDocument[] {
  return notebook
    .getCells()
    .map(({ document }) => document)
    .filter(({ languageId }) => languageId === 'python');
}
