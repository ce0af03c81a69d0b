/** The files of the scaffold: a chapter around a small exercise of either kind. */
import { networkExercise } from './networkScaffold';
import { solutionExercise } from './solutionScaffold';

type FilesByName = Readonly<Record<string, string>>;

function chapterYaml(id: string, exercise: string): string {
  return `id: ${id}
title: { en: My chapter, ko: 나의 챕터 }
about:
  en: What it is about, in a sentence.
  ko: 무엇을 다루는지 한 문장으로 씁니다.
exercises: [${exercise}]
`;
}

function placed(chapter: string, exercise: string, files: FilesByName): FilesByName {
  return {
    'chapter.yaml': chapterYaml(chapter, exercise),
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`${exercise}/${name}`, text])),
  };
}

/** A chapter with an exercise whose reference is its solution. */
export function solutionFiles(chapter: string): FilesByName {
  return placed(chapter, 'weighted-error', solutionExercise);
}

/** A chapter with an exercise over a network. */
export function networkFiles(chapter: string): FilesByName {
  return placed(chapter, 'tanh-output-gradients', networkExercise);
}
