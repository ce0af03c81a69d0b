/** `exercises`: what there is to learn. */
import { course } from '../course/course';
import type { Language } from '../course/exercise';
import { columns } from './style';

/** Prints the course; resolves with the exit status. */
export function exercises(asJson: boolean, language: Language): number {
  if (asJson) {
    const list = course.map(({ id, title, functionName, parameters, returns, equations }) => ({
      id,
      title: title[language],
      function: functionName,
      parameters,
      returns,
      equations: equations.map(({ name, rows, columns: columnForm }) => ({
        name,
        rows,
        columns: columnForm,
      })),
    }));
    process.stdout.write(`${JSON.stringify({ schema: 1, exercises: list })}\n`);
    return 0;
  }
  const rows = course.map(({ id, title, functionName, parameters }, i) => [
    String(i + 1).padStart(2),
    id,
    title[language],
    `${functionName}(${parameters.join(', ')})`,
  ]);
  process.stdout.write(`${columns(rows).join('\n')}\n`);
  return 0;
}
