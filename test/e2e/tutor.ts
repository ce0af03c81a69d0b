/** The tutor's panel, by the names a screen reader would say. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { FrameLocator, Locator } from 'playwright-core';
import type { Workbench } from './workbench';

/** The accessible names that this page object uses, in the panel's two languages. */
const names = {
  en: {
    snippet: /^Snippet for /,
    check: 'Check',
    stop: 'Stop',
    next: 'Next exercise',
    unsettled: /has changed since|press Check|…\s*$|^\s*\d+ of \d+ left\s*$/,
  },
  ko: {
    snippet: / 코드$/,
    check: '확인',
    stop: '중지',
    next: '다음 문제',
    unsettled: /코드가 바뀌었습니다|확인을 누르세요|…\s*$|^\s*\d+개 중 \d+개 남음\s*$/,
  },
} as const;

type Names = (typeof names)[keyof typeof names];

/** What a learner sees and does in the panel. */
export class Tutor {
  private constructor(
    readonly workbench: Workbench,
    private readonly names: Names,
  ) {}

  /** Opens the panel from the command palette and waits until it shows an exercise. */
  static async open(workbench: Workbench, language: 'en' | 'ko' = 'en'): Promise<Tutor> {
    await workbench.runCommand('Backprop Tutor: Open');
    const tutor = new Tutor(workbench, names[language]);
    const { dialog } = workbench;
    const shows = async (): Promise<boolean> => {
      if (await dialog.isVisible()) throw new Error(`VS Code says: ${await dialog.innerText()}`);
      return tutor.editor.isVisible();
    };
    if (!(await eventually(shows, 60_000))) throw new Error('The panel does not show an exercise.');
    return tutor;
  }

  get frame(): FrameLocator {
    return this.workbench.panel;
  }

  region(name: string): Locator {
    return this.frame.getByRole('region', { name, exact: true });
  }

  button(name: string): Locator {
    return this.frame.getByRole('button', { name, exact: true });
  }

  tab(name: string): Locator {
    return this.frame.getByRole('tab', { name });
  }

  get editor(): Locator {
    return this.frame.getByRole('textbox', { name: this.names.snippet });
  }

  /** The live region that says the verdict. */
  get status(): Locator {
    return this.frame.getByRole('status').first();
  }

  /** Has the panel draw the snippet that an editor of VS Code shows beside it, too. */
  async editHere(): Promise<void> {
    await this.button('Edit here').click();
    await this.editor.waitFor();
  }

  /** Presses "Next exercise" until the editor is that of the exercise with this title. */
  async goTo(title: string): Promise<void> {
    for (let presses = 0; presses < 40; presses++) {
      const before = (await this.editor.getAttribute('aria-label')) ?? '';
      if (before.includes(title)) return;
      await this.button(this.names.next).click();
      await eventually(async () => (await this.editor.getAttribute('aria-label')) !== before);
    }
    throw new Error(`No exercise is called ${title}.`);
  }

  /** The whole snippet, by copying it: the page holds only the lines around those in view. */
  async copyAll(): Promise<string> {
    await this.selectAll();
    await this.workbench.page.keyboard.press('ControlOrMeta+c');
    return this.workbench.page.evaluate(() => navigator.clipboard.readText());
  }

  /** The lines of the snippet that the editor has drawn: of a short one, all. */
  async text(): Promise<string> {
    const lines = await this.editor.locator('.cm-line').evaluateAll((all) =>
      all.map((line) => {
        const own = line.cloneNode(true) as Element;
        // The shapes at the end of a line are no text.
        for (const shapes of own.querySelectorAll('.line-shapes')) shapes.remove();
        return own.textContent;
      }),
    );
    return lines.join('\n');
  }

  /** Replaces the whole snippet key by key, against the editor's own indentation and closing brackets. */
  async typeSnippet(source: string): Promise<void> {
    const { keyboard } = this.workbench.page;
    await this.selectAll();
    await keyboard.press('Delete');
    for (const [index, line] of source.split('\n').entries()) {
      if (index > 0) await keyboard.press('Enter');
      // Whatever indentation the editor offered gives way to the line's own.
      await keyboard.press('Shift+Home');
      await keyboard.press('Delete');
      await keyboard.type(line);
      // What the editor closed by itself has been typed over; what is left of it goes.
      await keyboard.press('Shift+End');
      await keyboard.press('Delete');
      await keyboard.press('Escape');
    }
  }

  /** Replaces the whole snippet at once, as pasting does. */
  async pasteSnippet(source: string): Promise<void> {
    await this.selectAll();
    await this.workbench.page.keyboard.insertText(source);
  }

  private async selectAll(): Promise<void> {
    await this.editor.click();
    await this.workbench.page.keyboard.press('ControlOrMeta+a');
  }

  /** Presses Check. */
  async startCheck(): Promise<void> {
    await this.button(this.names.check).click();
  }

  /** Presses Check, waits until the check has ended, and expects the live region to say this. */
  async check(expected: RegExp, timeoutMs = 30_000): Promise<void> {
    await this.startCheck();
    await this.finished(timeoutMs);
    assert.match(await this.said(), expected);
    await this.closeTakeaway();
  }

  /** Closes what a pass lays over the views, if it is there. */
  async closeTakeaway(): Promise<void> {
    const takeaway = this.frame.locator('.takeaway .sheet-close');
    if ((await takeaway.count()) > 0) await takeaway.click();
  }

  /** Waits until no check runs and the verdict is that of the text in the editor. */
  async finished(timeoutMs = 30_000): Promise<void> {
    const settled = async (): Promise<boolean> =>
      (await this.stopButton.count()) === 0 && !this.names.unsettled.test(await this.said());
    if (await eventually(settled, timeoutMs)) return;
    throw new Error(`The check did not end; the status says "${await this.said()}".`);
  }

  /** Is there while a check runs. */
  get stopButton(): Locator {
    return this.button(this.names.stop);
  }

  /** What the live region says. */
  async said(): Promise<string> {
    return (await this.status.textContent()) ?? '';
  }
}

/** Waits until something is true; fails by its name when it never was. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  assert.ok(await eventually(holds, 20_000), what);
}

/** Looks again and again until what is seen is as expected, and fails with the difference when it never is. */
export async function becomes<T>(look: () => Promise<T>, expected: T, timeoutMs = 10_000): Promise<void> {
  let seen: T | undefined;
  await eventually(async () => isDeepStrictEqual((seen = await look()), expected), timeoutMs);
  assert.deepEqual(seen, expected);
}

/** The same for a text and a pattern; gives the text that matched. */
export async function comesToSay(
  look: () => Promise<string | null>,
  expected: RegExp,
  timeoutMs = 10_000,
): Promise<string> {
  let said = '';
  await eventually(async () => expected.test((said = (await look()) ?? '')), timeoutMs);
  assert.match(said, expected);
  return said;
}

/** Looks again and again until something is true; false when it never was. */
export async function eventually(look: () => Promise<boolean>, timeoutMs = 10_000): Promise<boolean> {
  const end = Date.now() + timeoutMs;
  while (Date.now() < end) {
    if (await look()) return true;
    await sleep(50);
  }
  return false;
}
