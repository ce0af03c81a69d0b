/** A window of a real VS Code with the tutor in it, and what a person can do there. */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { workbenchAddress } from '../host/address';
import { launchBrowser, pretendLanguage } from '../host/browser';
import { projectRoot } from '../host/paths';
import { startServer, type Server } from '../host/server';

export type Theme = 'light' | 'dark' | 'hc-light' | 'hc-dark';

export interface WorkbenchOptions {
  /** The folder of the extension to run from its sources; EXTENSION_PATH or the project itself when left out. */
  readonly extension?: string;
  /** A VSIX to install instead; EXTENSION_VSIX when left out. */
  readonly vsix?: string;
  readonly theme?: Theme;
  /** The tutor's language setting. */
  readonly language?: 'en' | 'ko';
  /** What extensions are told VS Code's own display language is. */
  readonly displayLanguage?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Pixels per CSS pixel, for sharper pictures. */
  readonly scale?: number;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The folder opened as the workspace. */
  readonly folder?: string;
  readonly reducedMotion?: boolean;
  /** Added to the environment of the extension host. */
  readonly env?: NodeJS.ProcessEnv;
}

const themeNames: Readonly<Record<Theme, string>> = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'hc-light': 'Default High Contrast Light',
  'hc-dark': 'Default High Contrast',
};

/** Settings that keep everything but the tutor out of the picture. */
const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'window.autoDetectColorScheme': false,
  'window.autoDetectHighContrast': false,
  'chat.commandCenter.enabled': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
};

/** One window on a server of its own, so that no test finds what another left behind. */
export class Workbench {
  /** What the window's console said at level error, oldest first. */
  readonly consoleErrors: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly server: Server,
    private readonly browser: Browser,
    private readonly context: BrowserContext,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.consoleErrors.push(message.text());
    });
    page.on('pageerror', (error) => {
      this.consoleErrors.push(error.message);
    });
  }

  /** Starts a server and a browser, and waits until the window can be used. */
  static async open(options: WorkbenchOptions = {}): Promise<Workbench> {
    const vsix = options.vsix ?? process.env['EXTENSION_VSIX'];
    const extension = options.extension ?? process.env['EXTENSION_PATH'] ?? projectRoot;
    const server = await startServer({
      env: { ...process.env, ...options.env },
      install: vsix === undefined ? [] : [vsix],
      // Not by extensionDevelopmentPath: the server lies in a folder of the project, so VS Code would take its own
      // themes for the developed extension's, and show one of them whatever the settings say.
      ...(vsix === undefined ? { extensions: [extension] } : {}),
      settings: {
        ...quiet,
        'workbench.colorTheme': themeNames[options.theme ?? 'dark'],
        'workbench.reduceMotion': options.reducedMotion === true ? 'on' : 'off',
        'backpropTutor.language': options.language ?? 'en',
        ...options.settings,
      },
    });
    let browser: Browser | null = null;
    try {
      browser = await launchBrowser((line) => process.stderr.write(line + '\n'));
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800, ...options.viewport },
        deviceScaleFactor: options.scale ?? 1,
        reducedMotion: options.reducedMotion === true ? 'reduce' : 'no-preference',
        colorScheme: options.theme?.endsWith('light') === true ? 'light' : 'dark',
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      if (options.displayLanguage !== undefined) {
        await context.addInitScript(pretendLanguage(options.displayLanguage));
      }
      const workbench = new Workbench(await context.newPage(), server, browser, context);
      const { folder } = options;
      await workbench.page.goto(
        workbenchAddress({ port: server.port, ...(folder === undefined ? {} : { folder }) }),
      );
      await workbench.ready();
      return workbench;
    } catch (error) {
      await browser?.close();
      await server.stop();
      throw error;
    }
  }

  /** The page inside the visible webview. */
  get panel(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready:visible').frameLocator('iframe#active-frame');
  }

  /** VS Code's own dialog, as it shows when a command fails. */
  get dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  /** VS Code's notifications, newest first. */
  get notifications(): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item');
  }

  /** Runs a command as a person does: F1, its title, Enter. */
  async runCommand(title: string): Promise<void> {
    const palette = this.page.locator('.quick-input-widget:visible');
    const row = palette.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
    // The palette loses its first keys when it opens while the window is still starting, so it may take two tries.
    for (let tries = 0; ; tries++) {
      await this.page.keyboard.press('F1');
      try {
        await palette.locator('input').fill(`>${title}`, { timeout: 5000 });
        await row.waitFor({ timeout: 5000 });
        break;
      } catch (error) {
        if (tries === 3) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
    await this.page.keyboard.press('Enter');
    await palette.waitFor({ state: 'hidden' });
  }

  /** Reloads the window, as after a crash. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  /** Writes a picture of the window, or of one element of it. */
  async screenshot(path: string, element?: Locator): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await (element ?? this.page).screenshot({ path, animations: 'disabled' });
  }

  /** What the server has printed; for a failure's report. */
  serverLog(): string {
    return this.server.log();
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.browser.close();
    await this.server.stop();
  }

  private async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 60_000 });
    await this.page.locator('.monaco-workbench[class*="vscode-theme-"]').waitFor({ timeout: 60_000 });
  }
}
