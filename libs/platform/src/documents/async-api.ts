import { clientEvents, eventScopes, serverEvents, type ClientEventName } from '@app/contracts';
import type * as z from 'zod/mini';
import { exampleOf } from './example-of.js';
import { Components, toJsonSchema, type JsonSchema } from './json-schema.js';
import { problemComponents } from './problem-docs.js';

const description = `
Socket.IO 4 over WebSocket at \`/socket.io/\`; the handshake carries \`auth: {token}\`, an access
token, or a personal access token with the scope \`events:read\`. Each message is a Socket.IO event of the same name with one argument. A client's event is
answered by its acknowledgement: \`{ok: true, …}\`, or \`{ok: false, problem}\`.

A client with tracing of its own may add \`traceparent\` and \`tracestate\` (W3C Trace Context) to
\`auth\` and to the payload of any event.
`.trim();

type Parts = Record<string, JsonSchema>;

/**
 * The socket contract as AsyncAPI 3.0, seen from the server: it receives what clients say and sends
 * the rest. Made of `clientEvents` and `serverEvents` and nothing else.
 */
export function asyncApi(): JsonSchema {
  const components = new Components();
  const messages = { ...clientMessages(components), ...serverMessages(components) };
  const names = Object.keys(messages).sort();
  return {
    asyncapi: '3.0.0',
    info: { title: 'Parley', version: '1', description },
    defaultContentType: 'application/json',
    channels: {
      socket: {
        address: '/socket.io/',
        messages: Object.fromEntries(
          names.map((name) => [name, { $ref: `#/components/messages/${name}` }]),
        ),
      },
    },
    operations: { ...clientOperations(), ...serverOperations() },
    components: {
      messages: Object.fromEntries(names.map((name) => [name, messages[name]!])),
      schemas: { ...components.toJSON(), ...problemComponents() },
    },
  };
}

function clientMessages(components: Components): Parts {
  return Object.fromEntries(
    Object.entries(clientEvents).flatMap(([name, { input, ack }]) => [
      [name, message(name, components, input, 'input')],
      [`${name}_ack`, { ...message(name, components, ack, 'output'), ...acknowledged(name) }],
    ]),
  );
}

const acknowledged = (name: string): JsonSchema => ({
  summary: `Acknowledges ${name}; a refusal is {ok: false, problem} instead.`,
});

function serverMessages(components: Components): Parts {
  return Object.fromEntries(
    Object.entries(serverEvents).map(([name, schema]) => [
      saidByServer(name),
      message(name, components, schema, 'output'),
    ]),
  );
}

function message(
  name: string,
  components: Components,
  schema: z.ZodMiniType,
  io: 'input' | 'output',
): JsonSchema {
  return {
    name,
    payload: components.add(toJsonSchema(schema, io)),
    examples: [{ payload: exampleOf(schema, io) }],
  };
}

/** The message of an event that the server says. Both sides may say one of the same name. */
export const saidByServer = (name: string): string =>
  name in clientEvents ? `${name}_from_server` : name;

const inChannel = (name: string): JsonSchema => ({ $ref: `#/channels/socket/messages/${name}` });

function clientOperations(): Parts {
  return Object.fromEntries(
    Object.keys(clientEvents).map((name) => [
      `receive_${name}`,
      {
        action: 'receive',
        ...scopeDocs(name as ClientEventName),
        channel: { $ref: '#/channels/socket' },
        messages: [inChannel(name)],
        reply: {
          channel: { $ref: '#/channels/socket' },
          messages: [inChannel(`${name}_ack`)],
        },
      },
    ]),
  );
}

/** What a personal access token needs for it. */
const scopeDocs = (name: ClientEventName): JsonSchema => ({
  description: `Scope: \`${eventScopes[name]}\`.`,
  'x-scope': eventScopes[name],
});

function serverOperations(): Parts {
  return Object.fromEntries(
    Object.keys(serverEvents).map((name) => [
      `send_${name}`,
      {
        action: 'send',
        channel: { $ref: '#/channels/socket' },
        messages: [inChannel(saidByServer(name))],
      },
    ]),
  );
}
