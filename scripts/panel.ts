/**
 * `npm run panel`: the panel by itself in a browser page that plays the extension, for looking at it and debugging it
 * without a VS Code. `-- --port N` asks for another port. Reload the page after `npm run build`.
 */
import { parseArgs } from 'node:util';
import { servePanel } from '../test/e2e/panelDev/server';

/** What .vscode/launch.json opens. */
const usualPort = 8766;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string', default: String(usualPort) } } });
  const { address } = await servePanel(Number(values.port));
  process.stdout.write(`The panel is at ${address} (?language=ko for Korean). Ctrl+C ends it.\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
