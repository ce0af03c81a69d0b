/** Where to look first in a picture: a sample, and a unit of each layer. */
import type { Picture } from '../../course/exercise';
import { ofSample, tellingSamples, type NetworkPass } from '../../course/networkPass';
import { nameOf } from '../../network/arrayName';
import type { OwnArrays } from '../own/ownArrays';
import { firstLeak } from './sentence';

/** The sample that shows most of what is wrong, or of the network where nothing is. */
export function sampleToShow(picture: Picture, batch: NetworkPass, own: OwnArrays): number {
  const samples = tellingSamples(picture);
  const differs = (sample: number): boolean =>
    firstLeak({ own, pass: passOf(batch, sample), ownPass: passOf(own.arrays, sample) }) !== null;
  return (own.wrong.size === 0 ? undefined : samples.find(differs)) ?? samples[0] ?? 0;
}

/** A batch's arrays for one sample, or their means where `sample` is null. */
export function passOf(batch: NetworkPass, sample: number | null): NetworkPass {
  return new Map([...batch].map(([name, array]) => [name, ofSample(name, array, sample)]));
}

/** The unit of each layer that says most: one that differs, else one that is off, else the one with the largest error. */
export function unitsToLookAt(
  picture: Picture,
  pass: NetworkPass,
  own: OwnArrays,
  ownPass: NetworkPass,
): readonly number[] {
  const leak = firstLeak({ own, pass, ownPass });
  return picture.layers.map((_, layer) => {
    if (layer === leak?.layer) return leak.units[0] ?? 0;
    const carried = pass.get(nameOf('dA', layer))?.data ?? [];
    const passed = pass.get(nameOf('dZ', layer))?.data ?? [];
    const stopped = passed.findIndex((error, unit) => error === 0 && (carried[unit] ?? 0) !== 0);
    if (stopped >= 0) return stopped;
    const values = layer === 0 ? (pass.get('X')?.data ?? []) : passed;
    return Math.max(
      0,
      values.indexOf(values.reduce((most, one) => (Math.abs(one) > Math.abs(most) ? one : most), 0)),
    );
  });
}
