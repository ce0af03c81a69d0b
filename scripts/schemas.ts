/** Writes the JSON schemas of `chapter.yaml` and `exercise.yaml`, which editors complete and check by. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemaOf } from '../src/course/folder/jsonSchema';
import { chapterSchema, exerciseSchema } from '../src/course/folder/schemas';

const folder = join(__dirname, '../media/schemas');
mkdirSync(folder, { recursive: true });
for (const [name, schema] of [
  ['chapter', chapterSchema],
  ['exercise', exerciseSchema],
] as const) {
  const text = JSON.stringify(jsonSchemaOf(schema, `${name}.yaml of Backprop Tutor`), null, 2);
  writeFileSync(join(folder, `${name}.schema.json`), `${text}\n`);
}
