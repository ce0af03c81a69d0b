/** A step as a question, its answers as buttons. */
import type { JSX } from 'preact';
import { Prose } from '../text/prose';
import type { Question } from './question';
import { networkWords, type Scene } from './sentence';
import { Link } from '../elements/link';

/** What is said of an answer before the step's own sentence; `choice` is null where the answer was only shown. */
export function judgement(question: Question, choice: number | null, { language }: Scene): string {
  const words = networkWords(language);
  if (choice === null) return '';
  return choice === question.right
    ? `✓ ${words.predicted} `
    : `${words.notPredicted(question.choices[choice] ?? '')} `;
}

interface AskProps {
  readonly scene: Scene;
  readonly question: Question;
  readonly answer: (choice: number | null) => void;
}

/** The question; `answer` is told which of the answers was chosen, or null to be shown. */
export function Ask({ scene, question, answer }: AskProps): JSX.Element {
  return (
    <>
      <Prose text={question.ask} />
      <p class="choices">
        {question.choices.map((choice, index) => (
          <button
            key={choice}
            type="button"
            class="secondary"
            onClick={() => {
              answer(index);
            }}
          >
            {choice}
          </button>
        ))}
        <Link
          act={() => {
            answer(null);
          }}
        >
          {networkWords(scene.language).showMe}
        </Link>
      </p>
    </>
  );
}
