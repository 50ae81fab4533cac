import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** The document of the API; a system takes longer to make it than for most of what it is asked. */
export const committedApi = () =>
  JSON.parse(readFileSync(resolve(__dirname, '../../docs/openapi.json'), 'utf8')) as Document;

interface ResponseObject {
  readonly content?: Record<string, { schema: object }>;
}

interface Operation {
  readonly responses: Record<string, ResponseObject | { readonly $ref: string }>;
}

interface Document {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly responses?: Record<string, ResponseObject> };
}

/**
 * Holds every answer of a system against the OpenAPI document that is committed, which is the one
 * that is published (`files.scenario.ts`): a client generated from it must understand the system.
 */
export class AnswerCheck {
  readonly #ajv = new Ajv2020({ strict: false, validateFormats: false });
  readonly #compiled = new Map<string, ValidateFunction>();
  readonly #paths: readonly { readonly pattern: RegExp; readonly path: string }[];

  constructor(private readonly document = committedApi()) {
    this.#ajv.addSchema({ $id: 'api', components: document.components });
    // `/messages/batch` before `/messages/{chatId}`: the fewest parameters first.
    this.#paths = Object.keys(document.paths)
      .sort((a, b) => a.split('{').length - b.split('{').length)
      .map((path) => ({ path, pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`) }));
  }

  /** What is wrong with the answer; undefined when it is as documented. */
  complaint(method: string, path: string, status: number, body: unknown): string | undefined {
    const [bare = ''] = path.split('?');
    const known = this.#paths.find(({ pattern }) => pattern.test(bare));
    const operation = known && this.document.paths[known.path]?.[method.toLowerCase()];
    // What is not a route of ours answers with a problem; the stories look at those themselves.
    if (!known || !operation) return undefined;
    const response = operation.responses[String(status)] ?? operation.responses['default'];
    if (!response) return `${method} ${path} answered ${status}, which is not documented`;
    const { content = {} } = this.#resolved(response);
    const [schema] = Object.values(content).map((media) => media.schema);
    if (!schema) return body === undefined ? undefined : `${method} ${path} ${status} has a body`;
    const key = `${method} ${known.path} ${status}`;
    const validate = this.#compiled.get(key) ?? this.#ajv.compile(pointed(schema));
    this.#compiled.set(key, validate);
    return validate(body)
      ? undefined
      : `${method} ${path} ${status}: ${this.#ajv.errorsText(validate.errors)}`;
  }

  #resolved(response: ResponseObject | { readonly $ref: string }): ResponseObject {
    if (!('$ref' in response)) return response;
    return this.document.components.responses?.[response.$ref.split('/').at(-1)!] ?? {};
  }
}

/** `#/components/…` of the document becomes a reference into the schema added under `api`. */
function pointed(schema: object): object {
  return JSON.parse(
    JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/'),
  ) as object;
}
