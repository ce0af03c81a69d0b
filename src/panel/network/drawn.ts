/** What stands in every node of the picture after some steps: pure, so that it can be tested. */
import type { NetworkPass } from '../../course/networkPass';
import { slopesAt, type PassStep } from '../../course/passSteps';
import { nameOf } from '../../network/arrayName';
import { cellNumber } from '../text/cellNumber';
import { entriesApart, type OwnArrays } from '../own/ownArrays';

/** One unit as it is drawn. */
export interface DrawnNode {
  readonly value: number | null;
  /** What is written for the value. */
  readonly text: string;
  /** Whether its function is flat there, so that it gives the same whatever comes in, and lets no error back. */
  readonly isOff: boolean;
  readonly gradient: number | null;
  /** The learner's number where it is another; of the gradient where there is one, else of the value. */
  readonly yours: number | null;
}

/** One layer as it is drawn. */
export interface DrawnLayer {
  readonly valueName: string;
  readonly gradientName: string | null;
  /** The array in which some of the learner's numbers are others. */
  readonly wrongName: string | null;
  readonly nodes: readonly DrawnNode[];
}

/** What the layers are drawn from. */
export interface Drawing {
  readonly layers: readonly number[];
  readonly pass: NetworkPass;
  readonly own: OwnArrays;
  readonly ownPass: NetworkPass;
  readonly steps: readonly PassStep[];
  /** How many steps have been made; 0 is at rest, where what is wrong is shown already. */
  readonly position: number;
  /** Whether the last of them is still a question, and its numbers are not written. */
  readonly isAsking: boolean;
  readonly isBatch: boolean;
  /** Whether the values of the forward pass are written though nothing has been played. */
  readonly isFilled: boolean;
  /** Whether there is one number in each node. */
  readonly isPreview: boolean;
}

/** The names of the arrays that have been computed. */
export function doneOf({
  steps,
  position,
  isAsking,
}: Pick<Drawing, 'steps' | 'position' | 'isAsking'>): ReadonlySet<string> {
  return new Set(steps.slice(0, isAsking ? position - 1 : position).map(({ name }) => name));
}

/** One layer after the steps that have been made. */
export function drawnLayer(drawing: Drawing, layer: number): DrawnLayer {
  const { layers, pass, own, ownPass, position, isBatch, isFilled } = drawing;
  const done = doneOf(drawing);
  const isAtRest = position === 0;
  const named = (role: 'Z' | 'A' | 'dZ' | 'dA'): string => nameOf(role, layer);
  const valueName =
    layer === 0 || done.has(named('A')) || (isAtRest && !own.wrong.has(named('Z'))) ? named('A') : named('Z');
  const isKnown = layer === 0 || done.has(named('Z')) || (isAtRest && (isFilled || own.wrong.size > 0));
  const shown = (name: string): boolean => done.has(name) || (isAtRest && own.wrong.has(name));
  const gradientName = [named('dZ'), named('dA')].find((name) => layer > 0 && shown(name)) ?? null;
  const wrongName =
    [gradientName, valueName].find((name) => name !== null && shown(name) && own.wrong.has(name)) ?? null;
  const [mine, right] = [ownPass.get(wrongName ?? ''), pass.get(wrongName ?? '')];
  const apart = mine && right ? entriesApart(mine, right) : [];
  const slopes = isBatch ? undefined : pass.get(slopesAt(named('Z')))?.data;
  const nodes = Array.from({ length: layers[layer] ?? 0 }, (_, unit): DrawnNode => {
    const value = pass.get(valueName)?.data[unit] ?? null;
    const isFlat = slopes === undefined ? pass.get(named('A'))?.data[unit] === 0 : slopes[unit] === 0;
    const isOff = layer > 0 && !isBatch && isKnown && valueName === named('A') && isFlat;
    return {
      value,
      text: isKnown ? cellNumber(value) : '',
      isOff,
      gradient: gradientName === null ? null : (pass.get(gradientName)?.data[unit] ?? null),
      yours: apart[unit] === true ? (mine?.data[unit] ?? null) : null,
    };
  });
  return {
    valueName,
    gradientName,
    wrongName: nodes.some(({ yours }) => yours !== null) ? wrongName : null,
    nodes,
  };
}
