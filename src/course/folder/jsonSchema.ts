/** The JSON schema of a file, made of the schema that reads it: an editor completes and checks what we would. */

/** What the parts of a valibot schema have that is of use here. */
interface Part {
  readonly type: string;
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly wrapped?: unknown;
  readonly item?: unknown;
  readonly value?: unknown;
  readonly key?: unknown;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly pipe?: readonly unknown[];
  readonly requirement?: unknown;
  readonly message?: unknown;
}

type JsonSchema = Readonly<Record<string, unknown>>;

function isPart(given: unknown): given is Part {
  return typeof given === 'object' && given !== null && 'type' in given;
}

const isOptional = (given: unknown): boolean =>
  isPart(given) && ['optional', 'nullish', 'exact_optional'].includes(given.type);

/** What a pipe adds to what it begins with. */
function limitOf(step: unknown): JsonSchema {
  if (!isPart(step)) return {};
  const { type, requirement } = step;
  switch (type) {
    case 'regex':
      return requirement instanceof RegExp ? { pattern: requirement.source } : {};
    case 'min_value':
      return { minimum: requirement };
    case 'max_value':
      return { maximum: requirement };
    case 'min_length':
      return { minItems: requirement };
    case 'max_length':
      return { maxItems: requirement };
    case 'integer':
      return { type: 'integer' };
    case 'non_empty':
      return { minLength: 1 };
    default:
      return {};
  }
}

function bare(given: Part, depth: number): JsonSchema {
  switch (given.type) {
    case 'string':
    case 'number':
    case 'boolean':
      return { type: given.type };
    case 'literal':
      return { const: given.literal };
    case 'picklist':
      return { enum: given.options };
    case 'array':
      return { type: 'array', items: schemaOf(given.item, depth) };
    case 'record':
      return {
        type: 'object',
        propertyNames: schemaOf(given.key, depth),
        additionalProperties: schemaOf(given.value, depth),
      };
    case 'union':
      return { anyOf: (given.options ?? []).map((one) => schemaOf(one, depth)) };
    case 'optional':
      return schemaOf(given.wrapped, depth);
    case 'nullish':
      return { anyOf: [schemaOf(given.wrapped, depth), { type: 'null' }] };
    case 'strict_object': {
      const entries = Object.entries(given.entries ?? {});
      return {
        type: 'object',
        properties: Object.fromEntries(entries.map(([name, one]) => [name, schemaOf(one, depth)])),
        required: entries.filter(([, one]) => !isOptional(one)).map(([name]) => name),
        additionalProperties: false,
      };
    }
    default:
      // Nested lists of numbers of any depth: whatever is there is left to the reading.
      return {};
  }
}

function schemaOf(given: unknown, depth: number): JsonSchema {
  if (!isPart(given) || depth > 12) return {};
  const limits = (given.pipe ?? []).slice(1).map(limitOf);
  const said = typeof given.message === 'string' ? { description: given.message } : {};
  return Object.assign({}, bare(given, depth + 1), ...limits, said) as JsonSchema;
}

/** The JSON schema (draft 7) of a valibot schema of this room. */
export function jsonSchemaOf(schema: unknown, title: string): JsonSchema {
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, ...schemaOf(schema, 0) };
}
