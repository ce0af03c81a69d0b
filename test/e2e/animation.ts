/** Plays the backward pass in the real panel and makes the README's moving picture of it: npm run animation [file]. */
import { writeFile } from 'node:fs/promises';
import { backward2Layer } from '../../src/course/exercises/backward2Layer';
import { animate } from './apng';
import { Tutor } from './tutor';
import { Workbench } from './workbench';

/** Milliseconds that a step stays, and the last one. */
const pace = { step: 1300, end: 3000 };

/** One whose output unit is open, so that the pass is the textbook's. */
const sample = 20;

/** Of 256 shades every fourth: more are not seen, and the package has to hold the picture. */
const shades = 4;

/** Pixels around equations and network; below them the panel ends. */
const margin = 12;

async function main(): Promise<void> {
  const [, , file = 'media/screenshots/backward-pass.png'] = process.argv;
  const workbench = await Workbench.open({ theme: 'dark', viewport: { width: 1500, height: 1020 } });
  try {
    const tutor = await Tutor.open(workbench);
    await tutor.goTo(backward2Layer.title.en);
    await tutor.pasteSnippet(backward2Layer.solution);
    await tutor.check(/pass/i);
    await tutor.frame.getByLabel('Sample', { exact: true }).selectOption(String(sample));
    const pictures: Buffer[] = [];
    const take = async (): Promise<void> => {
      await workbench.page.mouse.move(2, 2);
      await workbench.page.waitForTimeout(400);
      const box = await tutor.frame.locator('.stage').boundingBox();
      if (!box) throw new Error('Equations and network are not on the screen.');
      const clip = {
        x: box.x - margin,
        y: box.y - margin,
        width: box.width + 2 * margin,
        height: box.height + margin,
      };
      pictures.push(await workbench.page.screenshot({ animations: 'disabled', clip }));
    };
    await take();
    const counter = tutor.frame.locator('.step-count');
    for (let isLast = false; !isLast;) {
      await tutor.button('Step forward').click();
      await take();
      const [step, steps] = ((await counter.textContent()) ?? '').split(' / ');
      isLast = step === steps;
    }
    const times = pictures.map((_, i) => (i === pictures.length - 1 ? pace.end : pace.step));
    const bytes = animate(pictures, times, shades);
    await writeFile(file, bytes);
    process.stdout.write(`${file}: ${String(pictures.length)} pictures, ${String(bytes.length >> 10)} KB\n`);
  } finally {
    await workbench.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
