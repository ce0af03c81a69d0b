/** Samples in columns: a choice that is kept with the snippet, and that starter and judging follow. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { exerciseById } from '../../src/course/course';
import type { TutorApi } from '../../src/extension/extension';
import { closeAll, eventually, tutorApi, type } from './support';

const exercise = 'hidden-gradients';

async function opened(): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('backpropTutor.openInEditor', exercise);
  await eventually('the snippet is open', () =>
    Boolean(vscode.window.activeTextEditor?.document.uri.path.endsWith(`${exercise}.py`)),
  );
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  return editor;
}

describe('samples in columns', function () {
  this.timeout(60_000);
  let api: TutorApi;
  const starterIn = (samples: 'rows' | 'columns'): string =>
    exerciseById(exercise, samples)?.starter.en ?? '';

  before(async () => {
    api = await tutorApi();
    await vscode.commands.executeCommand('backpropTutor.reset', exercise);
  });

  after(async () => {
    await vscode.commands.executeCommand('backpropTutor.samplesInRows', exercise);
    await vscode.commands.executeCommand('backpropTutor.reset', exercise);
    await closeAll();
  });

  it('are judged by the exported check where it is asked for them', async () => {
    const solution = exerciseById('backward-2-layer', 'columns')?.solution ?? '';
    const report = await api.check('backward-2-layer', solution, { samples: 'columns' });
    assert.equal(report.verdict, 'pass', JSON.stringify(report.error));
    assert.equal(report.convention?.samples, 'columns');
    const other = await api.check('backward-2-layer', solution);
    assert.equal(other.diagnoses[0]?.code, 'samples-in-columns');
  });

  it('turn a starter that nobody has touched, and leave code of one’s own', async () => {
    const { document } = await opened();
    assert.equal(document.getText(), starterIn('rows'));
    await vscode.commands.executeCommand('backpropTutor.samplesInColumns');
    await eventually('the starter follows', () => document.getText() === starterIn('columns'));
    const own = `${starterIn('columns')}# mine\n`;
    await type(await opened(), own);
    await vscode.commands.executeCommand('backpropTutor.samplesInRows');
    assert.equal(document.getText(), own);
    await vscode.commands.executeCommand('backpropTutor.samplesInColumns');
  });

  it('are what the editor’s check judges by', async () => {
    const editor = await opened();
    await type(editor, exerciseById(exercise, 'columns')?.solution ?? '');
    await vscode.commands.executeCommand('backpropTutor.check', exercise);
    assert.deepEqual(vscode.languages.getDiagnostics(editor.document.uri), []);
    await vscode.commands.executeCommand('backpropTutor.samplesInRows', exercise);
    await vscode.commands.executeCommand('backpropTutor.check', exercise);
    await eventually('the other orientation is told', () =>
      vscode.languages
        .getDiagnostics(editor.document.uri)
        .some(({ message }) => message.includes('samples in columns')),
    );
    // What was found of samples that lay the other way is gone with them.
    await vscode.commands.executeCommand('backpropTutor.samplesInColumns', exercise);
    await eventually('no problem is left', () => {
      return vscode.languages.getDiagnostics(editor.document.uri).length === 0;
    });
  });
});
