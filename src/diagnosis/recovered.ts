/** The mistakes behind the gradients of a network that no exercise knows: one that was read off a learner's own code. */
import type { Computation, Step } from '../engine/computation';
import type { Values } from '../engine/operation';
import { matrixShape } from '../engine/tensor';
import { conventionsOf, type OutputConvention } from '../network/conventions';
import { stepsOf } from '../network/cut';
import type { NetworkSpec } from '../network/spec';
import { meanOver } from '../network/steps';
import { agrees, tryEvaluate, type Evidence } from './evidence';
import { choose } from './explain';
import type { Finding } from './finding';
import { fromExplanation } from './fromExplanation';
import type { Sentence } from './mistake';

/** What code with a recovered network did once; all arrays with samples in rows, under the names of `arrayName.ts`. */
export interface RecoveredRun {
  readonly spec: NetworkSpec;
  /**
   * What the backward pass starts from: X (m, n_in), Y (m, n_out), W1 …, b1 … of every layer that has one, Z1, A1 … as
   * the code's own forward pass made them; `lam` under a penalty. What of Z and A is missing is computed.
   */
  readonly given: Values;
  /** The gradients that came back, by name: `dW1`, `db1` …; any of them, in any order. */
  readonly gradients: Values;
  /** What the loss that is meant is of the spec's: −1 for code that climbs, m where samples are summed; 1 if missing. */
  readonly factor?: number;
  /** The conventions that are right for the loss that is meant; all of the spec's if missing. */
  readonly accepts?: (convention: OutputConvention) => boolean;
  /** The line trace in order of execution, with samples in rows; what is missing is not pointed at. */
  readonly trace?: Partial<Pick<Evidence, 'observations' | 'calls' | 'asked' | 'returnLines'>>;
}

export interface RecoveredFindings {
  /** The accepted convention that leaves the fewest faults. */
  readonly convention: OutputConvention;
  /** In order of execution; none where all gradients are right, or where no known mistake explains them. */
  readonly findings: readonly Finding[];
  /** The gradients that nothing explains; none where all are right or explained. */
  readonly unexplained: readonly string[];
}

function times(step: Step, factor: number): Step {
  const { kind } = step.operation;
  const isGradient = kind === 'weightGradient' || kind === 'biasGradient';
  return isGradient && factor !== 1 ? { ...step, factor: (step.factor ?? 1) * factor } : step;
}

/**
 * Says what is wrong with the gradients of a recovered network, and on which line. It is the search of the exercises
 * (`choose`, `locate`) over the steps that follow from the spec:
 *
 *     const { convention, findings } = findMistakes({ spec, given, gradients, trace: { observations } }, 'en');
 *
 * The spec, its names and the orientation are the caller's: arrays whose samples are columns are turned before, those
 * of the trace too. One run is enough where its numbers are of general position (no zero biases, no equal weights). A
 * finding is `certain` where no mistake of another code gives the same numbers. An error names the array where what is
 * given does not suffice for the gradients.
 */
export function findMistakes(run: RecoveredRun, language: keyof Sentence): RecoveredFindings {
  const { spec, given, gradients, factor = 1, accepts = () => true, trace = {} } = run;
  const returns = [...gradients.keys()];
  const [, outputs] = matrixShape(given.get('Y') ?? { shape: [], data: new Float64Array() }, 'Y');
  const conventions = conventionsOf(spec).filter(accepts);
  const computationOf = (convention: OutputConvention): Computation => {
    const steps = stepsOf({ spec, given: [...given.keys()], returned: returns }, convention);
    return {
      steps: meanOver(steps, convention, outputs).map((step) => times(step, factor)),
      loop: null,
      returns,
    };
  };
  const evidence: Evidence = {
    observations: [],
    returnLines: new Map(),
    ...trace,
    inputs: given,
    accepted: conventions.map(computationOf),
    returned: gradients,
  };
  const { accepted, explanation } = choose([evidence]);
  const convention = conventions[accepted];
  if (!convention) throw new RangeError('no convention of the network is accepted');
  return {
    convention,
    findings: explanation ? fromExplanation(explanation, evidence, () => [evidence], language) : [],
    unexplained: explanation?.unexplained ?? wrongIn(evidence, accepted),
  };
}

function wrongIn(evidence: Evidence, accepted: number): readonly string[] {
  const computation = evidence.accepted[accepted];
  const evaluation = computation && tryEvaluate(computation, evidence.inputs);
  return evaluation ? computation.returns.filter((name) => !agrees(evaluation, evidence, name)) : [];
}
