import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { check, resolveConfig } from 'prettier';
import ts from 'typescript';
import tseslint from 'typescript-eslint';

const root = join(__dirname, '../../..');
/** Where a reader would put a sample: an entry of the catalogue. */
const place = join(root, 'src/diagnosis/catalogue/sampleOfContributing.ts');

function samples(): readonly string[] {
  const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  return [...text.matchAll(/^```ts\n(.*?)^```$/gmsu)].map(([, code = '']) => code);
}

/** What the compiler says of a file that only this test knows. */
function complaints(code: string): readonly string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const host = ts.createCompilerHost({ ...options, noEmit: true });
  const [readSource, exists] = [host.getSourceFile.bind(host), host.fileExists.bind(host)];
  host.fileExists = (path) => path === place || exists(path);
  host.getSourceFile = (path, version) =>
    path === place ? ts.createSourceFile(path, code, version, true) : readSource(path, version);
  const program = ts.createProgram([place], { ...options, noEmit: true, incremental: false }, host);
  const source = program.getSourceFile(place);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'),
  );
}

/** What the project's own lint says, but for the rules that ask the types of a file that is on the disk. */
async function lintComplaints(code: string): Promise<readonly string[]> {
  const untyped = { languageOptions: { parserOptions: { projectService: false } } };
  const overrideConfig = [tseslint.configs.disableTypeChecked, untyped] as ESLint.Options['overrideConfig'];
  const eslint = new ESLint({ cwd: root, overrideConfig: overrideConfig ?? [] });
  const [result] = await eslint.lintText(code, { filePath: place });
  assert.ok(result);
  return result.messages.map(({ message }) => message);
}

describe('the samples of CONTRIBUTING', function () {
  this.timeout(120_000);

  it('are there, and as they are formatted here', async () => {
    const all = samples();
    assert.ok(all.length > 0);
    const options = await resolveConfig(join(root, 'CONTRIBUTING.md'));
    for (const code of all) assert.ok(await check(code, { ...options, parser: 'typescript' }), code);
  });

  it('compile where they would stand', () => {
    for (const code of samples()) assert.deepEqual(complaints(code), []);
  });

  it('are as the lint wants them', async () => {
    for (const code of samples()) assert.deepEqual(await lintComplaints(code), []);
  });

  it('would not pass with an error in them', async () => {
    assert.notDeepEqual(complaints("import { at } from '../mistake';\nexport const x: number = at;\n"), []);
    assert.notDeepEqual(await lintComplaints('export const x: any = 1;\n'), []);
  });
});
