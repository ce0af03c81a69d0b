/** One folder of an exercise: its files become data, and whatever is wrong with them is told with file and line. */
import type { Language, Text } from '../exercise';
import type { Definition } from './definition';
import { ExerciseFolder } from './exerciseFolder';
import { ExerciseTexts } from './exerciseTexts';
import type { Files, Problems } from './problem';
import { networkEquations, readNetwork } from './readNetwork';
import { SolutionReader } from './readSolution';
import { exerciseSchema, languagesOf, namesOf, type ExerciseYaml, type WrittenText } from './schemas';
import { readYaml } from './yamlFile';

/** A text in both languages; one that is written in one language serves for the other. */
export function textOf(written: WrittenText): Text {
  if (typeof written === 'string') return { en: written, ko: written };
  const { en = written.ko ?? '', ko = en } = written;
  return { en, ko };
}

/**
 * Reads the files of the exercise in `path`, which ends in a `/` or is empty; null where it cannot be used.
 * `languages` are those that the chapter is written in.
 */
export function readExercise(
  files: Files,
  path: string,
  problems: Problems,
  languages: readonly Language[],
): Definition | null {
  const folder = new ExerciseFolder(files, path, problems);
  const add = folder.adder('exercise.yaml');
  const text = folder.text('exercise.yaml');
  if (text === undefined) {
    add(null, 'The file is missing: every exercise has one.');
    return null;
  }
  const yaml = readYaml(text, exerciseSchema, add);
  if (!yaml) return null;
  const before = problems.found.length;
  const { value, lineOf } = yaml;
  if (folder.name !== undefined && folder.name !== value.id) {
    add(
      lineOf('id'),
      `id: the folder's name is ${folder.name}, so write id: ${folder.name} or rename the folder.`,
    );
  }
  const reference = value.network
    ? readNetwork(yaml, value.network, add)
    : new SolutionReader(folder, yaml).read();
  const ofNetwork = reference?.kind === 'network' ? networkEquations(yaml, reference, add) : null;
  const solution = required(folder, 'solution.py', 'a snippet that solves the exercise');
  const starter = readStarter(folder);
  const svg = readPicture(folder);
  const wanted = { languages, hasPicture: svg !== null, needsEquations: ofNetwork === null };
  const texts = ExerciseTexts.read(folder, value, wanted);
  if (texts)
    checkTitle(value, languages, (message) => {
      add(lineOf('title'), message);
    });
  if (!reference || solution === null || !starter || !texts) return null;
  const definition: Definition = {
    id: value.id,
    title: textOf(value.title),
    after: value.after ?? [],
    order: value.order ?? null,
    functionName: value.function,
    functions: value.functions ?? [value.function],
    parameters: namesOf(value.parameters),
    returns: value.returns,
    mayChangeInputs: value.mayChangeInputs ?? false,
    idea: texts.of('idea'),
    equations: ofNetwork ?? texts.equations(),
    drawing: svg && { svg, alternative: texts.of('picture') },
    starter,
    hints: texts.hints(solution),
    solution,
    explanation: texts.of('explanation'),
    next: texts.of('next'),
    reference,
  };
  return problems.found.length === before ? definition : null;
}

function required(folder: ExerciseFolder, name: string, what: string): string | null {
  const text = folder.text(name);
  if (text !== undefined && text.trim() !== '') return text;
  folder.add(name, null, `The file is ${text === undefined ? 'missing' : 'empty'}: it holds ${what}.`);
  return null;
}

function readStarter(folder: ExerciseFolder): Text | null {
  const starter = folder.localized('starter', 'py');
  if (!starter) {
    const message = 'The file is missing: it holds the snippet to begin with, with ... for its blanks.';
    folder.add('starter.py', null, message);
  }
  return starter;
}

/** The drawing, if there is one: still, whole, and without anything that runs. */
function readPicture(folder: ExerciseFolder): Text | null {
  const svg = folder.localized('picture', 'svg');
  if (!svg) return null;
  const name = folder.text('picture.svg') === undefined ? 'picture.en.svg' : 'picture.svg';
  if (!/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg\b[^>]*\bviewBox=/.test(svg.en)) {
    folder.add(
      name,
      1,
      'A picture begins with <svg … viewBox="0 0 width height" xmlns="http://www.w3.org/2000/svg">.',
    );
  }
  const closed = /<script\b|<foreignObject\b|\son\w+=|(?:href|src)\s*=\s*["'](?!#)/i.exec(svg.en + svg.ko);
  if (closed) {
    const own = svg.en.slice(0, closed.index).split('\n').length;
    // In the other language's drawing it is left at its file.
    const line = closed.index < svg.en.length ? own : null;
    folder.add(name, line, `A picture is still and whole: “${closed[0].trim()}” has no place in it.`);
  }
  return svg;
}

function checkTitle(
  { title }: ExerciseYaml,
  languages: readonly Language[],
  add: (message: string) => void,
): void {
  for (const language of languages) {
    if (!languagesOf(title).includes(language)) add(`title: it is missing in ${language}.`);
  }
}
