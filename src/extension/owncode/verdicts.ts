/** What is said in VS Code of one function's check. */
import { shortNumber } from '../../engine/shortNumber';
import * as vscode from 'vscode';
import type { FunctionCheck } from '../../owncode/report';

/** The parameters whose gradients differ. */
export function differing({ parameters }: FunctionCheck): readonly string[] {
  return parameters.filter(({ verdict }) => verdict === 'differ').map(({ name }) => name);
}

/** Which gradients are not the slopes of the loss; all that differ unless some are named. */
export function differenceSentence(
  check: FunctionCheck,
  names: readonly string[] = differing(check),
): string {
  return vscode.l10n.t('Not the slope of the loss: the gradient of {0}.', names.join(', '));
}

/** In a few words how a check ended. */
export function verdictTitle(check: FunctionCheck): string {
  const { verdict, scale } = check;
  switch (verdict) {
    case 'agree':
      return `$(pass) ${vscode.l10n.t('Gradients agree')}`;
    case 'scaled':
      return `$(info) ${vscode.l10n.t('Consistent, scaled by {0}', shortNumber(scale ?? 1, 4))}`;
    case 'differ':
      return `$(error) ${vscode.l10n.t('Differs: {0}', differing(check).join(', '))}`;
    case 'not-judged':
      return `$(question) ${vscode.l10n.t('Could not be judged')}`;
  }
}
