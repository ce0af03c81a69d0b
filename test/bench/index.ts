/** `npm run bench`: the figures to reach, measured in one run on this machine. Prints; fails nothing. */
import { engineFigures } from './engine';
import { figureLine } from './figure';
import { pythonFigures } from './python';

async function main(): Promise<void> {
  for (const measure of [engineFigures, pythonFigures]) {
    for (const figure of await measure()) process.stdout.write(`${figureLine(figure)}\n`);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
