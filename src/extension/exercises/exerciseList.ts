/** How an exercise's state is said and drawn. Pure but for VS Code's icons. */
import * as vscode from 'vscode';
import type { Language } from '../../course/exercise';
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

/** In the language of the exercises, whose titles stand beside them, which need not be that of VS Code. */
const words = {
  en: {
    passed: 'passed',
    started: 'started',
    'not-started': 'not started',
    checks: (count: number) => (count === 1 ? '1 check' : `${String(count)} checks`),
    hints: (count: number) => `hints ${String(count)}`,
    best: (time: string) => `best ${time}`,
  },
  ko: {
    passed: '통과',
    started: '진행 중',
    'not-started': '시작 전',
    checks: (count: number) => `확인 ${String(count)}회`,
    hints: (count: number) => `힌트 ${String(count)}개`,
    best: (time: string) => `최단 ${time}`,
  },
} as const;

/** The state in words: `passed · 3 checks · best 2:10`. */
export function describe(entry: ExerciseProgress, language: Language): string {
  const said = words[language];
  const parts: string[] = [said[entry.state]];
  if (entry.attempts > 0) parts.push(said.checks(entry.attempts));
  if (entry.hintsOpened > 0) parts.push(said.hints(entry.hintsOpened));
  if (entry.bestSeconds !== null) parts.push(said.best(duration(entry.bestSeconds)));
  return parts.join(' · ');
}

/** Seconds as minutes and seconds: `2:10`. */
export function duration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  return `${String(Math.floor(whole / 60))}:${String(whole % 60).padStart(2, '0')}`;
}
