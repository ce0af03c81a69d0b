/** Everything is right for other data than those that were given. */
import { findChangedInput } from '../../diagnosis/changedInput';
import type { Signature } from './signature';

/** The data of an exercise: what is computed from, and what it is compared with. */
const data = ['X', 'Y'];

export const changedInput: Signature = ({ comparison, names, main }) => {
  const [target] = names;
  const [searched] = comparison.perProbe.filter(({ evidence }) => evidence === main);
  if (target === undefined || !searched) return null;
  const probes = comparison.perProbe.map(({ evidence }) => evidence).filter((one) => one !== main);
  const found = findChangedInput([searched.evidence, ...probes], comparison.accepted, data);
  return found && { code: 'changed-input', target, detail: found.name, line: found.line, explains: names };
};
