import * as z from 'zod/mini';

/** A JSON schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export interface ConvertedSchema {
  /** May refer to `#/components/schemas/<id>`. */
  readonly schema: JsonSchema;
  /** `{[id]: schema}`: those that are registered with an id, and that it refers to. */
  readonly components: Readonly<Record<string, JsonSchema>>;
}

/**
 * zod/mini carries no JSON schema of its own. `input`: what may be sent; `output`: what is
 * answered. Throws for what JSON cannot say (the output of a transform).
 */
export function toJsonSchema(schema: z.core.$ZodType, io: 'input' | 'output'): ConvertedSchema {
  const json = z.toJSONSchema(schema, { target: 'draft-2020-12', io });
  const { $schema: _, $defs = {}, ...own } = pointAtComponents(json);
  return { schema: own, components: $defs as Record<string, JsonSchema> };
}

function pointAtComponents(json: object): JsonSchema {
  return JSON.parse(
    JSON.stringify(json).replaceAll('"#/$defs/', '"#/components/schemas/'),
  ) as JsonSchema;
}

/** The schemas of a document, each once. */
export class Components {
  readonly #schemas = new Map<string, string>();

  /**
   * Adds those of a conversion and returns its schema. Throws when an id means two things: its
   * input and its output differ, or two schemas share it.
   */
  add({ schema, components }: ConvertedSchema): JsonSchema {
    for (const [id, component] of Object.entries(components)) {
      const json = JSON.stringify(component);
      if ((this.#schemas.get(id) ?? json) !== json)
        throw new Error(`The schema ${id} is two different ones: register one under another id`);
      this.#schemas.set(id, json);
    }
    return schema;
  }

  /** `{[id]: schema}`, by id. */
  toJSON(): Record<string, JsonSchema> {
    return Object.fromEntries(
      [...this.#schemas]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, json]) => [id, JSON.parse(json) as JsonSchema]),
    );
  }
}
