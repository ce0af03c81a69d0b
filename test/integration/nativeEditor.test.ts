/** What a snippet open in VS Code's own editor gets. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { backward2Layer } from '../../src/course/exercises/backward2Layer';
import { closeAll, eventually, tutorApi, type } from './support';

const { solution } = backward2Layer;
const faulty = solution.replace(/^( *)dW1 = .*$/m, '$1dW1 = np.dot(X.T, dZ1)');
const faultyLine = faulty.split('\n').findIndex((line) => line.trim().startsWith('dW1 ='));
const execute = <T>(command: string, ...rest: unknown[]) =>
  vscode.commands.executeCommand<T>(command, ...rest);

describe("a snippet in VS Code's own editor", () => {
  let editor: vscode.TextEditor;
  let uri: vscode.Uri;

  before(async () => {
    await tutorApi();
    const settings = vscode.workspace.getConfiguration('backpropTutor');
    await settings.update('checkOnType', false, vscode.ConfigurationTarget.Global);
    await execute('backpropTutor.openInEditor', 'backward-2-layer');
    assert.ok(vscode.window.activeTextEditor);
    editor = vscode.window.activeTextEditor;
    ({ uri } = editor.document);
  });

  after(async () => {
    await execute('backpropTutor.reset', 'backward-2-layer');
    await editor.document.save();
    const settings = vscode.workspace.getConfiguration('backpropTutor');
    await settings.update('checkOnType', undefined, vscode.ConfigurationTarget.Global);
    await closeAll();
  });

  const problems = () =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Backprop Tutor');
  const lenses = async () => {
    const found = await execute<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
    return found.map(({ command }) => command?.title ?? '');
  };
  const everything = new vscode.Range(0, 0, 1000, 0);

  it('is an ordinary Python file named after the exercise', () => {
    assert.match(uri.path, /\/backward-2-layer\.py$/);
    assert.equal(editor.document.languageId, 'python');
  });

  it('offers a check above the function', async () => {
    await type(editor, faulty);
    const found = await execute<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
    const check = found.find(({ command }) => command?.command === 'backpropTutor.check');
    const line = check && editor.document.lineAt(check.range.start.line).text;
    assert.match(line ?? '', /^def backward_propagation/);
  });

  it('shows the diagnosis at its line, in words, with its code', async function () {
    this.timeout(60_000);
    await execute('backpropTutor.check');
    const [first] = problems();
    assert.ok(first);
    assert.equal(first.range.start.line, faultyLine);
    assert.equal(editor.document.getText(first.range), 'dW1 = np.dot(X.T, dZ1)');
    assert.equal(first.code, 'missing-mean');
    assert.equal(first.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(first.message.length > 20);
  });

  it('points from the diagnosis to the lines that it is computed from', () => {
    const related = problems().flatMap(({ relatedInformation }) => relatedInformation ?? []);
    const texts = related.map(({ location }) => editor.document.getText(location.range));
    assert.ok(
      texts.some((text) => text.startsWith('dZ1 =')),
      texts.join(' | '),
    );
  });

  it('says above the function what is wrong', async () => {
    assert.ok(
      (await lenses()).some((title) => title.includes('dW1') && !title.includes('dW2')),
      (await lenses()).join(' | '),
    );
  });

  it('shows the shape of each line at its end, unless the setting says no', async () => {
    const shapes = async () => {
      const hints = await execute<vscode.InlayHint[]>('vscode.executeInlayHintProvider', uri, everything);
      return hints.map(
        ({ label, position }) => `${String(position.line)}: ${typeof label === 'string' ? label : ''}`,
      );
    };
    const wanted = `${String(faultyLine)}: dW1 (3, 5)`;
    assert.ok((await shapes()).includes(wanted), (await shapes()).join(' | '));
    const settings = vscode.workspace.getConfiguration('backpropTutor');
    await settings.update('inlayShapes', false, vscode.ConfigurationTarget.Global);
    try {
      assert.deepEqual(await shapes(), []);
    } finally {
      await settings.update('inlayShapes', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('says over a variable what it stands for, its shape, and its values', async () => {
    const line = faulty.split('\n').findIndex((text) => text.trim().startsWith('dW1 ='));
    const at = new vscode.Position(line, faulty.split('\n')[line]?.indexOf('dW1') ?? 0);
    const hovers = await execute<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
      .join('\n');
    assert.match(text, /`\(3, 5\)`/);
    assert.match(text, /yours/);
    assert.match(text, /reference/);
  });

  it('moves problems and shapes along with their lines, and drops those of a line that is edited', async () => {
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), '# a line above\n');
    });
    await eventually('the problem has moved', () => problems()[0]?.range.start.line === faultyLine + 1);
    await editor.edit((edit) => {
      edit.insert(editor.document.lineAt(faultyLine + 1).range.end, '  # hm');
    });
    await eventually('the problem is gone', () => problems().length === 0);
  });

  it('has no problem left once it passes', async () => {
    await type(editor, solution);
    await execute('backpropTutor.check');
    assert.deepEqual(problems(), []);
    assert.ok(
      (await lenses()).some((title) => title.includes('Passed')),
      (await lenses()).join(' | '),
    );
  });

  it('shows an error at the line where it happened', async () => {
    await type(editor, solution.replace(/^( *)dW1 = .*$/m, '$1dW1 = dZ1 * nothing'));
    await execute('backpropTutor.check');
    const [first] = problems();
    assert.match(first?.message ?? '', /nothing/);
    assert.equal(first?.range.start.line, faultyLine);
  });

  it('has no problem any more once its editor is closed, and has it again when it is opened', async () => {
    assert.notDeepEqual(problems(), []);
    await closeAll();
    await eventually('the problems are gone', () => problems().length === 0);
    await execute('backpropTutor.openInEditor', 'backward-2-layer');
    await eventually('the problems are back', () => problems().length > 0);
    assert.ok(vscode.window.activeTextEditor);
    editor = vscode.window.activeTextEditor;
  });
});
