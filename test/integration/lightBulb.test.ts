/** The light bulb over a finding in VS Code's own editor, and the two matrices over a variable. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { backward2Layer } from '../../src/course/exercises/backward2Layer';
import { closeAll, eventually, tutorApi, type } from './support';

const { id, solution } = backward2Layer;
const faulty = solution.replace(/^( *)dW1 = .*$/m, '$1dW1 = np.dot(X.T, dZ1)');
const lines = faulty.split('\n');
const execute = <T>(command: string, ...rest: unknown[]) =>
  vscode.commands.executeCommand<T>(command, ...rest);

describe("the tutor's light bulb", () => {
  let editor: vscode.TextEditor;

  const lineOf = (name: string): number => lines.findIndex((line) => line.trim().startsWith(`${name} =`));
  const rangeOf = (name: string): vscode.Range => editor.document.lineAt(lineOf(name)).range;
  const offered = async (range: vscode.Range): Promise<readonly vscode.CodeAction[]> => {
    const all = await execute<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      range,
    );
    return all.filter(({ command }) => command?.command.startsWith('backpropTutor.') ?? false);
  };

  before(async function () {
    this.timeout(90_000);
    await tutorApi();
    const settings = vscode.workspace.getConfiguration('backpropTutor');
    await settings.update('checkOnType', false, vscode.ConfigurationTarget.Global);
    await execute('backpropTutor.openInEditor', id);
    assert.ok(vscode.window.activeTextEditor);
    editor = vscode.window.activeTextEditor;
    await type(editor, faulty);
    await execute('backpropTutor.check');
  });

  after(async () => {
    await execute('backpropTutor.reset', id);
    await editor.document.save();
    const settings = vscode.workspace.getConfiguration('backpropTutor');
    await settings.update('checkOnType', undefined, vscode.ConfigurationTarget.Global);
    await closeAll();
  });

  it('offers the hint and the equation for what was found', async () => {
    const actions = await offered(rangeOf('dW1'));
    assert.deepEqual(
      actions.map(({ title, command }) => [title, command?.command, command?.arguments]),
      [
        ['Show hint', 'backpropTutor.hint', [id]],
        ['Show equation of dW1 in the tutor', 'backpropTutor.showEquation', [{ exercise: id, term: 'dW1' }]],
      ],
    );
    assert.ok(actions.every(({ kind }) => kind?.contains(vscode.CodeActionKind.QuickFix)));
  });

  it('offers the equation of a line without a finding to who asks, and none of the hints', async () => {
    const actions = await offered(rangeOf('dZ1'));
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Show equation of dZ1 in the tutor'],
    );
    assert.deepEqual(await offered(editor.document.lineAt(0).range), []);
  });

  it('opens the panel with what it offers', async () => {
    for (const { command } of await offered(rangeOf('dW1'))) {
      assert.ok(command);
      await closeAll();
      await execute(command.command, ...((command.arguments ?? []) as readonly unknown[]));
      await eventually(`${command.title} opens the panel`, () =>
        vscode.window.tabGroups.all.some(({ tabs }) =>
          tabs.some(({ input }) => input instanceof vscode.TabInputWebview),
        ),
      );
    }
    await closeAll();
    await execute('backpropTutor.openInEditor', id);
    assert.ok(vscode.window.activeTextEditor);
    editor = vscode.window.activeTextEditor;
  });

  it('has both matrices over a variable, of the shape that it names, with the numbers of the check', async () => {
    const line = lineOf('dW1');
    const at = new vscode.Position(line, lines[line]?.indexOf('dW1') ?? 0);
    const hovers = await execute<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, at);
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
      .join('\n');
    const [, rows, columns] = /`\((\d+), (\d+)\)`/u.exec(text) ?? [];
    const [, yours = '', reference = ''] =
      /yours\s*\n([\s\S]*?)reference\s*\n([\s\S]*?)```/u.exec(text) ?? [];
    const numbers = (part: string): readonly number[] => part.match(/-?\d[\d.e+-]*/gu)?.map(Number) ?? [];
    const [given, right] = [numbers(yours), numbers(reference)];
    assert.equal(given.length, Number(rows) * Number(columns), text);
    assert.equal(right.length, given.length, text);
    // The mean over the samples is missing: each entry is as many times as large as there are samples.
    const ratios = given.map((value, i) => value / (right[i] ?? NaN)).filter(Number.isFinite);
    const [first = NaN] = ratios;
    assert.ok(first > 1.5 && ratios.every((ratio) => Math.abs(ratio / first - 1) < 0.05), text);
  });
});
