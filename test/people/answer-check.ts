import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

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
 * Holds every answer of a system against the OpenAPI document that it publishes: a client generated
 * from the one must understand the other.
 */
export class AnswerCheck {
  readonly #ajv = new Ajv2020({ strict: false, validateFormats: false });
  readonly #compiled = new Map<string, ValidateFunction>();
  readonly #paths: readonly { readonly pattern: RegExp; readonly path: string }[];

  private constructor(private readonly document: Document) {
    this.#ajv.addSchema({ $id: 'api', components: document.components });
    // `/messages/batch` before `/messages/{chatId}`: the fewest parameters first.
    this.#paths = Object.keys(document.paths)
      .sort((a, b) => a.split('{').length - b.split('{').length)
      .map((path) => ({ path, pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`) }));
  }

  static async of(url: string): Promise<AnswerCheck> {
    const response = await fetch(`${url}/api/openapi.json`);
    return new AnswerCheck((await response.json()) as Document);
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
