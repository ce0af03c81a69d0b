/** A window of a real VS Code with the tutor in it, and what a person can do there. */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Browser, BrowserContext, Frame, FrameLocator, Locator, Page } from 'playwright-core';
import { workbenchAddress } from '../host/address';
import { launchBrowser, pretendLanguage } from '../host/browser';
import { projectRoot } from '../host/paths';
import { installVsix, startServer, type Server } from '../host/server';

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
  /** The folder opened as the workspace, by its path or by an address. */
  readonly folder?: string;
  /** Folders of other extensions that are installed as well. */
  readonly others?: readonly string[];
  /** Whether folders are to be trusted only once somebody says so; everything is trusted when left out. */
  readonly workspaceTrust?: boolean;
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

/** The same themes as VS Code's own list of them says. */
const themeLabels: Readonly<Record<Theme, string>> = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'hc-light': 'Light High Contrast',
  'hc-dark': 'Dark High Contrast',
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
    const extension =
      vsix === undefined
        ? (options.extension ?? process.env['EXTENSION_PATH'] ?? projectRoot)
        : await installVsix(vsix);
    const server = await startServer({
      env: { ...process.env, ...options.env },
      // Not by extensionDevelopmentPath: the server lies in a folder of the project, so VS Code would take its own
      // themes for the developed extension's, and show one of them whatever the settings say.
      extensions: [extension, ...(options.others ?? [])],
      ...(options.workspaceTrust === undefined ? {} : { workspaceTrust: options.workspaceTrust }),
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
      const { folder } = options;
      const address = workbenchAddress({ port: server.port, ...(folder === undefined ? {} : { folder }) });
      return await Workbench.openWindow(address, server, browser, context);
    } catch (error) {
      await browser?.close();
      await server.stop();
      throw error;
    }
  }

  /** Opens one more window of the same server and profile, on another folder. It closes with the first. */
  async openAnother(folder: string): Promise<Workbench> {
    const address = workbenchAddress({ port: this.server.port, folder });
    return Workbench.openWindow(address, this.server, this.browser, this.context);
  }

  private static async openWindow(
    address: string,
    server: Server,
    browser: Browser,
    context: BrowserContext,
  ): Promise<Workbench> {
    const workbench = new Workbench(await context.newPage(), server, browser, context);
    await workbench.page.goto(address);
    await workbench.ready();
    return workbench;
  }

  /** The page inside the visible webview. */
  get panel(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready:visible').frameLocator('iframe#active-frame');
  }

  /** The same page to run scripts in, for what cannot be seen from outside it. */
  async panelPage(): Promise<Frame> {
    const webview = this.page.frameLocator('iframe.webview.ready:visible');
    const page = await (await webview.locator('iframe#active-frame').elementHandle()).contentFrame();
    if (!page) throw new Error('There is no webview with a page in it.');
    return page;
  }

  /** Those of the console's errors that the tutor has to answer for. */
  get complaints(): readonly string[] {
    // Chromium itself styles what replaces a selection in an editable element, and the policy stops it, as it should.
    return this.consoleErrors.filter(
      (line) =>
        /Content Security Policy|backprop|panel\.js/i.test(line) && !line.startsWith('Applying inline style'),
    );
  }

  /** VS Code's own dialog, as it shows when a command fails. */
  get dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  /** VS Code's notifications, newest first. */
  get notifications(): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item');
  }

  /** Runs a command as a person does: F1, its title or the beginning of it, its row. */
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
    // Another command may come first although its title only contains the same words.
    const exact = palette
      .locator('.monaco-list-row')
      .filter({ has: this.page.getByText(title, { exact: true }) });
    await ((await exact.count()) > 0 ? exact.first() : row).click();
    await row.waitFor({ state: 'hidden' });
  }

  /** Chooses a colour theme as a person does, and waits until the window has it. */
  async chooseTheme(theme: Theme): Promise<void> {
    await this.runCommand('Preferences: Color Theme');
    const picker = this.page.locator('.quick-input-widget:visible');
    await picker.locator('input').fill(themeLabels[theme]);
    await picker.locator('.monaco-list-row.focused').filter({ hasText: themeLabels[theme] }).waitFor();
    await this.page.keyboard.press('Enter');
    await picker.waitFor({ state: 'hidden' });
    const classes = { light: 'vs', dark: 'vs-dark', 'hc-light': 'hc-light', 'hc-dark': 'hc-black' };
    await this.page.locator(`.monaco-workbench.${classes[theme]}`).waitFor();
  }

  /** Reloads the window by VS Code's own command, which first writes down what was open where. */
  async reloadInOrder(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await this.ready();
  }

  /** Reloads the window, as after a crash: what VS Code had not written yet is gone. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  /** Closes the tab in front. */
  async closeEditor(): Promise<void> {
    await this.page.locator('.editor-group-container.active .tab.active .codicon-close').click();
  }

  /** Ends the process that the extensions run in, as a crash does. VS Code starts another one by itself. */
  killExtensions(): void {
    this.server.killExtensions();
  }

  /** Writes a picture of the window, or of one element of it. */
  async screenshot(path: string, element?: Locator): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await (element ?? this.page).screenshot({ path, animations: 'disabled' });
  }

  /** Takes a picture where a test has failed. */
  async pictureOf(test: Mocha.Test | undefined): Promise<void> {
    if (test?.state !== 'failed') return;
    await this.screenshot(`test-results/${test.fullTitle().replaceAll(/\W+/g, '-')}.png`);
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
