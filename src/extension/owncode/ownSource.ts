/** A learner's own program as VS Code has it open: a Python file, or the code cells of a notebook one after the other. */
import * as vscode from 'vscode';
import { programOfCells } from '../../owncode/notebook';
import { nameOf } from '../files/anyFile';

/** A line (from 0) of a document. */
export interface Place {
  readonly uri: vscode.Uri;
  readonly line: number;
}

interface Part {
  readonly document: vscode.TextDocument;
  /** Of the document, when the program was read. */
  readonly text: string;
  /** The program's line (from 1) that is the document's first. */
  readonly firstLine: number;
}

/** A program as it was at one moment. */
export class OwnSource {
  private readonly lines: readonly string[];

  private constructor(
    /** Of the file, or of the notebook. */
    readonly uri: vscode.Uri,
    readonly text: string,
    private readonly parts: readonly Part[],
    /** Whose cells they are; a cell that is added or taken away changes the program too. */
    private readonly notebook?: vscode.NotebookDocument,
  ) {
    this.lines = text.split(/\r\n?|\n/u);
  }

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
    const text = document.getText();
    return notebook
      ? OwnSource.ofNotebook(notebook)
      : new OwnSource(document.uri, text, [{ document, text, firstLine: 1 }]);
  }

  private static ofNotebook(notebook: vscode.NotebookDocument): OwnSource {
    const code = codeOf(notebook);
    const program = programOfCells(code);
    const parts = program.cells.flatMap(({ number, firstLine }): Part[] => {
      const cell = code.find((one) => one.number === number);
      return cell ? [{ document: cell.document, text: cell.source, firstLine }] : [];
    });
    return new OwnSource(notebook.uri, program.text, parts, notebook);
  }

  /** Where a line of the program (from 1) stands; undefined where no document has it. */
  placeOf(line: number): Place | undefined {
    const part = this.parts.findLast(({ firstLine }) => firstLine <= line);
    return part && { uri: part.document.uri, line: line - part.firstLine };
  }

  /** The text of a line of the program (from 1). */
  lineAt(line: number): string {
    return this.lines[line - 1] ?? '';
  }

  /** The documents that the program is made of. */
  get documents(): readonly vscode.TextDocument[] {
    return this.parts.map(({ document }) => document);
  }

  /** Whether a document is the program, or the notebook that holds it. */
  isOf(document: vscode.TextDocument | vscode.NotebookDocument): boolean {
    return document === this.notebook || this.documents.some((one) => one === document);
  }

  /** Whether something has been typed since, or a cell added or taken away. */
  get isStale(): boolean {
    if (this.notebook && !this.notebook.isClosed)
      return programOfCells(codeOf(this.notebook)).text !== this.text;
    return this.parts.some(({ document, text }) => document.isClosed || document.getText() !== text);
  }
}

interface PythonCell {
  readonly document: vscode.TextDocument;
  readonly source: string;
  readonly number: number;
}

function codeOf(notebook: vscode.NotebookDocument): readonly PythonCell[] {
  return pythonCells(notebook).map(({ document, index }) => ({
    document,
    source: document.getText(),
    number: index + 1,
  }));
}

/** The notebook that a document is a cell of. */
export function notebookOf(document: vscode.TextDocument): vscode.NotebookDocument | undefined {
  if (document.uri.scheme !== 'vscode-notebook-cell') return undefined;
  return vscode.workspace.notebookDocuments.find((notebook) =>
    notebook.getCells().some((cell) => cell.document === document),
  );
}

/** The address under which a document's program is kept: its own, or its notebook's. */
export function programUri(document: vscode.TextDocument): vscode.Uri {
  return notebookOf(document)?.uri ?? document.uri;
}

/** The cells of a notebook that are Python, in order. */
export function pythonCells(notebook: vscode.NotebookDocument): readonly vscode.NotebookCell[] {
  return notebook.getCells().filter(({ document }) => document.languageId === 'python');
}

/** The document of a notebook's first Python cell: whichever it is, its program is the notebook's. */
export function firstPythonCell(
  notebook: vscode.NotebookDocument | undefined,
): vscode.TextDocument | undefined {
  return notebook && pythonCells(notebook)[0]?.document;
}
