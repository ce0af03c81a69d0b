/** The course as files of the workspace. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { wholeCourse } from '../support/wholeCourse';
import { closeAll, eventually, fileText, tutorApi, type } from './support';

describe('exporting the course', () => {
  before(tutorApi);
  after(closeAll);

  it('copies every snippet into the workspace, and uses those from then on', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder, 'the tests run with a workspace');
    await vscode.commands.executeCommand('backpropTutor.openInEditor', 'chain-rule');
    const before = vscode.window.activeTextEditor;
    assert.ok(before);
    await type(before, '# mine\n');
    await before.document.save();

    await vscode.commands.executeCommand('backpropTutor.exportCourse');
    const target = vscode.Uri.joinPath(folder, 'backprop-tutor');
    const names = (await vscode.workspace.fs.readDirectory(target)).map(([name]) => name).sort();
    assert.deepEqual(names, wholeCourse.map(({ id }) => `${id}.py`).sort());
    assert.equal(await fileText(vscode.Uri.joinPath(target, 'chain-rule.py')), '# mine\n');

    await closeAll();
    await vscode.commands.executeCommand('backpropTutor.openInEditor', 'chain-rule');
    await eventually('the workspace\u2019s file is open', () => {
      const open = vscode.window.activeTextEditor?.document.uri.toString();
      return open === vscode.Uri.joinPath(target, 'chain-rule.py').toString();
    });
    // Back to how it was for whichever suite comes next.
    await vscode.commands.executeCommand('backpropTutor.reset', 'chain-rule');
    await vscode.window.activeTextEditor?.document.save();
  });
});
