/** How an exercise is judged whose reference is its solution: by what the solution gave when it was run. */
import type { Computation } from '../../engine/computation';
import type { Values } from '../../engine/operation';
import type { Judging } from './judging';
import type { Probe } from './probe';
import type { RecordedProbe, Recording } from './recording';

function constants(values: Values, names: readonly string[]): Computation {
  const steps = names.flatMap((name) => {
    const value = values.get(name);
    return value ? [{ name, operation: { kind: 'recorded', value } as const }] : [];
  });
  return { steps, loop: null, returns: steps.map(({ name }) => name) };
}

/** What was recorded on a probe. */
export function recordedOn({ probes }: Recording, probe: Probe): RecordedProbe {
  const found = probes.find((one) => one.probe === probe);
  if (!found) throw new Error(`nothing was recorded on the probe ${probe.purpose}`);
  return found;
}

/** Judging by a recording. The solution is the first accepted computation, the conventions are the others. */
export function recordedJudging(recording: Recording, mayChangeInputs: boolean): Judging {
  const probes = recording.probes.map(({ probe }) => probe);
  const computations = new Map(
    recording.probes.map(({ probe, right, conventions }) => [
      probe,
      [right, ...conventions].map((values) => ({
        convention: null,
        computation: constants(values, recording.names),
      })),
    ]),
  );
  return {
    mayChangeInputs,
    probes: () => probes,
    references: (probe) => computations.get(probe) ?? [],
    differentiable: null,
    curve: null,
    columns: null,
    recorded: recording,
  };
}
