import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { ReportStore } from '../../src/extension/checks/reportStore';
import type { Report } from '../../src/grader/report';
import { tutorApi, writeText } from './support';

describe('kept reports', function () {
  this.timeout(60_000);
  const key = { text: 'def relu(x):\n    return x\n', language: 'en', samples: 'rows' } as const;
  let folder: vscode.Uri;
  let store: ReportStore;
  let report: Report;

  before(async () => {
    folder = vscode.Uri.file(await mkdtemp(join(tmpdir(), 'bpt-reports-')));
    store = new ReportStore(folder, vscode.window.createOutputChannel('test', { log: true }));
    report = await (await tutorApi()).check('relu', key.text);
    await store.keep('relu', report, key);
  });

  after(() => rm(folder.fsPath, { recursive: true, force: true }));

  it('come back as they were, for the same text in the same language', async () => {
    assert.equal(report.verdict, 'fail');
    assert.deepEqual(await store.find('relu', key), report);
  });

  it('say nothing of another text, in another language, or of another exercise', async () => {
    assert.equal(await store.find('relu', { ...key, text: key.text + '\n' }), undefined);
    assert.equal(await store.find('relu', { ...key, language: 'ko' }), undefined);
    assert.equal(await store.find('cost', key), undefined);
    await store.keep('cost', report, key);
    assert.equal(await store.find('cost', key), undefined);
  });

  it('are forgotten when they are damaged', async () => {
    const file = vscode.Uri.joinPath(folder, 'relu.json');
    for (const damaged of [
      '',
      '{',
      '{}',
      JSON.stringify({ ...key, report: { ...report, verdict: 'perhaps' } }),
    ]) {
      await writeText(file, damaged);
      assert.equal(await store.find('relu', key), undefined, damaged);
    }
  });
});
