/** A page of the panel in one state, measured in every size and theme. */
import type { Page } from 'playwright-core';
import { measurePage } from '../measurePage';
import type { ThemeName } from '../panelDev/themes';

/** The panel at 1600 × 1000, at 1280 × 800 beside the side bar, at 900 × 700, and beside an editor. */
export const sizes = [
  { width: 1550, height: 960 },
  { width: 930, height: 700 },
  { width: 840, height: 620 },
  { width: 525, height: 700 },
] as const;

/** Faults by what they are, each with where it was seen first and how often. */
export class Faults {
  looks = 0;
  private readonly seen = new Map<string, { first: string; times: number }>();

  add(fault: string, where: string): void {
    const known = this.seen.get(fault);
    if (known === undefined) this.seen.set(fault, { first: where, times: 1 });
    else known.times++;
  }

  get count(): number {
    return this.seen.size;
  }

  lines(): readonly string[] {
    return [...this.seen].map(
      ([fault, { first, times }]) => `${fault}   (${String(times)} times, first: ${first})`,
    );
  }
}

/** Measures what is shown in all sizes and themes, or in some of both. */
export async function measureAll(
  page: Page,
  where: string,
  faults: Faults,
  themes: readonly ThemeName[],
): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const [index, theme] of themes.entries()) {
      await page.evaluate((name) => {
        window.panelDev.setTheme(name);
        return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      }, theme);
      let found = await page.evaluate(measurePage, index === 0);
      if (found.length > 0) {
        // What is only on its way is no fault.
        await page.waitForTimeout(300);
        found = await page.evaluate(measurePage, index === 0);
      }
      faults.looks++;
      for (const fault of found) faults.add(fault, `${where} ${String(size.width)} ${theme}`);
    }
  }
}
