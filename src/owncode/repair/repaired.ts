/** The mistake that one change of one place takes back, as the report tells it. */
import type { Sentence } from '../../diagnosis/mistake';
import { withParticle } from '../../network/particles';
import type { Measured } from '../measured';
import type { OwnDiagnosis } from '../report';
import { clauses } from './sentences';

const told = {
  en: (line: number | null, clause: string, wrong: string): string =>
    `${line === null ? 'On the way back' : 'In this line'}, ${clause}. With that one place written otherwise, ${wrong} and all other gradients agree with the loss.`,
  ko: (line: number | null, clause: string, wrong: string): string =>
    `${line === null ? '역전파에서' : '이 줄에서'} ${clause}. 이 한 곳만 달라지면 ${withParticle(wrong, '을', '를')} 포함한 모든 기울기가 손실과 맞습니다.`,
};

/** What the repair says; nothing where there was none or its mistake has no sentence here. */
export function repaired(
  { repair, parameters }: Measured,
  language: keyof Sentence,
): readonly OwnDiagnosis[] {
  const clause = repair && clauses[repair.code];
  const shown = repair && parameters[repair.target];
  if (!repair || !clause || !shown) return [];
  return [
    {
      code: repair.code,
      target: shown.name,
      line: repair.line,
      confidence: 'certain',
      message: told[language](repair.line, clause[language], shown.gradientName ?? shown.name),
    },
  ];
}
