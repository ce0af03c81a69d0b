/** The options that several commands share, and what may be written behind them. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Language } from '../course/exercise';
import type { Samples } from '../engine/columnForm';
import { defaultTimeoutSeconds } from '../grader/check';

/** What a command is told that runs a Python. */
export interface RunOptions {
  readonly python: string;
  /** Seconds for one whole check. */
  readonly timeout: number;
  readonly lang: Language;
  readonly json: boolean;
}

/** What a command is told that checks snippets of exercises. */
export interface SnippetOptions extends RunOptions {
  readonly course?: string;
  readonly samples: Samples;
}

/** A hundred days. Who writes more has mistaken the unit. */
const mostSeconds = 8_640_000;

/** More Pythons than any machine has room for. */
export const mostJobs = 256;

function seconds(text: string): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (value > 0 && value <= mostSeconds) return value;
  throw new InvalidArgumentError(
    `Expected seconds: a number above 0 and up to ${String(mostSeconds)}, such as 10.`,
  );
}

/** How many Pythons. */
export function jobCount(text: string): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (Number.isInteger(value) && value > 0 && value <= mostJobs) return value;
  throw new InvalidArgumentError(`Expected a whole number from 1 to ${String(mostJobs)}, such as 2.`);
}

/** A seed, or the number of a cell. */
export function wholeNumber(text: string): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (Number.isInteger(value) && value >= 0 && value < 2 ** 32) return value;
  throw new InvalidArgumentError('Expected a whole number, such as 1.');
}

/** The language of the sentences where `--lang` asks for none. */
export function systemLanguage(): Language {
  return /^ko(?![a-z])/i.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '') ? 'ko' : 'en';
}

export function language(): Option {
  return new Option('--lang <language>', 'language of sentences')
    .choices(['en', 'ko'])
    .default(systemLanguage());
}

function samples(): Option {
  return new Option(
    '--samples <orientation>',
    'whether each sample is a row of X, as in the notes, or a column',
  )
    .choices(['rows', 'columns'])
    .default('rows');
}

export function courseFolder(): Option {
  return new Option('--course <dir>', 'a folder of exercises of your own, beside the tutor’s');
}

function python(): Option {
  return new Option('--python <python>', 'builtin, system, or the path of an interpreter').default('builtin');
}

function timeout(): Option {
  return new Option('--timeout <seconds>', 'limit for one whole check')
    .argParser(seconds)
    .default(defaultTimeoutSeconds);
}

const oneObject = 'print one JSON object';

/** Gives a command the options that `RunOptions` holds; `json` says what it prints by `--json`. */
export function withRunOptions(command: Command, json: string = oneObject): Command {
  return command.addOption(python()).addOption(timeout()).addOption(language()).option('--json', json, false);
}

/** Gives a command the options that `SnippetOptions` holds. */
export function withSnippetOptions(command: Command, json: string = oneObject): Command {
  return withRunOptions(command.addOption(courseFolder()).addOption(samples()), json);
}
