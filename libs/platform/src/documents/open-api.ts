import type { ProblemCode } from '@app/contracts';
import type { INestApplication } from '@nestjs/common';
import {
  DocumentBuilder,
  SwaggerModule,
  type OpenAPIObject,
  type ResponseObject,
  type SwaggerDocumentOptions,
} from '@nestjs/swagger';
import * as z from 'zod/mini';
import { statusOf, type RouteDocs } from '../edge/route.js';
import { documentedRoutes, operationIdOf, type DocumentedRoute } from './documented-route.js';
import { exampleOf } from './example-of.js';
import { commonHeaders, usedHeaders } from './header-docs.js';
import { Components, toJsonSchema, type JsonSchema } from './json-schema.js';
import { problemComponents, ProblemResponses } from './problem-docs.js';
import { idempotencyKey, mayBeRepeated, ownHeaders, requestHeaders } from './extra-headers.js';
import { describeParameters } from './parameter-docs.js';
import { reached } from './reached.js';
import { securityOf, tokenScheme } from './security-docs.js';
import { webhooksOf } from './webhook-docs.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const description = `
Errors are RFC 9457 problems (\`application/problem+json\`) with a stable \`code\`; each route lists
its own. Every answer carries \`X-Request-Id\`, and \`RateLimit\` and \`RateLimit-Policy\` as of
draft-ietf-httpapi-ratelimit-headers-10. Unknown fields in a body are refused.
A route that goes says so in \`Deprecation\` (RFC 9745) and \`Sunset\` (RFC 8594), and is marked here.
A path that is asked by a wrong method answers \`method_not_allowed\` and names the right ones in \`Allow\`.
`.trim();

/**
 * The REST contract, read off the controllers, their `@Route`s and the schemas they name. Throws
 * when a route says nothing about itself or a parameter of it, when two have one operation id, or
 * when no example can be made.
 */
export function openApiOf(app: INestApplication): OpenAPIObject {
  const base = new DocumentBuilder()
    .setTitle('Parley')
    .setDescription(description)
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer('/', 'This server')
    .addBearerAuth()
    .addBearerAuth(tokenScheme(), 'token')
    .build();
  const document = SwaggerModule.createDocument(app, base, {
    standardSchemaConverter,
    operationIdFactory: operationIdOf,
  });
  const components = new Components();
  const problemsOf = new ProblemResponses();
  const routes = documentedRoutes(app);
  describeOperations(document, routes, { components, problemsOf });
  document.tags = tagsOf(document, routes);
  document.webhooks = webhooksOf(components);
  // What Nest has converted itself: parameters and the bodies of requests.
  components.add({
    schema: {},
    components: (document.components?.schemas ?? {}) as Record<string, JsonSchema>,
  });
  document.components = { ...document.components, responses: problemsOf.toJSON() };
  document.components.headers = usedHeaders(document);
  const schemas = { ...components.toJSON(), ...problemComponents() };
  document.components.schemas = sorted(reached(schemas, document));
  return document;
}

/** Of the controllers in the document, by name: the same whoever serves them. */
function tagsOf(
  { paths }: OpenAPIObject,
  routes: ReadonlyMap<string, DocumentedRoute>,
): DocumentedRoute['tag'][] {
  const operations = Object.values(paths).flatMap((item) => Object.values(item) as Operation[]);
  const tags = operations.map(({ operationId }) => routes.get(operationId!)!.tag);
  const byName = new Map(tags.map((tag) => [tag.name, tag]));
  return [...byName.keys()].sort().map((name) => byName.get(name)!);
}

const standardSchemaConverter: SwaggerDocumentOptions['standardSchemaConverter'] = (
  schema,
  { schemaType },
) => (schema instanceof z.core.$ZodType ? toJsonSchema(schema, schemaType) : undefined);

/** What routes share. */
interface Parts {
  readonly components: Components;
  readonly problemsOf: ProblemResponses;
}

function describeOperations(
  document: OpenAPIObject,
  routes: ReadonlyMap<string, DocumentedRoute>,
  parts: Parts,
): void {
  const seen = new Set<string>();
  for (const item of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(item) as [string, Operation][]) {
      const id = operation.operationId ?? '';
      if (seen.has(id)) throw new Error(`Two routes have the operation id ${id}`);
      seen.add(id);
      describe({ method, operation }, routes.get(id), parts);
    }
  }
}

function describe(
  { method, operation }: { readonly method: string; readonly operation: Operation },
  route: DocumentedRoute | undefined,
  { components, problemsOf }: Parts,
): void {
  if (route?.docs === undefined || route.docs.summary === '')
    throw new Error(`${route?.name ?? operation.operationId} needs a @Route with a summary`);
  try {
    operation.security = securityOf(route);
    const takesKey = mayBeRepeated(method, route);
    const parameters = [
      ...(operation.parameters ?? []),
      ...requestHeaders(route),
      ...(takesKey ? [idempotencyKey] : []),
    ];
    if (parameters.length > 0) operation.parameters = describeParameters(parameters, route);
    if (route.docs.deprecation) operation.deprecated = true;
    addRequestExample(operation, route);
    operation.responses = {
      ...withHeaders(
        successes(route, route.docs, components),
        ownHeaders({ method, isPaged: isPaged(operation) }, route),
      ),
      ...problemsOf.of([
        ...route.docs.problems,
        ...(takesKey ? (['conflict', 'idempotency_key_reused'] as const) : []),
        ...commonProblems(operation, route),
      ]),
    };
  } catch (cause) {
    // A schema that cannot be shown: say of which route.
    throw new Error(`${route.name}: ${(cause as Error).message}`, { cause });
  }
}

/** Page by page, behind a cursor. */
const isPaged = ({ parameters = [] }: Operation): boolean =>
  parameters.some((parameter) => 'name' in parameter && parameter.name === 'cursor');

function addRequestExample({ requestBody }: Operation, { docs, body }: DocumentedRoute): void {
  if (!requestBody || !('content' in requestBody) || body === undefined) return;
  const example = docs?.requestExample ?? exampleOf(body, 'input');
  if (!body.safeParse(example).success) throw new Error('requestExample does not fit its schema');
  for (const media of Object.values(requestBody.content)) media.example = example;
}

function successes(
  { isCreatedOrFound }: DocumentedRoute,
  docs: RouteDocs,
  components: Components,
): Record<string, ResponseObject> {
  if (docs.bytes !== undefined) return bytesOf(docs.bytes);
  if (docs.ok === undefined) return { [statusOf(docs)]: { description: 'Done.' } };
  const schema = components.add(toJsonSchema(docs.ok, 'output'));
  const example = docs.example ?? exampleOf(docs.ok, 'output');
  if (!docs.ok.safeParse(example).success) throw new Error('example does not fit its schema');
  const content = { 'application/json': { schema, example } };
  if (!isCreatedOrFound) return { [statusOf(docs)]: { description: 'Success.', content } };
  return {
    200: { description: 'It was there before.', content },
    201: { description: 'It was made.', content },
  };
}

function withHeaders(
  responses: Record<string, ResponseObject>,
  own: object,
): Record<string, ResponseObject> {
  const all = Object.entries(responses);
  return Object.fromEntries(
    all.map(([status, response]) => [
      status,
      { ...response, headers: { ...commonHeaders, ...own, ...response.headers } },
    ]),
  );
}

const whereTo = {
  description: 'Good for a moment.',
  schema: { type: 'string', format: 'uri' },
  example: 'https://bucket.example.com/parley/e3b0c442?X-Amz-Expires=60',
} as const;

function bytesOf(statuses: readonly number[]): Record<string, ResponseObject> {
  const content = { '*/*': { schema: { type: 'string', format: 'binary' } } };
  const answers: Readonly<Record<number, ResponseObject>> = {
    302: { description: 'The bytes are elsewhere.', headers: { Location: whereTo } },
    304: { description: 'They are those that `If-None-Match` names.' },
  };
  const answer = { description: 'The bytes.', content };
  return Object.fromEntries(statuses.map((status) => [status, answers[status] ?? answer]));
}

function commonProblems(operation: Operation, route: DocumentedRoute): readonly ProblemCode[] {
  const takesInput = route.body !== undefined || (operation.parameters ?? []).length > 0;
  return [
    ...(route.isPublic
      ? []
      : (['unauthenticated', 'token_expired', 'insufficient_scope'] as const)),
    ...(route.isOnlyByTls ? (['insecure_transport'] as const) : []),
    ...(takesInput ? (['validation_failed'] as const) : []),
    ...(route.body ? (['payload_too_large', 'unsupported_media_type'] as const) : []),
    'rate_limited',
    'internal',
    'service_unavailable',
    'draining',
  ];
}

function sorted(schemas: Record<string, JsonSchema>): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
}
