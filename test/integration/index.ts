/** What VS Code calls inside its extension host: runs every test file beside this one. */
import Mocha from 'mocha';
import { filesMatching } from './files';

/** Runs the suite, prints its counts, and fails when a test failed or none was found. */
export async function run(): Promise<void> {
  // Stack traces point at the TypeScript sources.
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: 'spec', color: false });
  const grep = process.env['MOCHA_GREP'];
  if (grep !== undefined && grep !== '') mocha.grep(grep);
  for (const file of await filesMatching(__dirname, '.test.js')) mocha.addFile(file);
  const stats = await new Promise<Mocha.Stats | undefined>((settle) => {
    const runner = mocha.run(() => {
      settle(runner.stats);
    });
  });
  const { passes = 0, failures = 0, pending = 0 } = stats ?? {};
  const skipped = pending === 0 ? '' : `, ${String(pending)} skipped`;
  console.log(`integration: ${String(passes)} passed, ${String(failures)} failed${skipped}`);
  if (failures > 0) throw new Error('Some integration tests failed.');
  if (passes === 0) throw new Error('No integration test ran.');
}
