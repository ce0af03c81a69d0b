import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const commands = [
  'open',
  'check',
  'stop',
  'reset',
  'next',
  'previous',
  'hint',
  'openInEditor',
  'exportCourse',
  'exportProgress',
  'importProgress',
  'selectPython',
].map((name) => `backpropTutor.${name}`);

describe('the extension', () => {
  const extension = vscode.extensions.getExtension('backprop-tutor.backprop-tutor');

  it('is found and activates', async () => {
    assert.ok(extension);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('exports its programming interface', () => {
    const api = extension?.exports as Record<string, unknown>;
    assert.equal(typeof api['check'], 'function');
    assert.equal(typeof api['openPanel'], 'function');
  });

  it('registers every command', async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      commands.filter((command) => !registered.has(command)),
      [],
    );
  });

  it('shows every command in the palette under its own category', () => {
    const manifest = extension?.packageJSON as {
      contributes: { commands: { command: string; category: string | { value: string } }[] };
    };
    const category = new Map(
      manifest.contributes.commands.map(({ command, category: name }) => [
        command,
        typeof name === 'string' ? name : name.value,
      ]),
    );
    for (const command of commands) assert.equal(category.get(command), 'Backprop Tutor', command);
  });
});
