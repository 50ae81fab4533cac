import { problem, problems, type Problem, type ProblemCode } from '@app/contracts';
import type { ResponseObject, SchemaObject } from '@nestjs/swagger';
import { exampleOf } from './example-of.js';
import { toJsonSchema, type JsonSchema } from './json-schema.js';

const codes = Object.keys(problems) as ProblemCode[];

/** `not_member` → `NotMemberProblem`. */
function idOf(code: ProblemCode): string {
  const words = code.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}Problem`;
}

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
  return {
    type: 'object',
    description: title,
    properties: {
      type: { type: 'string', const: typeOf(code) },
      title: { type: 'string' },
      status: { type: 'integer', const: status },
      code: { type: 'string', const: code },
      params: toJsonSchema(params, 'output').schema,
    },
    required: ['type', 'title', 'status', 'code', 'params'],
  };
}

/** `{[status]: response}` for every problem that a route can answer. */
export function problemResponses(answered: readonly ProblemCode[]): Record<string, ResponseObject> {
  const statuses = [...new Set(answered.map((code) => problems[code].status))].sort();
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      // In the order of the registry, so that the document does not depend on who lists them how.
      responseOf(
        codes.filter((code) => answered.includes(code) && problems[code].status === status),
      ),
    ]),
  );
}

function responseOf(alike: readonly ProblemCode[]): ResponseObject {
  const isToBeRepeated = alike.some((code) => [429, 503].includes(problems[code].status));
  return {
    description: alike.map((code) => `\`${code}\`: ${problems[code].title}.`).join(' '),
    ...(isToBeRepeated && {
      headers: {
        'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } },
      },
    }),
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
