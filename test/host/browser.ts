/** A Chromium that is driven by a program. */
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './chromium';
import type { Progress } from './install';

/** Starts a headless Chromium without its background services. */
export async function launchBrowser(progress: Progress): Promise<Browser> {
  const flags = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({
    executablePath: await findChromium(progress),
    headless: process.env['HEADED'] !== '1',
    args: flags,
    // The caller decides what an interrupt means, and stops the browser itself.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/**
 * Makes pages of a browser believe that VS Code was started in another display language. The server has
 * no language packs, so the workbench stays English while extensions speak the language.
 */
export function pretendLanguage(language: string): string {
  return `Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { value: ${JSON.stringify(language)} });`;
}
