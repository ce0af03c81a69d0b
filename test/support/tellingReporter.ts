/**
 * Mocha's own report, and at its end what a run of all suites is to tell of it: in a line each, the tests that failed and
 * why, those that needed a second try (a busy machine can make anything late), and the files with a failure.
 */
import { relative } from 'node:path';
import Mocha from 'mocha';

const { EVENT_RUN_END, EVENT_TEST_FAIL, EVENT_TEST_RETRY } = Mocha.Runner.constants;
const mostOfWhy = 400;

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length > mostOfWhy ? `${line.slice(0, mostOfWhy)}…` : line;
}

class TellingReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    const lines: string[] = [];
    const files = new Set<string>();
    runner.on(EVENT_TEST_RETRY, (test: Mocha.Test, error: Error) => {
      lines.push(`needed a second try: ${test.fullTitle()}: ${oneLine(error.message)}`);
    });
    runner.on(EVENT_TEST_FAIL, (test: Mocha.Test, error: Error) => {
      lines.push(`failed: ${test.fullTitle()}: ${oneLine(error.message)}`);
      if (test.file !== undefined) files.add(relative(process.cwd(), test.file));
    });
    runner.once(EVENT_RUN_END, () => {
      for (const line of lines) console.log(`  told: ${line}`);
      for (const file of files) console.log(`  told: failed in ${file}`);
    });
  }
}

/** Mocha takes a reporter by this name. */
export { TellingReporter as default };
