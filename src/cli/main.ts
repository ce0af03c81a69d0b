/** The command line: `check`, `grade`, `notes`, `exercises`. */
import { availableParallelism } from 'node:os';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Language } from '../course/exercise';
import { defaultTimeoutSeconds } from '../grader/check';
import { RuntimeUnavailableError } from '../python/runtime';
import { unavailableSentence } from '../python/unavailable';
import { check, type CheckCommand } from './check';
import { exercises } from './exercises';
import { grade, type GradeCommand } from './grade';
import { notes } from './notes';
import { UsageError } from './usage';

/** The contract's status for wrong usage, and for a Python that is not there. */
const wrongUsage = 2;

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0) || !Number.isFinite(value)) throw new InvalidArgumentError('expected a positive number.');
  return value;
}

function whole(text: string): number {
  const value = positive(text);
  if (!Number.isInteger(value)) throw new InvalidArgumentError('expected a whole number.');
  return value;
}

function systemLanguage(): Language {
  return /^ko(?![a-z])/i.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '') ? 'ko' : 'en';
}

/** What `--lang` asked for; errors that end the command speak it too. */
let spoken: Language | null = null;

function language(): Option {
  return new Option('--lang <language>', 'language of sentences')
    .choices(['en', 'ko'])
    .default(systemLanguage());
}

function python(): Option {
  return new Option('--python <python>', 'builtin, system, or the path of an interpreter').default('builtin');
}

function timeout(): Option {
  return new Option('--timeout <seconds>', 'limit for one whole check')
    .argParser(positive)
    .default(defaultTimeoutSeconds);
}

async function main(): Promise<number> {
  let status = 0;
  const program = new Command('backprop-tutor')
    .description(
      'Checks backpropagation exercises: runs a snippet and compares its gradients with the reference.',
    )
    .showHelpAfterError('(run with --help for all options)')
    .exitOverride();
  program
    .command('check')
    .description('check one snippet')
    .argument('<file>', 'the snippet, a Python file')
    .requiredOption('--exercise <id>', 'the exercise that it belongs to (see: exercises)')
    .addOption(python())
    .addOption(timeout())
    .addOption(language())
    .option('--json', 'print one JSON object', false)
    .action(async (file: string, options: CheckCommand) => {
      spoken = options.lang;
      status = await check(file, options, __dirname);
    });
  program
    .command('grade')
    .description('check a folder of submissions: one folder per learner, files named <exercise id>.py')
    .argument('<dir>', 'the folder')
    .addOption(
      new Option('--jobs <count>', 'how many Pythons at once')
        .argParser(whole)
        .default(availableParallelism()),
    )
    .addOption(python())
    .addOption(timeout())
    .addOption(language())
    .option('--json', 'print one line of JSON per file', false)
    .action(async (folder: string, options: GradeCommand) => {
      spoken = options.lang;
      status = await grade(folder, options, __dirname);
    });
  program
    .command('notes')
    .description('re-run the notes with the reference engine, beside the figures they print')
    .option('--json', 'print one JSON object', false)
    .action(({ json }: { json: boolean }) => {
      status = notes(json);
    });
  program
    .command('exercises')
    .description('list the exercises')
    .addOption(language())
    .option('--json', 'print one JSON object', false)
    .action(({ json, lang }: { json: boolean; lang: Language }) => {
      status = exercises(json, lang);
    });
  await program.parseAsync();
  return status;
}

// A reader that has seen enough (`| head`) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : wrongUsage;
      return;
    }
    if (!(error instanceof UsageError || error instanceof RuntimeUnavailableError)) throw error;
    const sentence =
      error instanceof UsageError ? error.message : unavailableSentence(error, spoken ?? systemLanguage());
    process.stderr.write(`backprop-tutor: ${sentence}\n`);
    process.exitCode = wrongUsage;
  },
);
