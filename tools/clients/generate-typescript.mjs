import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@hey-api/openapi-ts';
import { root } from '../setup/places.mjs';

/**
 * Writes what `docs/openapi.json` says as TypeScript into `folder`: types, an `Api` with a part per
 * tag, and the small client over `fetch` that these call. Beside it, in `events`, the types of what
 * `docs/asyncapi.json` says.
 */
export async function generateTypeScript(folder) {
  const settings = { logs: { level: 'silent', file: false } };
  await createClient({
    ...settings,
    input: documentInParts(),
    output: { path: folder, clean: true, module: { extension: '.js' } },
    plugins: [
      { name: '@hey-api/client-fetch', throwOnError: true },
      '@hey-api/typescript',
      {
        name: '@hey-api/sdk',
        responseStyle: 'data',
        operations: { strategy: 'single', containerName: 'Api', nesting: 'operationId' },
      },
    ],
  });
  await createClient({
    ...settings,
    input: eventSchemas(),
    output: { path: join(folder, 'events'), clean: true, module: { extension: '.js' } },
    plugins: ['@hey-api/typescript'],
  });
}

/** The document with the parts of its operations' names apart: `adminUsers.list`. */
function documentInParts() {
  const document = read('openapi');
  for (const operation of Object.values(document.paths).flatMap(Object.values))
    operation.operationId = inParts(operation.operationId, operation.tags[0]);
  return document;
}

function inParts(operationId, tag) {
  const part = lowerFirst(tag);
  return operationId.startsWith(part) && operationId !== part
    ? `${part}.${lowerFirst(operationId.slice(part.length))}`
    : `${part}.${operationId}`;
}

const lowerFirst = (name) => name[0].toLowerCase() + name.slice(1);

/** The events as two schemas: `ServerEvents` by name, and `ClientEvents` with `input` and `ack`. */
function eventSchemas() {
  const { components, operations, info } = read('asyncapi');
  const payloadOf = ([{ $ref }]) => components.messages[$ref.split('/').at(-1)].payload;
  const named = (action, schemaOf) =>
    Object.entries(operations)
      .filter(([, operation]) => operation.action === action)
      .map(([name, operation]) => [name.replace(/^[a-z]+_/, ''), schemaOf(operation)]);
  const ServerEvents = objectOf(named('send', ({ messages }) => payloadOf(messages)));
  const ClientEvents = objectOf(
    named('receive', ({ messages, reply }) =>
      objectOf([
        ['input', payloadOf(messages)],
        ['ack', payloadOf(reply.messages)],
      ]),
    ),
  );
  const schemas = { ...components.schemas, ServerEvents, ClientEvents };
  return { openapi: '3.1.0', info, paths: {}, components: { schemas } };
}

function objectOf(entries) {
  const required = entries.map(([name]) => name);
  return { type: 'object', properties: Object.fromEntries(entries), required };
}

const read = (name) => JSON.parse(readFileSync(join(root, `docs/${name}.json`), 'utf8'));
