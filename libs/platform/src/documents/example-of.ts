import type * as z from 'zod/mini';
import { toJsonSchema, type ConvertedSchema, type JsonSchema } from './json-schema.js';

/** Tried in this order against length and pattern, until one fits. */
const sampleTexts = [
  '01JD3V8K2MZ6T4R7Y1C5XWQ9BE',
  'ada',
  'ada@example.com',
  'Hello, world',
  'correct horse battery staple',
  'system',
  '2026-01-02T03:04:05.678Z',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  'v1=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '',
];

const sampleOfFormat: Readonly<Record<string, string>> = {
  'date-time': '2026-01-02T03:04:05.678Z',
  email: 'ada@example.com',
  uri: 'https://example.com/',
};

/** How much of an object is shown. */
type Breadth = 'required' | 'one more' | 'all';

/**
 * A value that the schema accepts, the same each time: as little as possible of it, since a reader
 * wants to see what is needed. Throws when none is found: then the route has to bring its own.
 */
export function exampleOf(schema: z.ZodMiniType, io: 'input' | 'output'): unknown {
  const converted = toJsonSchema(schema, io);
  for (const breadth of ['required', 'one more', 'all'] as const) {
    const example = new ExampleMaker(converted, breadth).make(converted.schema);
    const isEmpty = JSON.stringify(example) === '{}' && breadth === 'required';
    if (!isEmpty && schema.safeParse(example).success) return example;
  }
  if (schema.safeParse({}).success) return {};
  throw new Error('No example found; give one with the route');
}

class ExampleMaker {
  constructor(
    private readonly converted: ConvertedSchema,
    private readonly breadth: Breadth,
  ) {}

  make(schema: JsonSchema): unknown {
    if (typeof schema['$ref'] === 'string') return this.make(this.#component(schema['$ref']));
    if ('const' in schema) return schema['const'];
    if ('default' in schema) return schema['default'];
    const alternatives = schema['enum'] ?? undefined;
    if (Array.isArray(alternatives)) return alternatives[0];
    const choices = schema['oneOf'] ?? schema['anyOf'];
    if (Array.isArray(choices)) return this.make(choices[0] as JsonSchema);
    return this.#ofType(schema);
  }

  #ofType(schema: JsonSchema): unknown {
    const type = Array.isArray(schema['type']) ? (schema['type'][0] as string) : schema['type'];
    if (type === 'object') return this.#object(schema);
    if (type === 'array') return [this.make((schema['items'] ?? {}) as JsonSchema)];
    if (type === 'string') return text(schema);
    if (type === 'integer' || type === 'number') return number(schema);
    if (type === 'boolean') return true;
    return null;
  }

  #object({ properties = {}, required = [] }: JsonSchema): Record<string, unknown> {
    const needed = new Set(required as string[]);
    const all = Object.entries(properties as Record<string, JsonSchema>);
    const free = all.filter(([name]) => !needed.has(name)).map(([name]) => name);
    const count: Record<Breadth, number> = { required: 0, 'one more': 1, all: free.length };
    const extra = free.slice(0, count[this.breadth]);
    const shown = all.filter(([name]) => needed.has(name) || extra.includes(name));
    return Object.fromEntries(shown.map(([name, property]) => [name, this.make(property)]));
  }

  #component(reference: string): JsonSchema {
    const id = reference.slice(reference.lastIndexOf('/') + 1);
    return this.converted.components[id] ?? {};
  }
}

function text({ format, pattern, minLength = 0, maxLength = Infinity }: JsonSchema): string {
  const known = sampleOfFormat[String(format)];
  if (known !== undefined) return known;
  const fits = new RegExp(typeof pattern === 'string' ? pattern : '', 'u');
  const isLongEnough = (sample: string) =>
    sample.length >= Number(minLength) && sample.length <= Number(maxLength);
  const isPlain = pattern === undefined;
  const samples = isPlain ? sampleTexts.slice(3) : sampleTexts;
  return samples.find((sample) => isLongEnough(sample) && fits.test(sample)) ?? '';
}

function number({ minimum, exclusiveMinimum, maximum }: JsonSchema): number {
  const least = Number(minimum ?? Number(exclusiveMinimum ?? -1) + 1);
  return Math.min(Math.max(least, 1), Number(maximum ?? Infinity));
}
