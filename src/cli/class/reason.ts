/** Why a file of a class was not judged. */
import type { Language } from '../../course/exercise';
import type { Unreadable } from '../source';

export interface Reason {
  readonly code: keyof typeof sentences;
  /** What the sentence says where it has a blank: another file's name, what the system said. */
  readonly detail: string;
}

const saveAsText = {
  en: 'Save it as UTF-8 text and try again.',
  ko: 'UTF-8 텍스트로 저장한 뒤 다시 시도하세요.',
};

const sentences = {
  'not-an-exercise': {
    en: 'its name is that of no exercise',
    ko: '연습문제 이름의 파일이 아닙니다',
  },
  'several-exercises': {
    en: 'its name could mean {}; name it after one exercise',
    ko: '이름이 {} 가운데 어느 것인지 알 수 없습니다. 연습문제 하나의 이름을 붙이세요',
  },
  'another-judged': {
    en: '{} was taken for this exercise',
    ko: '이 연습문제로는 {} 파일을 채점합니다',
  },
  'same-file': { en: 'a link to {}, which is listed by itself', ko: '{} 파일을 가리키는 링크입니다' },
  'same-folder': {
    en: 'a link to the folder {}, which is read by itself',
    ko: '{} 폴더를 가리키는 링크입니다',
  },
  loop: { en: 'a link that leads back to itself', ko: '자기 자신으로 돌아오는 링크입니다' },
  'broken-link': { en: 'a link to a file that is not there', ko: '가리키는 파일이 없는 링크입니다' },
  outside: {
    en: 'a link that leads out of the graded folder; it was not followed: copy what it leads to into the folder',
    ko: '채점하는 폴더 밖을 가리키는 링크이므로 따라가지 않았습니다. 가리키는 것을 폴더 안으로 복사하세요',
  },
  unreadable: {
    en: 'it cannot be read ({}); set its permissions right and grade again',
    ko: '읽을 수 없습니다({}). 권한을 바로잡고 다시 채점하세요',
  },
  'unreadable-folder': {
    en: 'a folder that cannot be read ({}); set its permissions right and grade again',
    ko: '읽을 수 없는 폴더입니다({}). 권한을 바로잡고 다시 채점하세요',
  },
  folder: { en: 'a folder, not a file', ko: '파일이 아니라 폴더입니다' },
  special: {
    en: 'a pipe, a socket or a device, not a file; it was not opened',
    ko: '파일이 아니라 파이프, 소켓 또는 장치이므로 열지 않았습니다',
  },
  'too-large': {
    en: 'it is too large to be a snippet ({})',
    ko: '코드라기에는 너무 큽니다({})',
  },
  binary: {
    en: `it holds NUL bytes, so it is no text. ${saveAsText.en}`,
    ko: `NUL 바이트가 있어 텍스트가 아닙니다. ${saveAsText.ko}`,
  },
  'not-text': {
    en: `it cannot be decoded as text. ${saveAsText.en}`,
    ko: `텍스트로 해독할 수 없습니다. ${saveAsText.ko}`,
  },
  'not-a-notebook': {
    en: 'it is no notebook of Python: its JSON holds no cells of it. Save it again as .ipynb, or its code as a .py file',
    ko: 'Python 노트북이 아닙니다. JSON에 Python 셀이 없습니다. .ipynb로 다시 저장하거나 코드를 .py 파일로 저장하세요',
  },
  'not-looked-into': {
    en: 'a folder of a tool, not looked into',
    ko: '도구가 만든 폴더이므로 열어 보지 않았습니다',
  },
  hidden: { en: 'a hidden file', ko: '숨김 파일입니다' },
  interrupted: {
    en: 'grading was stopped before it',
    ko: '그 전에 채점이 중단되었습니다',
  },
  'no-python': { en: 'there was no Python to run it with: {}', ko: '실행할 Python이 없었습니다: {}' },
  failed: { en: 'the grader failed on it: {}', ko: '채점기가 이 파일에서 실패했습니다: {}' },
} as const satisfies Record<string, Record<Language, string>> & Record<Unreadable['code'], unknown>;

export function reason(code: Reason['code'], detail = ''): Reason {
  return { code, detail };
}

/** The reason in words, without a full stop at its end. */
export function sentenceOf({ code, detail }: Reason, language: Language): string {
  return sentences[code][language].replace('{}', () => detail).replace(/\.$/u, '');
}

/** Reasons that say nothing against a submission: it is judged under another name, or it is none. */
const harmless: ReadonlySet<Reason['code']> = new Set([
  'another-judged',
  'same-file',
  'same-folder',
  'hidden',
]);

/** Reasons for which answers may be missing whatever the name is. */
const always: ReadonlySet<Reason['code']> = new Set(['unreadable-folder', 'several-exercises']);

/** Whether something that may be an answer was left without a judgement. */
export function isLoss({ code }: Reason, isAnswer: boolean): boolean {
  return always.has(code) || (isAnswer && !harmless.has(code));
}
