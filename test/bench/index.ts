/**
 * `npm run bench`: the figures to reach, measured in one run on this machine. Prints; fails nothing.
 * `npm run bench -- class 5000` measures one part only, a class of 5000 files.
 */
import { classFigures } from './class';
import { engineFigures } from './engine';
import { explainFigures } from './explain';
import { figureLine, type Figure } from './figure';
import { numpyFigures } from './numpy';
import { pythonFigures } from './python';
import { workbenchFigures } from './workbench';

const parts: Readonly<Record<string, (count?: number) => Promise<readonly Figure[]>>> = {
  engine: engineFigures,
  numpy: numpyFigures,
  python: pythonFigures,
  explain: explainFigures,
  class: classFigures,
  workbench: workbenchFigures,
};

async function main(): Promise<void> {
  const [only, count] = process.argv.slice(2);
  for (const [name, measure] of Object.entries(parts)) {
    if (only !== undefined && only !== name) continue;
    for (const figure of await measure(count === undefined ? undefined : Number(count))) {
      process.stdout.write(`${figureLine(figure)}\n`);
    }
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
