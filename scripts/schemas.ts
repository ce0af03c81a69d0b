/** Writes the JSON schemas of `chapter.yaml` and `exercise.yaml`, which editors complete and check by. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { jsonSchemaOf } from '../src/course/folder/jsonSchema';
import { chapterSchema, exerciseSchema } from '../src/course/folder/schemas';

const folder = join(__dirname, '../media/schemas');
mkdirSync(folder, { recursive: true });

/** Formatted as the check of formats wants it. */
async function write(name: string, schema: Parameters<typeof jsonSchemaOf>[0]): Promise<void> {
  const file = join(folder, `${name}.schema.json`);
  const text = JSON.stringify(jsonSchemaOf(schema, `${name}.yaml of Backprop Tutor`), null, 2);
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}

void write('chapter', chapterSchema);
void write('exercise', exerciseSchema);
