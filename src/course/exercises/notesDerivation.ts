/** The backward pass of three layers as the notes derive it. */
import type { Equation } from '../exercise';
import { tex } from '../writing';

/** An equation of the notes, in their own form: the chain rule spelled out, without saying how the factors multiply. */
function inTheNotes(name: string, rows: string, en: string, ko: string): Equation {
  return { name: `notes-${name}`, phase: 'derivation', rows, columns: null, words: { en, ko } };
}

/** The notes' equations of the backward pass, from the output to the first layer. */
export const notesEquations: readonly Equation[] = [
  inTheNotes(
    'dZ3',
    tex`[dZ3] = \frac{\partial L}{\partial \hat{Y}} \cdot \frac{\partial \hat{Y}}{\partial Z_3}`,
    'The gradient with respect to Z3 is the derivative of L with respect to Y hat times the derivative of Y hat with respect to Z3.',
    'Z3에 대한 기울기는 L을 Y 햇으로 미분한 것과 Y 햇을 Z3으로 미분한 것의 곱입니다.',
  ),
  inTheNotes(
    'dW3',
    tex`[dW3] = [dZ3] \cdot \frac{\partial Z_3}{\partial W_3}`,
    'The gradient with respect to W3 is the gradient with respect to Z3 times the derivative of Z3 with respect to W3.',
    'W3에 대한 기울기는 Z3에 대한 기울기와 Z3을 W3으로 미분한 것의 곱입니다.',
  ),
  inTheNotes(
    'db3',
    tex`[db3] = [dZ3]`,
    'The gradient with respect to b3 is the gradient with respect to Z3.',
    'b3에 대한 기울기는 Z3에 대한 기울기와 같습니다.',
  ),
  inTheNotes(
    'dZ2',
    tex`[dZ2] = [dZ3] \cdot \frac{\partial Z_3}{\partial A_2} \cdot \frac{\partial A_2}{\partial Z_2}`,
    'The gradient with respect to Z2 is the gradient with respect to Z3 times the derivative of Z3 with respect to A2 times the derivative of A2 with respect to Z2.',
    'Z2에 대한 기울기는 Z3에 대한 기울기, Z3을 A2로 미분한 것, A2를 Z2로 미분한 것의 곱입니다.',
  ),
  inTheNotes(
    'dW2',
    tex`[dW2] = [dZ2] \cdot \frac{\partial Z_2}{\partial W_2}`,
    'The gradient with respect to W2 is the gradient with respect to Z2 times the derivative of Z2 with respect to W2.',
    'W2에 대한 기울기는 Z2에 대한 기울기와 Z2를 W2로 미분한 것의 곱입니다.',
  ),
  inTheNotes(
    'db2',
    tex`[db2] = [dZ2]`,
    'The gradient with respect to b2 is the gradient with respect to Z2.',
    'b2에 대한 기울기는 Z2에 대한 기울기와 같습니다.',
  ),
  inTheNotes(
    'dZ1',
    tex`[dZ1] = [dZ2] \cdot \frac{\partial Z_2}{\partial A_1} \cdot \frac{\partial A_1}{\partial Z_1}`,
    'The gradient with respect to Z1 is the gradient with respect to Z2 times the derivative of Z2 with respect to A1 times the derivative of A1 with respect to Z1.',
    'Z1에 대한 기울기는 Z2에 대한 기울기, Z2를 A1로 미분한 것, A1을 Z1로 미분한 것의 곱입니다.',
  ),
  inTheNotes(
    'dW1',
    tex`[dW1] = [dZ1] \cdot \frac{\partial Z_1}{\partial W_1}`,
    'The gradient with respect to W1 is the gradient with respect to Z1 times the derivative of Z1 with respect to W1.',
    'W1에 대한 기울기는 Z1에 대한 기울기와 Z1을 W1로 미분한 것의 곱입니다.',
  ),
  inTheNotes(
    'db1',
    tex`[db1] = [dZ1]`,
    'The gradient with respect to b1 is the gradient with respect to Z1.',
    'b1에 대한 기울기는 Z1에 대한 기울기와 같습니다.',
  ),
];
