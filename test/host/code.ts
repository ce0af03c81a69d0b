/**
 * Stands in for the `code` executable where VS Code cannot be downloaded: takes VS Code's own arguments for
 * running extension tests, runs them in the npm-shipped server, and exits with the tests' exit code.
 */
import { format, parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { workbenchAddress } from './address';
import { launchBrowser, pretendLanguage } from './browser';
import { startServer, type Server } from './server';

/** A run that never ends must not hold a build machine for ever. */
const limitMs = Number(process.env['VSCODE_TEST_LIMIT_MS'] ?? 15 * 60_000);

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    // The many switches of a desktop VS Code that mean nothing here are accepted and ignored.
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string', multiple: true },
      extensionTestsPath: { type: 'string' },
      'folder-uri': { type: 'string' },
      locale: { type: 'string' },
    },
  });
  const tests = values.extensionTestsPath;
  if (typeof tests !== 'string') {
    process.stderr.write('This stand-in for VS Code runs extension tests: pass --extensionTestsPath.\n');
    return 2;
  }
  const extensions = (values.extensionDevelopmentPath ?? []).filter((path) => typeof path === 'string');
  const folder = positionals[0];
  const say = (line: string): void => void process.stdout.write(line + '\n');

  const settings = { 'workbench.startupEditor': 'none' };
  const server = await startServer({ settings, progress: say });
  try {
    const browser = await launchBrowser(say);
    try {
      const page = await browser.newPage();
      const finished = testsEnd(page, server);
      if (typeof values.locale === 'string') await page.addInitScript(pretendLanguage(values.locale));
      const where = { port: server.port, extensions, tests, ...(folder === undefined ? {} : { folder }) };
      await page.goto(workbenchAddress(where));
      return await finished;
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/** Forwards what the tests print, and resolves with their exit code. */
async function testsEnd(page: Page, server: Server): Promise<number> {
  await page.exposeFunction('codeAutomationLog', (_level: string, parts: unknown[]) => {
    const line = format(...parts);
    if (!isChatter(line)) process.stdout.write(line + '\n');
  });
  return new Promise((settle, reject) => {
    page.exposeFunction('codeAutomationExit', settle).catch(reject);
    page.on('crash', () => {
      reject(new Error('The browser page crashed during the tests.'));
    });
    void server.ended.then(() => {
      reject(new Error(`The VS Code server ended during the tests.\n${server.log()}`));
    });
    setTimeout(() => {
      reject(new Error(`The tests did not end within ${String(limitMs / 1000)} s.\n${server.log()}`));
    }, limitMs).unref();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        reject(new Error(`Stopped by ${signal}.`));
      });
    }
  });
}

/**
 * The workbench logs through the same channel as the tests and marks neither. What the pinned version says
 * of itself on every start is known, and left out; anything else may matter and is shown.
 */
function isChatter(line: string): boolean {
  const known = [
    /^(Creating a socket|Resolv(ing|ed) connection token) \(/,
    /^(Updating additional builtin extensions cache|ChatSessionStore: )/,
    /^\[Service Worker\] registration/,
    /^(Ignoring fetching additional builtin extensions|No extension gallery service)/,
  ];
  return known.some((pattern) => pattern.test(line));
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
