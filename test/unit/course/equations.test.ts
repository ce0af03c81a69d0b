import assert from 'node:assert/strict';
import katex from 'katex';
import { course } from '../../../src/course/course';
import { networkFolders } from '../networkFolders';
import { inlineTex, proseOf, termsOf } from './texts';

/** The part of the DOM that KaTeX builds on. It remembers the attributes that were set, `style` among them. */
class FakeNode {
  readonly children: FakeNode[] = [];
  readonly attributes = new Map<string, string>();
  /** KaTeX writes its vertical metrics here, property by property, which a content security policy allows. */
  readonly style: Record<string, string> = {};
  className = '';
  textContent = '';

  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
  }

  appendChild(child: FakeNode): FakeNode {
    this.children.push(child);
    return child;
  }

  all(): readonly FakeNode[] {
    return [this, ...this.children.flatMap((child) => child.all())];
  }
}

const fakeDocument = {
  createElement: () => new FakeNode(),
  createElementNS: () => new FakeNode(),
  createTextNode: () => new FakeNode(),
  createDocumentFragment: () => new FakeNode(),
};

/** Renders as the panel does: KaTeX builds nodes, and `\term` becomes an attribute that can be looked up. */
function render(tex: string): FakeNode {
  const root = new FakeNode();
  const scope = globalThis as unknown as { document?: unknown };
  const before = scope.document;
  scope.document = fakeDocument;
  try {
    katex.render(tex, root as never, {
      output: 'htmlAndMathml',
      throwOnError: true,
      strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
      trust: ({ command }: { command: string }) => command === '\\htmlData',
      macros: { '\\term': '\\htmlData{term=#1}{#2}' },
    });
  } finally {
    if (before === undefined) delete scope.document;
    else scope.document = before;
  }
  return root;
}

describe('the test of inline styles itself', () => {
  it('sees the ones that a content security policy refuses', () => {
    const rows = '\\begin{Bmatrix} 1 \\\\ 2 \\\\ 3 \\end{Bmatrix}';
    const styled = ['\\vec{a}', rows, 'a_1'].map((tex) =>
      render(tex)
        .all()
        .some(({ attributes }) => attributes.has('style')),
    );
    assert.deepEqual(styled, [true, true, false]);
  });
});

for (const exercise of [...course, ...networkFolders]) {
  describe(`the equations of ${exercise.id}`, () => {
    const display = exercise.equations.flatMap(({ rows, columns }) =>
      columns === null ? [rows] : [rows, columns],
    );
    const inline = proseOf(exercise).flatMap(([, { en, ko }]) => [...inlineTex(en), ...inlineTex(ko)]);

    it('render, without setting a style attribute', () => {
      for (const tex of [...display, ...inline]) {
        for (const { attributes } of render(tex).all()) assert.ok(!attributes.has('style'), tex);
      }
    });

    it('carry every term into the page', () => {
      const found = new Set(
        display.flatMap((tex) =>
          render(tex)
            .all()
            .flatMap(({ attributes }) => attributes.get('data-term') ?? []),
        ),
      );
      assert.deepEqual([...found].sort(), [...new Set(termsOf(exercise))].sort());
    });

    it('have a column form only where it is another one', () => {
      for (const { name, rows, columns } of exercise.equations) assert.notEqual(columns, rows, name);
    });
  });
}
