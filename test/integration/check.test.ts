/** The exported programming interface, with the real Python. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { backward2Layer } from '../../src/course/exercises/backward2Layer';
import type { TutorApi } from '../../src/extension/extension';
import { eventually, tutorApi } from './support';

const { solution, starter } = backward2Layer;

describe('the exported check', function () {
  this.timeout(60_000);
  let api: TutorApi;

  before(async () => {
    api = await tutorApi();
  });

  it('passes the solution', async () => {
    const report = await api.check('backward-2-layer', solution);
    assert.equal(report.verdict, 'pass', JSON.stringify(report.error));
    assert.deepEqual(report.diagnoses, []);
    const [first] = report.cost?.learner ?? [];
    assert.ok(Math.abs((first ?? 0) - 0.29617825471294423) < 1e-12, String(first));
  });

  it('says that the starter has not been filled in', async () => {
    const report = await api.check('backward-2-layer', starter.en);
    assert.notEqual(report.verdict, 'pass');
    assert.equal(report.diagnoses[0]?.code, 'unimplemented');
  });

  it('ends an endless loop at the time limit, and goes on', async () => {
    const settings = vscode.workspace.getConfiguration('backpropTutor');
    await settings.update('timeoutSeconds', 2, vscode.ConfigurationTarget.Global);
    try {
      const begin = Date.now();
      const report = await api.check('relu', 'def relu(x):\n    while True:\n        pass\n');
      assert.equal(report.error?.kind, 'timeout');
      assert.ok(Date.now() - begin < 3000 + 1000, `${String(Date.now() - begin)} ms`);
    } finally {
      await settings.update('timeoutSeconds', undefined, vscode.ConfigurationTarget.Global);
    }
    assert.equal((await api.check('backward-2-layer', solution)).verdict, 'pass');
  });

  it('refuses an exercise that does not exist', async () => {
    await assert.rejects(async () => api.check('backward-9-layer', ''), /no exercise "backward-9-layer"/);
  });

  it('says what to do where the chosen Python is not there', async () => {
    const settings = vscode.workspace.getConfiguration('backpropTutor');
    await settings.update('python', '/no/such/python', vscode.ConfigurationTarget.Global);
    try {
      await assert.rejects(
        async () => api.check('relu', ''),
        /There is no Python at \/no\/such\/python.*Select Python/,
      );
    } finally {
      await settings.update('python', undefined, vscode.ConfigurationTarget.Global);
    }
    assert.equal((await api.check('backward-2-layer', solution)).verdict, 'pass');
  });

  it('opens the panel, once', async () => {
    await api.openPanel('relu');
    await api.openPanel('cost');
    const panels = () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(
          ({ input }) =>
            input instanceof vscode.TabInputWebview && input.viewType.includes('backpropTutor.panel'),
        );
    await eventually('the panel has a tab', () => panels().length > 0);
    await api.openPanel('relu');
    assert.equal(panels().length, 1);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
