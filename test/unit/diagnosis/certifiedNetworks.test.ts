/**
 * The probes are certified for networks that no exercise has: every activation under every loss and output, one to five
 * layers, wide ones. What the probes do not tell apart must be listed as one, and must be one on other networks too:
 * else it is the probes that hide it. A few networks and a share of the mistakes each time; `CERTIFY=all` takes all.
 */
import assert from 'node:assert/strict';
import { layerByLayer } from '../../support/layerByLayer';
import { networkJudging } from '../../../src/course/judging/network';
import type { Judging } from '../../../src/course/judging/judging';
import type { Probe } from '../../../src/course/judging/probe';
import { activations, type ActivationName } from '../../../src/engine/activations';
import { evaluate } from '../../../src/engine/computation';
import { losses, type LossName } from '../../../src/engine/losses';
import { namesIn } from '../../../src/engine/namesIn';
import { read, type Values } from '../../../src/engine/operation';
import { usualConvention } from '../../../src/network/conventions';
import type { Cut } from '../../../src/network/cut';
import { probeNetwork } from '../../../src/network/probes';
import type { LayerSpec, NetworkSpec } from '../../../src/network/spec';
import { backwardSteps, gradientsOf, parametersOf } from '../../../src/network/steps';
import { nameOfSpec, outputs } from '../network/specs';
import { listed, type Part } from './listedAsOne';
import { acceptedOutcomes, collisions, isSameOutcome, mistakenOutcomes, type Only } from './outcomes';

const isWhole = process.env['CERTIFY'] === 'all';

const hidden = namesIn(activations).filter((name) => name !== 'softmax');
const ends = namesIn(losses).flatMap((loss) => outputs[loss].map((output) => ({ loss, output })));

function network(
  inner: readonly ActivationName[],
  { loss, output }: { readonly loss: LossName; readonly output: ActivationName },
  hasPenalty: boolean,
): NetworkSpec {
  const layers = [...inner, output].map((activation, i): LayerSpec => ({
    units: `n${String(i + 1)}`,
    activation,
    // Some layer without a bias in each of the deep ones.
    ...(inner.length > 2 && i === 1 ? { bias: false } : {}),
  }));
  return { layers, loss, ...(hasPenalty && { penalty: 'l2' as const }) };
}

/** Hidden layers of one after the other of all activations, from one on. */
function mixed(count: number, from: number): readonly ActivationName[] {
  return Array.from({ length: count }, (_, i) => hidden[(from + i) % hidden.length] ?? 'relu');
}

/** Every activation before every end; then each end at other depths, with activations that take turns. */
const networks: readonly NetworkSpec[] = [
  ...ends.flatMap((end, e) => hidden.map((one, h) => network([one], end, (e + h) % 3 === 0))),
  ...[0, 2, 3, 4].flatMap((count) =>
    ends.map((end, e) => network(mixed(count, e * 3 + count), end, e % 3 === 0)),
  ),
];

const parts: readonly Part[] = ['forward', 'cost', 'backward'];

function cutOf(spec: NetworkSpec, part: Part): Cut {
  const states = layerByLayer(spec.layers.length, 'Z', 'A');
  const rate = spec.penalty ? ['lam'] : [];
  const given = {
    forward: ['X', ...parametersOf(spec)],
    cost: ['Y', ...states, ...parametersOf(spec), ...rate],
    backward: ['X', 'Y', ...states, ...parametersOf(spec), ...rate],
  }[part];
  const returned = { forward: states, cost: ['cost'], backward: gradientsOf(spec) }[part];
  return { spec, given, returned };
}

type Judged = Parameters<typeof mistakenOutcomes>[0];

/** The same cut on networks of these widths, in the place of those that an exercise is judged on. */
function judgedOn(cut: Cut, widths: readonly number[], m: number, seed: number): Judged {
  const { references } = networkJudging(cut);
  const probe = (purpose: Probe['purpose'], from: number): Probe => {
    const forward =
      purpose === 'square'
        ? probeNetwork(
            cut.spec,
            widths.map(() => 6),
            6,
            from,
          )
        : probeNetwork(cut.spec, widths, m, from);
    const steps = backwardSteps(cut.spec, usualConvention(cut.spec));
    const all: Values = evaluate({ steps, loop: null, returns: [] }, forward).values;
    return {
      purpose,
      arguments: cut.given.map((name) => ({ name, kind: 'array', value: read(all, name) })),
    };
  };
  const probes = [probe('distinct', seed), probe('again', seed + 500), probe('square', seed)];
  return { judging: { probes: () => probes, references } satisfies Pick<Judging, 'probes' | 'references'> };
}

interface Sameness {
  readonly codes: readonly string[];
  readonly keys: readonly string[];
}

/** What is the same as something right, and what is the same under another code. */
function samenesses(judged: Judged, only: Only): readonly Sameness[] {
  const accepted = acceptedOutcomes(judged);
  const mistakes = mistakenOutcomes(judged, only);
  const rightOf = (one: (typeof mistakes)[number]): typeof accepted =>
    accepted.filter((right) => isSameOutcome(right, one));
  // A mistake in one convention may be another convention, which is right.
  const harmless = mistakes.filter((one) => {
    const right = rightOf(one);
    return right.length > 0 && right.every((other) => other.accepted === one.accepted);
  });
  const wrong = mistakes.filter((one) => rightOf(one).length === 0);
  return [
    ...harmless.map(({ code, key, accepted: by }) => ({ codes: [code], keys: [`${String(by)} ${key}`] })),
    ...collisions(wrong).map((pair) => ({
      codes: pair.map(({ code }) => code),
      keys: pair.map(({ key, accepted: by }) => `${String(by)} ${key}`),
    })),
  ];
}

const isListed = ({ codes }: Sameness, spec: NetworkSpec, part: Part): boolean =>
  listed.some(
    (one) =>
      one.part === part &&
      one.codes.length === codes.length &&
      one.codes.every((code) => codes.includes(code)) &&
      one.where(spec),
  );

/** A slope of a cross-entropy whose probabilities are kept from 0 and 1 by so little that only a saturated output shows it. */
const isClipped = ({ keys }: Sameness): boolean =>
  keys.some((key) => /\/cross-entropy-(?:clipped|added)-/u.test(key));

const textOf = ({ keys }: Sameness): string => keys.toSorted().join(' and ');

/** Whatever is wrong with the probes of a cut. */
function complaints(spec: NetworkSpec, part: Part, judged: Judged, only: Only): readonly string[] {
  const cut = cutOf(spec, part);
  const found = samenesses(judged, only);
  if (found.length === 0) return [];
  const keys = new Set(found.flatMap((one) => one.keys.map((key) => key.replace(/^\d+ /, ''))));
  const widths = [6, 3, 5, 8, 9, 7].slice(0, spec.layers.length).concat(5);
  const elsewhere = new Set(
    samenesses(judgedOn(cut, widths, 13, 70_000), (key) => keys.has(key)).map(textOf),
  );
  return found.flatMap((one) => {
    const what = `${nameOfSpec(spec)}, ${part}: ${textOf(one)}`;
    if (isClipped(one) && isListed(one, spec, part)) return [];
    if (!elsewhere.has(textOf(one))) return [`${what}: hidden by the probes`];
    return isListed(one, spec, part) ? [] : [`${what}: not listed`];
  });
}

/** A share of all mistakes, another one for each network: one of so many. */
function share(of: number, from: number): Only {
  if (isWhole || of === 1) return () => true;
  const hash = (key: string): number =>
    Array.from(key).reduce((sum, c) => Math.imul(sum, 31) + c.charCodeAt(0), from);
  return (key) => (hash(key) >>> 0) % of === 0;
}

/** One of how many mistakes is looked at, by the number of layers. */
const shares: Readonly<Record<number, number>> = { 1: 1, 2: 8, 3: 20, 4: 60, 5: 120 };

function shareOf(spec: NetworkSpec, part: Part, from: number): Only {
  const of = shares[spec.layers.length] ?? 1;
  return share(part === 'backward' ? of : Math.ceil(of / 20), from);
}

describe('the probes of networks that no exercise has tell mistakes apart', function () {
  this.timeout(14_400_000);
  const deepest = networks.filter(({ layers }) => layers.length === 5);

  for (const depth of [1, 2, 3, 4, 5]) {
    it(`of ${String(depth)} layers`, () => {
      const all = networks.filter(({ layers }) => layers.length === depth);
      const tried = isWhole ? all : all.filter((_, i) => i % (depth === 2 ? 29 : all.length) === depth);
      assert.ok(tried.length > 0);
      const wrong = tried.flatMap((spec, i) =>
        parts.flatMap((part) =>
          complaints(spec, part, { judging: networkJudging(cutOf(spec, part)) }, shareOf(spec, part, i)),
        ),
      );
      assert.deepEqual(wrong, []);
    });
  }

  it('of wide layers', () => {
    const wrong = deepest
      .slice(3, 4)
      .flatMap((spec, i) =>
        parts.flatMap((part) =>
          complaints(
            spec,
            part,
            judgedOn(cutOf(spec, part), [13, 29, 23, 37, 31, 7], 41, 300),
            shareOf(spec, part, i),
          ),
        ),
      );
    assert.deepEqual(wrong, []);
  });
});
