/** What is asked of Python: every probe, the trace where it is short, a second call on one of them, the training. */
import assert from 'node:assert/strict';
import { course } from '../../../src/course/course';
import { callNameOf, inputsOf } from '../../../src/course/judging/probe';
import { askedProbes } from '../../../src/grader/early';
import { requestFor } from '../../../src/grader/request';

describe('the request for a check', () => {
  for (const exercise of course) {
    const { judging } = exercise;
    const request = requestFor(exercise, 'source', 7);
    // What may not have to run is asked last.
    const { asked, long } = askedProbes(exercise);
    const rounds = asked.map((probe) => judging.references(probe)[0]?.computation.loop?.times ?? 0);

    it(`of ${exercise.id} calls the learner's function once for each probe, with its arguments by name`, () => {
      assert.equal(request.source, 'source');
      assert.equal(request.functionName, exercise.functionName);
      assert.deepEqual(
        request.calls.map(({ name }) => name),
        asked.map(callNameOf),
      );
      for (const [i, probe] of asked.entries()) {
        const call = request.calls[i];
        assert.deepEqual(
          call?.arguments.map(({ name }) => name),
          exercise.parameters,
        );
        for (const { name, value } of call.arguments) {
          if (value.kind === 'array') assert.equal(value.data, inputsOf(probe).get(name)?.data, name);
          if (value.kind === 'number') assert.equal(value.value, inputsOf(probe).get(name)?.data[0], name);
        }
      }
    });

    it(`of ${exercise.id} traces what is short, and something`, () => {
      assert.deepEqual(
        request.calls.map(({ trace }) => trace),
        rounds.map((times) => times <= 10),
      );
      assert.ok(request.calls.some(({ trace }) => trace));
    });

    it(`of ${exercise.id} calls twice where that is judged and short`, () => {
      const twice = request.calls.filter((call) => call.twice);
      assert.ok(twice.length > 0);
      assert.ok(twice.every(({ trace, name }) => trace && name !== 'square' && name !== 'brief'));
    });

    it(`of ${exercise.id} asks for equal sizes last of what is judged, and only where something raised`, () => {
      const judged = request.calls.filter(
        ({ name }) => name !== 'brief' && name !== (long && callNameOf(long)),
      );
      const late = judged.filter(({ onlyAfterError }) => onlyAfterError);
      assert.deepEqual(late, judged.slice(judged.length - late.length));
      assert.deepEqual(
        late.map(({ name }) => name),
        judging.probes().flatMap((probe) => (probe.purpose === 'square' ? [callNameOf(probe)] : [])),
      );
    });

    it(`of ${exercise.id} trains where there is a curve, or weights, that the exercise does not return itself`, () => {
      const { drive, watch } = judging.curve ?? {};
      assert.ok(!drive || !watch);
      assert.equal(request.drives.length, drive || watch ? 1 : 0);
      assert.equal(request.limits.timeoutSeconds, 7);
    });
  }
});
