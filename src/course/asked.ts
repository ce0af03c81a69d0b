/** What an exercise asks the learner to write, as its starter begins it. */
import type { Exercise } from './judgedExercise';

/** An exercise, or a folder's definition of one, which may name several functions. */
type Asking = Pick<Exercise, 'functionName' | 'parameters' | 'starter'> & {
  readonly functions?: readonly string[];
};

/**
 * The heads of what is to be written: `relu(x)`, `class Value`; several where the exercise asks for several functions.
 * A function takes what the starter says, which may be less than what the check draws (`dout` goes to the second of two).
 */
export function askedOf({
  functionName,
  functions = [functionName],
  parameters,
  starter,
}: Asking): readonly string[] {
  return functions.map(
    (name) => headIn(starter.en, name) ?? (functions.length > 1 ? name : `${name}(${parameters.join(', ')})`),
  );
}

function headIn(python: string, name: string): string | null {
  const [, kind, given = ''] =
    new RegExp(`^(def|class) ${name}\\b\\s*(\\([^)]*\\))?`, 'mu').exec(python) ?? [];
  if (kind === undefined) return null;
  return kind === 'class' ? `class ${name}` : name + given.replace(/\s+/gu, ' ').replace(/,? ?\)$/u, ')');
}
