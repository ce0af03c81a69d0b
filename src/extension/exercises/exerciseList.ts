/** How an exercise's state is said and drawn. Pure but for VS Code's translations. */
import * as vscode from 'vscode';
import type { ExerciseProgress } from '../progress/progressModel';

/** The state as an icon; the words are in `describe`, so that no one depends on colour or shape. */
export function iconOf({ state }: ExerciseProgress): vscode.ThemeIcon {
  switch (state) {
    case 'passed':
      return new vscode.ThemeIcon('pass-filled', new vscode.ThemeColor('testing.iconPassed'));
    case 'started':
      return new vscode.ThemeIcon('edit', new vscode.ThemeColor('charts.yellow'));
    case 'not-started':
      return new vscode.ThemeIcon('circle-large-outline');
  }
}

/** The state in words: `passed · 3 checks · best 2:10`. */
export function describe(entry: ExerciseProgress): string {
  const parts = [stateWords(entry)];
  if (entry.attempts === 1) parts.push(vscode.l10n.t('1 check'));
  if (entry.attempts > 1) parts.push(vscode.l10n.t('{0} checks', entry.attempts));
  if (entry.hintsOpened > 0) parts.push(vscode.l10n.t('hints {0}', entry.hintsOpened));
  if (entry.bestSeconds !== null) parts.push(vscode.l10n.t('best {0}', duration(entry.bestSeconds)));
  return parts.join(' · ');
}

function stateWords({ state }: ExerciseProgress): string {
  switch (state) {
    case 'passed':
      return vscode.l10n.t('passed');
    case 'started':
      return vscode.l10n.t('started');
    case 'not-started':
      return vscode.l10n.t('not started');
  }
}

/** Seconds as minutes and seconds: `2:10`. */
export function duration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  return `${String(Math.floor(whole / 60))}:${String(whole % 60).padStart(2, '0')}`;
}
