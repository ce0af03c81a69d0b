/** Why there is no Python to run with: a code, and a sentence in both languages that names the next action. */
import { RuntimeUnavailableError } from './runtime';

type Language = 'en' | 'ko';

const select = {
  en: 'Choose another interpreter with "Backprop Tutor: Select Python", or use the built-in one.',
  ko: '"Backprop Tutor: Select Python" 명령으로 다른 인터프리터를 고르거나 내장 Python을 사용하세요.',
} as const;

/** `{name}` stands for a detail of the error. */
const sentences = {
  'no-python': {
    en: 'No Python was found on the PATH. Install Python 3.9 or later with NumPy from python.org, or use the built-in one.',
    ko: 'PATH에서 Python을 찾지 못했습니다. python.org에서 Python 3.9 이상과 NumPy를 설치하거나 내장 Python을 사용하세요.',
  },
  'not-there': {
    en: `There is no Python at {python}. ${select.en}`,
    ko: `{python}에 Python이 없습니다. ${select.ko}`,
  },
  'cannot-start': {
    en: `Python could not be started as {python} ({detail}). ${select.en}`,
    ko: `{python} 명령으로 Python을 시작하지 못했습니다({detail}). ${select.ko}`,
  },
  'too-old': {
    en: '{python} is Python {version}, and the tutor needs 3.9 or later. Install a newer Python, or use the built-in one.',
    ko: '{python}의 버전은 Python {version}입니다. 3.9 이상이 필요합니다. 새 Python을 설치하거나 내장 Python을 사용하세요.',
  },
  'no-numpy': {
    en: '{python} has no NumPy. Run: {python} -m pip install --upgrade numpy',
    ko: '{python}에 NumPy가 없습니다. 다음을 실행하세요: {python} -m pip install --upgrade numpy',
  },
  'old-numpy': {
    en: '{python} has NumPy {version}, and the tutor needs 1.20 or later. Run: {python} -m pip install --upgrade numpy',
    ko: '{python}의 NumPy는 {version}입니다. 1.20 이상이 필요합니다. 다음을 실행하세요: {python} -m pip install --upgrade numpy',
  },
  'broken-numpy': {
    en: 'NumPy of {python} cannot be imported ({detail}). Run: {python} -m pip install --upgrade numpy',
    ko: '{python}의 NumPy를 불러올 수 없습니다({detail}). 다음을 실행하세요: {python} -m pip install --upgrade numpy',
  },
  'builtin-failed': {
    en: 'The built-in Python could not be started ({detail}). Reload the window, or choose your own Python.',
    ko: '내장 Python을 시작하지 못했습니다({detail}). 창을 다시 불러오거나 설치된 Python을 고르세요.',
  },
  'ends-at-once': {
    en: 'Python ends as soon as it has started. Choose another Python, or reload the window.',
    ko: 'Python이 시작하자마자 끝납니다. 다른 Python을 고르거나 창을 다시 불러오세요.',
  },
  stopped: {
    en: 'Python has been stopped. Run the check again to start it anew.',
    ko: 'Python이 중지되었습니다. 다시 확인하면 새로 시작합니다.',
  },
} as const satisfies Record<string, Record<Language, string>>;

export type UnavailableCode = keyof typeof sentences;

/** The error for a Python that cannot be had; its message is the English sentence. */
export function unavailable(
  code: UnavailableCode,
  details: Readonly<Record<string, string>> = {},
): RuntimeUnavailableError {
  return new RuntimeUnavailableError(fill(sentences[code].en, details), code, details);
}

/** The sentence of such an error in the learner's language. */
export function unavailableSentence(error: RuntimeUnavailableError, language: Language): string {
  return isCode(error.code) ? fill(sentences[error.code][language], error.details) : error.message;
}

function isCode(code: string | null): code is UnavailableCode {
  return code !== null && Object.hasOwn(sentences, code);
}

function fill(sentence: string, details: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/gu, (whole, name: string) => details[name] ?? whole);
}
