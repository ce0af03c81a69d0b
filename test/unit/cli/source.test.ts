import { strict as assert } from 'node:assert';
import { programOf } from '../../../src/cli/notebook';
import { printable, printableLines, textOfPath } from '../../../src/cli/printable';
import { decode } from '../../../src/cli/source';

const text = '# 렐루\r\nx = "é"\n';

function textOf(bytes: Uint8Array): string {
  const source = decode(bytes);
  return 'text' in source ? source.text : source.problem.code;
}

describe('the text of a source', () => {
  it('is read by its byte order mark, which is no part of it', () => {
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    for (const bytes of [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      utf16,
      Buffer.from(utf16).swap16(),
    ]) {
      assert.equal(textOf(bytes), text);
    }
  });

  it('is UTF-8 before anything else, then what its coding line says, then CP949', () => {
    const korean = Buffer.from([0x23, 0x20, 0xb7, 0xbb, 0xb7, 0xe7, 0x0a]);
    assert.equal(textOf(korean), '# 렌루\n');
    const declared = (name: string): Buffer =>
      Buffer.from(`# -*- coding: ${name} -*-\n# caf\xe9\n`, 'latin1');
    for (const name of ['latin-1', 'ISO_8859_1', 'cp1252', 'iso-8859-15']) {
      assert.match(textOf(declared(name)), /café/u, name);
    }
    assert.equal(textOf(Buffer.from(`# coding: latin-1\n${text}`)), `# coding: latin-1\n${text}`);
    assert.equal(
      textOf(Buffer.concat([Buffer.from('#!python\n# vim: set fileencoding=euc_kr :\n'), korean])).at(-2),
      '루',
    );
  });

  it('is none where the bytes are of no text', () => {
    assert.equal(textOf(Buffer.from('a\0b')), 'binary');
    assert.equal(textOf(Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0])), 'binary');
    assert.equal(textOf(Buffer.from([0xff, 0x80, 0xc3, 0x28, 0xfe])), 'not-text');
    assert.equal(textOf(Buffer.from([0xef, 0xbb, 0xbf, 0xff])), 'not-text');
    assert.equal(textOf(Buffer.from([0xff, 0xfe, 0x00, 0xd8])), 'not-text');
    assert.equal(textOf(Buffer.from('# coding: no-such\n\xff\xff', 'latin1')), 'not-text');
    assert.equal(textOf(Buffer.alloc(0)), '');
  });

  it('is a notebook’s code cells, with what is not Python as comments', () => {
    const cells = [
      { cell_type: 'markdown', source: ['# title'] },
      { cell_type: 'code', source: ['%matplotlib inline\n', 'import numpy as np'] },
      { cell_type: 'code', source: 'if x:\n    !ls\ny = (a\n  % b)\nnp.dot?' },
      { cell_type: 'code', source: '%%writefile relu.py\nnonsense here' },
      { cell_type: 'code' },
      null,
    ];
    assert.equal(
      programOf(JSON.stringify({ cells })),
      [
        '# cell 2\n# %matplotlib inline\nimport numpy as np\n',
        '# cell 3\nif x:\n    pass  # !ls\ny = (a\n  % b)\n# np.dot?\n',
      ].join('\n'),
    );
    for (const none of ['', '[]', 'null', '{}', '{"cells": 3}', '{'])
      assert.equal(programOf(none), null, none);
  });

  it('is a notebook’s also where a shell command goes on over lines, or the format is an old one', () => {
    const code = (source: string): object => ({ cell_type: 'code', source });
    const installs = code('!pip install \\\n    numpy \\\n    tqdm\nx = 1 \\\n    + 2');
    assert.equal(
      programOf(JSON.stringify({ cells: [installs] })),
      '# cell 1\n# !pip install \\\n#     numpy \\\n#     tqdm\nx = 1 \\\n    + 2\n',
    );
    const old = { cell_type: 'code', language: 'python', input: ['x = 1\n', 'y = 2'] };
    const heading = { cell_type: 'heading', level: 1, source: 'Title' };
    assert.equal(
      programOf(JSON.stringify({ nbformat: 3, worksheets: [{ cells: [heading, old] }] })),
      '# cell 2\nx = 1\ny = 2\n',
    );
  });

  it('is none of a notebook in another language', () => {
    const cells = [{ cell_type: 'code', source: 'x <- 1' }];
    const inR = { cells, metadata: { kernelspec: { language: 'R' }, language_info: { name: 'R' } } };
    assert.equal(programOf(JSON.stringify(inR)), null);
    const inPython = {
      cells,
      metadata: { kernelspec: { name: 'python3' }, language_info: { name: 'ipython' } },
    };
    assert.notEqual(programOf(JSON.stringify(inPython)), null);
  });
});

describe('text of others’ making', () => {
  it('is shown with everything written out that a terminal would obey', () => {
    assert.equal(printable('a\u001b[31m\n\tb\u0000\u009b'), 'a\\x1b[31m\\n\\tb\\x00\\x9b');
    assert.equal(printable('photo\u202eyp.exe\u200b'), 'photo\\u202eyp.exe\\u200b');
    assert.equal(printable('기울기 é 👩'), '기울기 é 👩');
    assert.equal(printableLines('a\r\nb\tc\rd\u0007\n'), 'a\nb\tc\\rd\\x07\n');
  });

  it('keeps paths apart whose bytes are no text', () => {
    const paths = [[0xb1, 0xe8], [0xb1], [0xef, 0xbf, 0xbd], [0xea, 0xb9, 0x80, 0xff], [0x61, 0xea, 0xb9]];
    const shown = paths.map((bytes) => textOfPath(Buffer.from(bytes)));
    assert.deepEqual(shown, ['\\xb1\\xe8', '\\xb1', '\ufffd', '김\\xff', 'a\\xea\\xb9']);
  });
});
