import { WebhookEvent, WebhookHeaders, webhookPosts } from '@app/contracts';
import type { OpenAPIObject, ParameterObject, ResponseObject } from '@nestjs/swagger';
import { exampleOf } from './example-of.js';
import { toJsonSchema, type Components } from './json-schema.js';

type Webhooks = NonNullable<OpenAPIObject['webhooks']>;

const description = `
To the address of a webhook, as it is said, each event at least once and mostly once, those of one
chat in the order of its log. \`message\` is as it is when it is posted.

To know that it comes from here, make the HMAC-SHA256 of \`<Parley-Timestamp>.<body>\` with the secret
of the webhook, over the bytes of the body as they came, and compare it in constant time.
`.trim();

const said = (description: string): ResponseObject => ({ description });

/** What the receiver answers, and what that means. */
const responses = {
  '2XX': said('Taken, within ten seconds: the next one comes.'),
  410: said('You want no more of them: the webhook is disabled.'),
  '3XX': said('Refused, as by 4XX: it is not followed.'),
  '4XX': said(
    'Refused: it comes again with growing pauses, and is given up when it was refused 14 times. ' +
      '408, 425 and 429 count as away.',
  ),
  '5XX': said(
    'Refused; 502, 503 and 504 count as away, as no answer does: it comes again with growing ' +
      'pauses, of 15 minutes at most. A webhook that takes nothing for three days is disabled.',
  ),
};

/** What is posted to the addresses of webhooks, by its type: what others have to serve. */
export function webhooksOf(components: Components): Webhooks {
  const schema = components.add(toJsonSchema(WebhookEvent, 'output'));
  return Object.fromEntries(
    Object.entries(webhookPosts).map(([type, { summary, body }]) => {
      const example = WebhookEvent.parse(exampleOf(body, 'output'));
      const post = {
        operationId: operationIdOf(type),
        tags: ['Webhooks'],
        summary,
        description,
        security: [],
        parameters: headersOf(example),
        requestBody: { required: true, content: { 'application/json': { schema, example } } },
        responses,
      };
      return [type, { post }];
    }),
  );
}

/** `message.created` → `onMessageCreated`. */
const operationIdOf = (type: string): string =>
  `on${type.replaceAll(/(?:^|\.)(\w)/g, (_, first: string) => first.toUpperCase())}`;

/** Those of an event, which say the same as its body. */
function headersOf({ id, type }: WebhookEvent): ParameterObject[] {
  const { properties } = toJsonSchema(WebhookHeaders, 'output').schema as {
    readonly properties: Record<string, { readonly description: string }>;
  };
  const example: Record<string, unknown> = {
    ...(exampleOf(WebhookHeaders, 'output') as WebhookHeaders),
    'Parley-Event': type,
    'Parley-Event-Id': id,
    'Parley-Timestamp': 1767323096,
  };
  return Object.entries(properties).map(([name, { description: about, ...schema }]) => ({
    name,
    in: 'header',
    required: true,
    description: about,
    schema,
    example: example[name],
  }));
}
