/** Whether the programs are what their tables say, by NumPy and central differences alone, before anything is judged by them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pythonFor } from '../support/pythons';
import { count, programsOf, type Program, type Said } from './programs';

const formed = [...programsOf('forms'), ...programsOf('declared')];
const right = [...programsOf('right'), ...programsOf('styles')];

interface Answer {
  readonly verdict: string;
  readonly factor: number;
  readonly wrong: readonly string[];
}

type Declared = Pick<Program, 'source' | 'definitions' | 'declaration'>;

/** What real NumPy says of programs with a declaration, in their order. */
function measured(executable: string, programs: readonly Declared[]): readonly Answer[] {
  const { stdout, stderr, status } = spawnSync(
    executable,
    [join(import.meta.dirname, 'support', 'verify.py')],
    {
      encoding: 'utf8',
      input: JSON.stringify(
        programs.map(({ source, definitions, declaration }) => ({ source, definitions, declaration })),
      ),
    },
  );
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as readonly Answer[];
}

function factorText(factor: number): string {
  return String(Number(factor.toPrecision(6)));
}

function saidOfRight({ verdict, factor }: Answer): Said {
  return verdict === 'scaled' ? `scaled ${factorText(factor)}` : verdict;
}

describe('the programs of the check of own code', function () {
  this.timeout(300_000);

  it('are three of each form, with three planted faults each, and fifty further right ones', () => {
    const forms = new Set(formed.map(({ form }) => form));
    assert.ok(forms.size >= 20, `${String(forms.size)} forms`);
    for (const form of forms) assert.ok(formed.filter((program) => program.form === form).length >= 3, form);
    for (const { name, faults } of formed) assert.ok(faults.length >= 3, name);
    assert.ok(right.length >= 50, `${String(right.length)} right programs`);
  });

  it('hold each text that a planted fault replaces exactly once', () => {
    const wrong = [...formed, ...right].flatMap(({ name, source, declaration, faults }) =>
      faults
        .filter(
          ({ find, replacement, declaredFind }) =>
            count(source, find) !== 1 ||
            replacement === '' ||
            (declaredFind !== '' && count(declaration, declaredFind) !== 1),
        )
        .map(({ find }) => `${name}: ${find}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('have the gradients that their tables say', function () {
    const executable = pythonFor(this);
    const programs = [...formed, ...right];
    const answers = measured(executable, programs);
    const wrong = programs.flatMap(({ name, right: said }, i) => {
      const answer = answers[i];
      const found = answer ? saidOfRight(answer) : 'nothing';
      return found === said ? [] : [`${name}: ${found}, the table says ${said}`];
    });
    assert.deepEqual(wrong, []);
  });

  it('have wrong gradients with each planted fault', function () {
    const executable = pythonFor(this);
    const rows = [...formed, ...programsOf('styles')].flatMap((program) =>
      program.faults.map((fault) => ({ program, fault })),
    );
    const answers = measured(
      executable,
      rows.map(({ program, fault }) => ({ ...fault, definitions: program.definitions })),
    );
    const wrong = rows.flatMap(({ program, fault }, i) => {
      const { verdict, factor, wrong: names } = answers[i] ?? { verdict: 'nothing', factor: 1, wrong: [] };
      const said = [verdict, ...names].join(' ');
      const shows =
        verdict === 'differ' || (verdict === 'scaled' && `scaled ${factorText(factor)}` !== program.right);
      return shows && said === fault.said
        ? []
        : [`${program.name} with ${fault.find}: ${said}, the table says ${fault.said}`];
    });
    assert.deepEqual(wrong, []);
  });
});
