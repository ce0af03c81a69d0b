/** The command line: `check`, `gradcheck`, `grade`, `notes`, `exercises`. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import type { Language } from '../course/exercise';
import { RuntimeUnavailableError } from '../python/runtime';
import { unavailableSentence } from '../python/unavailable';
import { check, type CheckCommand } from './check';
import { courseCheck, courseList, readFolder, type CourseCommand } from './course/course';
import { courseNew } from './course/scaffold';
import { useCourse } from './course/useCourse';
import { exercises } from './exercises';
import { gradcheckFile, type GradcheckCommand } from './gradcheck';
import { grade, type GradeCommand } from './class/grade';
import { notes } from './notes';
import {
  courseFolder,
  jobCount,
  language,
  mostJobs,
  systemLanguage,
  wholeNumber,
  withRunOptions,
  withSnippetOptions,
} from './options';
import { Output } from './output';
import { printableLines } from './printable';
import { UsageError } from './usage';

/** The contract's status for wrong usage, and for a Python that is not there. */
const wrongUsage = 2;

/** The contract's status for what could not be brought to its end. */
const notDone = 3;

/** Aborts at the first Ctrl+C or request to end, so that what there is can be told; the second ends at once. */
function interruption(): AbortController {
  const stop = new AbortController();
  for (const [name, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ] as const) {
    process.on(name, () => {
      if (stop.signal.aborted) process.exit(128 + number);
      stop.abort();
    });
  }
  return stop;
}

/** What `--lang` asked for; errors that end the command speak it too. */
let spoken: Language | null = null;

async function main(output: Output): Promise<number> {
  let status = 0;
  const program = new Command('backprop-tutor')
    .description(
      'Checks backpropagation exercises: runs a snippet and compares its gradients with the reference.',
    )
    .showHelpAfterError('(run with --help for all options)')
    .configureOutput({ writeErr: (text) => process.stderr.write(printableLines(text)) })
    .exitOverride();
  withSnippetOptions(program.command('check'))
    .description('check one snippet')
    .argument('<file>', 'the snippet, a Python file')
    .requiredOption('--exercise <id>', 'the exercise that it belongs to (see: exercises)')
    .action(async (file: string, options: CheckCommand) => {
      spoken = options.lang;
      useCourse(__dirname, options.course);
      status = await check(file, options, __dirname, output);
    });
  withRunOptions(program.command('gradcheck'))
    .description('check the gradients of a file of your own by central differences of its own loss')
    .argument('<file>', 'a Python file or a notebook')
    .option('--function <name>', 'only the function of this name')
    .addOption(new Option('--cell <number>', 'only the functions of this cell').argParser(wholeNumber))
    .addOption(
      new Option('--seed <number>', 'of the random point at which it is checked')
        .argParser(wholeNumber)
        .default(0),
    )
    .action(async (file: string, options: GradcheckCommand) => {
      spoken = options.lang;
      status = await gradcheckFile(file, options, __dirname, output);
    });
  withSnippetOptions(program.command('grade'), 'print one line of JSON per file')
    .description('check a folder of submissions: one folder per learner, files named <exercise id>.py')
    .argument('<dir>', 'the folder')
    .addOption(
      new Option('--jobs <count>', 'how many Pythons at once')
        .argParser(jobCount)
        .default(Math.min(availableParallelism(), mostJobs)),
    )
    .option('--csv <file>', 'write a row per learner for a spreadsheet')
    .option('--html <file>', 'write a page for the class: who stands where, and the most frequent mistakes')
    .option('--junit <file>', 'write what a continuous-integration server reads')
    .option('--feedback <dir>', 'write one Markdown file per learner')
    .option('--points <file>', 'what each exercise is worth: {"relu": 1, …} or lines of relu,1')
    .action(async (folder: string, options: GradeCommand) => {
      spoken = options.lang;
      useCourse(__dirname, options.course);
      const stop = interruption();
      const writesFiles = [options.csv, options.html, options.junit, options.feedback].some(
        (place) => place !== undefined,
      );
      // Where nobody reads any more and nothing is to be written, there is nothing left to do.
      output.onClose(() => {
        if (!writesFiles) stop.abort();
      });
      status = await grade(folder, options, __dirname, output, stop.signal);
      if (output.closed && !writesFiles) status = 0;
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
    .addOption(courseFolder())
    .addOption(language())
    .option('--json', 'print one JSON object', false)
    .action(({ json, lang, course }: { json: boolean; lang: Language; course?: string }) => {
      useCourse(__dirname, course);
      status = exercises(json, lang);
    });
  const courses = program.command('course').description('folders of exercises, by anyone');
  withRunOptions(courses.command('check'))
    .description(
      'whether a folder of exercises is sound: solutions pass, mistakes are told apart, texts are complete',
    )
    .argument('<dir>', 'a chapter, a folder of chapters, or one exercise')
    .option('--show', 'print the data shown and what the solution makes of them', false)
    .action(async (folder: string, options: CourseCommand) => {
      spoken = options.lang;
      useCourse(__dirname, undefined);
      status = await courseCheck(folder, options, __dirname, output);
    });
  courses
    .command('new')
    .description('make a chapter with an exercise that is sound, to go on from')
    .argument('<dir>', 'the folder to make: a new one, or an empty one')
    .option('--network', 'an exercise over a network, rather than one with a solution', false)
    .action(async (folder: string, { network }: { network: boolean }) => {
      status = await courseNew(folder, network, output);
    });
  courses
    .command('list')
    .description('list the exercises of a folder; without one, the tutor’s own that are folders')
    .argument('[dir]', 'the folder')
    .addOption(language())
    .option('--json', 'print one JSON object', false)
    .action(async (folder: string | undefined, options: CourseCommand) => {
      const place = folder ?? join(__dirname, 'chapters');
      status = await courseList(readFolder(place), place, options, output);
    });
  await program.parseAsync();
  return status;
}

/** Says on standard error what went wrong; a terminal obeys nothing of it. */
function complain(sentence: string): void {
  process.stderr.write(`backprop-tutor: ${printableLines(sentence)}\n`);
}

// Standard error may be closed as well; then there is nobody left to tell.
process.stderr.on('error', () => undefined);

let isOutputBroken = false;
const standardOutput = new Output(process.stdout, (error) => {
  isOutputBroken = true;
  complain(`the output cannot be written: ${error.message}. Write it to another place.`);
});

main(standardOutput).then(
  (status) => {
    process.exitCode = isOutputBroken ? notDone : status;
  },
  (error: unknown) => {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : wrongUsage;
      return;
    }
    if (error instanceof UsageError) {
      complain(error.message);
      process.exitCode = wrongUsage;
    } else if (error instanceof RuntimeUnavailableError) {
      complain(unavailableSentence(error, spoken ?? systemLanguage()));
      process.exitCode = wrongUsage;
    } else {
      complain(
        `something went wrong inside the tutor: ${error instanceof Error ? String(error.stack) : String(error)}`,
      );
      process.exitCode = notDone;
    }
  },
);
