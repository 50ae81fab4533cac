import { allScopes, clientEvents, serverEvents } from '@app/contracts';
import { asyncApi, saidByServer } from './async-api.js';

interface Document {
  readonly asyncapi: string;
  readonly operations: Record<string, { readonly action: string; readonly reply?: object }>;
  readonly components: { readonly messages: Record<string, Message>; readonly schemas: object };
}

interface Message {
  readonly examples: readonly { readonly payload: unknown }[];
}

describe('asyncApi', () => {
  const document = asyncApi() as unknown as Document;

  it('names every event of both sides, and what the server does with it', () => {
    expect(document.asyncapi).toBe('3.0.0');
    for (const name of Object.keys(clientEvents)) {
      expect(document.operations[`receive_${name}`]).toMatchObject({ action: 'receive' });
      expect(document.operations[`receive_${name}`]!.reply).toBeDefined();
      expect(document.components.messages).toHaveProperty(`${name}_ack`);
    }
    for (const name of Object.keys(serverEvents)) {
      const messages = [{ $ref: `#/channels/socket/messages/${saidByServer(name)}` }];
      expect(document.operations[`send_${name}`]).toMatchObject({ action: 'send', messages });
    }
  });

  it('says of each event which scope of a token it needs', () => {
    expect(document.operations['receive_send_message']).toMatchObject({
      'x-scope': 'messages:write',
    });
    for (const name of Object.keys(clientEvents)) {
      const { 'x-scope': scope } = document.operations[`receive_${name}`] as { 'x-scope'?: never };
      expect(allScopes).toContain(scope);
    }
  });

  it('shows examples that the schemas accept', () => {
    const { messages } = document.components;
    const shown = (name: string) => messages[name]!.examples[0]!.payload;
    for (const [name, schema] of Object.entries(serverEvents))
      schema.parse(shown(saidByServer(name)));
    for (const [name, { input, ack }] of Object.entries(clientEvents)) {
      input.parse(shown(name));
      ack.parse(shown(`${name}_ack`));
    }
  });

  it('leaves no reference open', () => {
    const json = JSON.stringify(document);
    expect(json).not.toContain('$defs');
    for (const [, name] of json.matchAll(/"#\/components\/schemas\/(\w+)"/g))
      expect(document.components.schemas).toHaveProperty(name!);
    for (const [, name] of json.matchAll(/"#\/components\/messages\/(\w+)"/g))
      expect(document.components.messages).toHaveProperty(name!);
  });
});
