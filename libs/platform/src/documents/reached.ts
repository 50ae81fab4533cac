import type { JsonSchema } from './json-schema.js';

const reference = /"\$ref":"#\/components\/schemas\/([^"]+)"/gu;

/** Those schemas to which a document refers, or one of them does: `{[id]: schema}`. */
export function reached(
  schemas: Readonly<Record<string, JsonSchema>>,
  document: object,
): Record<string, JsonSchema> {
  const found = new Set<string>();
  const follow = (part: object): void => {
    for (const [, id] of JSON.stringify(part).matchAll(reference)) {
      if (found.has(id!)) continue;
      found.add(id!);
      follow(schemas[id!]!);
    }
  };
  follow(document);
  return Object.fromEntries(Object.entries(schemas).filter(([id]) => found.has(id)));
}
