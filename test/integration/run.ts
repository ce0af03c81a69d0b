/**
 * Runs the integration suite inside a real VS Code: the one named by VSCODE_EXECUTABLE, else a downloaded one
 * where there is a display and the download server answers, else the npm-shipped stand-in.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import * as esbuild from 'esbuild';
import { cacheFolder, projectRoot } from '../host/paths';
import { filesMatching } from './files';

const output = join(projectRoot, 'out/integration');

async function main(): Promise<void> {
  await bundleSuite();
  // A short path: VS Code listens on a socket in its user data folder, and socket paths are limited.
  const scratch = await mkdtemp(join(tmpdir(), 'bpt-'));
  try {
    const workspace = join(scratch, 'workspace');
    await mkdir(workspace);
    await runTests({
      vscodeExecutablePath: await findVSCode(),
      extensionDevelopmentPath: process.env['EXTENSION_PATH'] ?? projectRoot,
      extensionTestsPath: join(output, 'index.js'),
      launchArgs: [workspace, `--user-data-dir=${join(scratch, 'user')}`, ...process.argv.slice(2)],
    });
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** Every test file becomes a bundle of its own, so that the bootstrap finds them by pattern. */
async function bundleSuite(): Promise<void> {
  await rm(output, { recursive: true, force: true });
  await esbuild.build({
    absWorkingDir: projectRoot,
    entryPoints: ['test/integration/index.ts', ...(await filesMatching(__dirname, '.test.ts'))],
    outdir: output,
    outbase: __dirname,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

async function findVSCode(): Promise<string> {
  const named = process.env['VSCODE_EXECUTABLE'];
  if (named !== undefined && named !== '') return named;
  const standIn = join(projectRoot, 'test/host', process.platform === 'win32' ? 'code.cmd' : 'code');
  const display =
    process.platform !== 'linux' || 'DISPLAY' in process.env || 'WAYLAND_DISPLAY' in process.env;
  if (!display || !(await answers('https://update.code.visualstudio.com/api/releases/stable')))
    return standIn;
  return downloadAndUnzipVSCode({ version: '1.100.3', cachePath: cacheFolder });
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(3000) })).ok;
  } catch {
    return false;
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
