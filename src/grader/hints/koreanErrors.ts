/**
 * What an error of Python's says, in a sentence of Korean to stand beside its own English: for errors of which nothing more
 * is known than their class and their sort (`python/harness/sorts.py`). Each class ends with what is true of all its errors.
 */
import type { RunError } from '../../python/runtime';

type Sentences = Readonly<Record<string, string>> & { readonly other: string };

const look = '이 줄을 살펴보세요.';

const syntax: Sentences = {
  'bracket-open': '여는 괄호가 닫히지 않았습니다. 짝이 되는 괄호를 찾아보세요.',
  'bracket-unmatched': '괄호의 짝이 맞지 않습니다. 여는 괄호와 닫는 괄호를 하나씩 세어 보세요.',
  'colon-missing': '줄 끝에 콜론(:)이 있어야 합니다.',
  'quote-open': '따옴표가 닫히지 않았습니다.',
  'comma-missing': '쉼표나 연산자가 빠진 것 같습니다. 두 값 사이를 살펴보세요.',
  'no-target': '등호(=)의 왼쪽에는 값을 담을 이름이 와야 합니다.',
  'return-outside': 'return은 함수 안에만 쓸 수 있습니다. 들여쓰기를 살펴보세요.',
  'odd-character': 'Python이 읽을 수 없는 글자가 있습니다. 다른 곳에서 복사한 기호인지 살펴보세요.',
  'bad-number': '숫자로 읽을 수 없는 글자가 섞여 있습니다.',
  'argument-order': '이름을 붙인 인자 뒤에는 이름 없는 인자를 쓸 수 없습니다.',
  'print-statement': 'print는 함수입니다. 괄호 안에 출력할 것을 쓰세요.',
  'block-missing': '이 줄 앞에서 시작한 덩어리는 한 단계 들여 써야 합니다.',
  other: '문법에 맞지 않습니다. 이 줄과 바로 윗줄에서 괄호, 쉼표, 연산자가 빠졌는지 살펴보세요.',
};

const indentation: Sentences = {
  'block-missing': '이 줄 앞에서 시작한 덩어리는 한 단계 들여 써야 합니다.',
  'indented-more': '이 줄이 앞줄보다 더 들여 쓰였습니다.',
  other: '이 줄의 들여쓰기가 위의 어느 줄과도 맞지 않습니다.',
};

const byClass: Readonly<Record<string, Sentences>> = {
  SyntaxError: syntax,
  IndentationError: indentation,
  TabError: { other: '들여쓰기에 탭과 빈칸이 섞여 있습니다. 하나로 통일하세요.' },
  NameError: { other: '아직 아무것도 담기지 않은 이름을 썼습니다. 철자와 대소문자를 확인하세요.' },
  UnboundLocalError: { other: '함수 안에서 값을 담기 전에 그 이름을 읽었습니다.' },
  TypeError: {
    operands: '서로 계산할 수 없는 종류의 값이 만났습니다.',
    'argument-missing': '함수를 부를 때 인자가 모자랐습니다.',
    'argument-count': '함수를 부를 때 인자의 개수가 맞지 않았습니다.',
    'argument-unknown': '함수가 모르는 이름의 인자를 넘겼습니다.',
    'argument-twice': '같은 인자를 두 번 넘겼습니다.',
    'not-callable': '함수가 아닌 값을 함수처럼 불렀습니다. 연산자가 빠졌거나 괄호의 종류가 다를 수 있습니다.',
    'not-subscriptable': '원소를 가지지 않은 값에서 원소를 꺼내려고 했습니다.',
    'not-changeable': '바꿀 수 없는 값의 원소에 값을 담으려고 했습니다.',
    'not-iterable': '하나씩 꺼낼 수 없는 값을 나누어 담거나 반복하려고 했습니다.',
    'index-type': '원소의 자리는 정수로 말해야 합니다.',
    other: '값의 종류가 이 연산이나 함수에 맞지 않습니다.',
  },
  ValueError: {
    shapes: '만난 배열의 모양이 서로 맞지 않습니다.',
    'unpack-more': '나누어 담을 이름보다 값이 많습니다.',
    'unpack-fewer': '나누어 담을 이름보다 값이 적습니다.',
    'truth-of-array':
      '배열 전체의 참과 거짓은 정해지지 않습니다. 원소 하나하나를 비교하려면 np.where를 생각해 보세요.',
    reshape: '원소의 개수가 새 모양과 맞지 않습니다.',
    ragged: '길이가 서로 다른 것들로 배열을 만들려고 했습니다.',
    'no-number': '숫자로 읽을 수 없는 글자를 숫자로 바꾸려고 했습니다.',
    domain: '그 함수가 정해지지 않은 수를 넣었습니다.',
    other: '종류는 맞지만 쓸 수 없는 값이 들어갔습니다.',
  },
  IndexError: {
    'too-many-indices': '배열의 축보다 많은 첨자를 썼습니다.',
    other: '없는 자리의 원소를 꺼내려고 했습니다. 첫 첨자는 0이고 마지막은 길이보다 하나 작습니다.',
  },
  KeyError: { other: '딕셔너리에 없는 키를 찾았습니다. 키의 철자를 확인하세요.' },
  AttributeError: { other: '그 값에는 없는 속성이나 함수를 불렀습니다. 철자와 값의 종류를 확인하세요.' },
  ZeroDivisionError: { other: '0으로 나누었습니다. 나누는 수가 어디에서 왔는지 살펴보세요.' },
  OverflowError: { other: '수가 너무 커서 나타낼 수 없습니다.' },
  FloatingPointError: { other: '계산하다가 유한하지 않은 수가 나왔습니다.' },
  ModuleNotFoundError: { other: '그런 이름의 모듈이 없습니다. 여기에서는 NumPy면 충분합니다.' },
  ImportError: { other: '모듈에서 그 이름을 가져올 수 없습니다. 철자를 확인하세요.' },
  RecursionError: { other: '함수가 자기 자신을 끝없이 부르고 있습니다.' },
  AssertionError: { other: '코드에 적어 둔 assert의 조건이 참이 아닙니다.' },
  NotImplementedError: { other: '아직 작성하지 않은 부분이 실행되었습니다.' },
  StopIteration: { other: '더 꺼낼 것이 없는데 다음 값을 꺼냈습니다.' },
  EOFError: { other: '입력을 기다렸지만 여기에는 입력이 없습니다. input 대신 인자로 받은 값을 쓰세요.' },
  FileNotFoundError: { other: '그런 파일이 없습니다. 여기에서는 인자로 받은 값만으로 계산합니다.' },
  LinAlgError: { other: '이 행렬로는 할 수 없는 선형대수 계산입니다.' },
};

/** A sentence for an error of Python's; of a class that is not in the table, one that is true of all. */
export function koreanOfError({ type, sort }: Pick<RunError, 'type' | 'sort'>): string {
  const sentences = byClass[type ?? ''];
  if (!sentences) return `실행하다가 오류가 나서 멈추었습니다. ${look}`;
  return sentences[sort ?? 'other'] ?? sentences.other;
}
