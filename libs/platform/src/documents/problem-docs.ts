import { problem, problems, type Problem, type ProblemCode } from '@app/contracts';
import type { ReferenceObject, ResponseObject, SchemaObject } from '@nestjs/swagger';
import { exampleOf } from './example-of.js';
import { commonHeaders } from './header-docs.js';
import { toJsonSchema, type JsonSchema } from './json-schema.js';

const codes = Object.keys(problems) as ProblemCode[];

/** `not_member` → `NotMember`. */
const wordsOf = (code: ProblemCode): string =>
  code
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

const idOf = (code: ProblemCode): string => `${wordsOf(code)}Problem`;

const typeOf = (code: ProblemCode): string => `/problems/${code.replaceAll('_', '-')}`;

/**
 * `{[id]: schema}`: `Problem`, with every code and every type there is, and one for each code, with
 * its `params`.
 */
export function problemComponents(): Record<string, JsonSchema> {
  const one = codes.map((code) => [idOf(code), problemSchema(code)] as const);
  return { Problem: anyProblem(), ...Object.fromEntries(one) };
}

function anyProblem(): JsonSchema {
  return {
    type: 'object',
    description: 'RFC 9457. `code` is stable; `title` is for people and may change.',
    properties: {
      type: { type: 'string', enum: codes.map(typeOf) },
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string', enum: codes },
      params: { type: 'object' },
    },
    required: ['type', 'title', 'status', 'code', 'params'],
  };
}

function problemSchema(code: ProblemCode): JsonSchema {
  const { status, title, params } = problems[code];
  const own = {
    type: 'object',
    properties: {
      type: { type: 'string', const: typeOf(code) },
      status: { type: 'integer', const: status },
      code: { type: 'string', const: code },
      params: toJsonSchema(params, 'output').schema,
    },
  };
  return { description: title, allOf: [{ $ref: '#/components/schemas/Problem' }, own] };
}

/**
 * The responses that problems make: hardly any route has a combination of its own, so each is
 * written once and referred to.
 */
export class ProblemResponses {
  readonly #responses = new Map<string, ResponseObject>();

  /** `{[status]: reference}` for every problem that a route can answer. */
  of(answered: readonly ProblemCode[]): Record<string, ReferenceObject> {
    const statuses = [...new Set(answered.map((code) => problems[code].status))].sort();
    return Object.fromEntries(
      statuses.map((status) => {
        const has = (code: ProblemCode) =>
          problems[code].status === status && answered.includes(code);
        // In the order of the registry: the document does not depend on who lists them how.
        return [String(status), this.#refer(codes.filter(has))];
      }),
    );
  }

  /** `{[id]: response}`, by id. */
  toJSON(): Record<string, ResponseObject> {
    return Object.fromEntries([...this.#responses].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #refer(alike: readonly ProblemCode[]): ReferenceObject {
    const id = alike.map(wordsOf).join('Or');
    if (!this.#responses.has(id)) this.#responses.set(id, responseOf(alike));
    return { $ref: `#/components/responses/${id}` };
  }
}

function responseOf(alike: readonly ProblemCode[]): ResponseObject {
  const isToBeRepeated = alike.some((code) => [429, 503].includes(problems[code].status));
  return {
    description: alike.map((code) => `\`${code}\`: ${problems[code].title}.`).join(' '),
    headers: {
      ...commonHeaders,
      ...(isToBeRepeated && {
        'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } },
      }),
    },
    content: {
      'application/problem+json': {
        schema: schemaOf(alike),
        examples: Object.fromEntries(
          alike.map((code) => [code, { value: exampleProblem(code).toJSON() }]),
        ),
      },
    },
  };
}

function schemaOf(alike: readonly ProblemCode[]): SchemaObject {
  const refs = alike.map((code) => ({ $ref: `#/components/schemas/${idOf(code)}` }));
  return refs.length === 1 ? (refs[0] as SchemaObject) : { oneOf: refs };
}

function exampleProblem(code: ProblemCode): Problem {
  const params = exampleOf(problems[code].params, 'output');
  return (problem as (code: ProblemCode, params: unknown) => Problem)(code, params);
}
