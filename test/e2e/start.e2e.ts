import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../host/browser';
import { projectRoot } from '../host/paths';
import { stopProcess } from '../host/process';

describe('npm start', () => {
  let data: string;
  let child: ChildProcess | undefined;

  before(async () => {
    data = await mkdtemp(join(tmpdir(), 'bpt-start-'));
  });

  after(async () => {
    if (child !== undefined) await stopProcess(child);
    await rm(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });

  it('prints an address, opens the tutor there, and stops when asked to', async () => {
    const args = ['--server', '--port', '0', '--data', data];
    child = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/start.ts', ...args], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const address = await printedAddress(child);
    const browser = await launchBrowser(() => undefined);
    try {
      const page = await browser.newPage();
      await page.goto(address);
      const panel = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
      await panel.getByRole('textbox', { name: /^Snippet for / }).waitFor({ timeout: 60_000 });
    } finally {
      await browser.close();
    }
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    assert.deepEqual(await ended, [0, null]);
    await assert.rejects(fetch(address));
  });
});

async function printedAddress(child: ChildProcess): Promise<string> {
  let printed = '';
  return new Promise((settle, reject) => {
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed);
      if (address !== null) settle(address[0]);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('exit', () => {
      reject(new Error(`It ended without an address.\n${printed}`));
    });
  });
}
