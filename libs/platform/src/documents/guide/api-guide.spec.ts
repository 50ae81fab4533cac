import type { OpenAPIObject } from '@nestjs/swagger';
import { apiGuide } from './api-guide.js';

const operation = {
  operationId: 'shipsName',
  summary: 'Name a <ship>',
  description: 'Once, by `owner`:\n\n- `a` first\n- then b',
  tags: ['Ships'],
  security: [{ bearer: [] }, { token: ['ships:write'] }],
  parameters: [
    { name: 'shipId', in: 'path', required: true, schema: { type: 'string', maxLength: 9 } },
    { name: 'afterRev', in: 'query', required: true, schema: { type: 'integer', minimum: 0 } },
    { name: 'Idempotency-Key', in: 'header', schema: { type: 'string' } },
  ],
  requestBody: {
    content: {
      'application/json': {
        schema: { $ref: '#/components/schemas/Naming' },
        example: { name: "Ada's" },
      },
    },
  },
  responses: {
    204: { description: 'Done.' },
    404: { $ref: '#/components/responses/NotFound' },
  },
};

const openApi = {
  info: { title: 'Harbour', description: 'What is here.' },
  tags: [{ name: 'Ships', description: 'Of the harbour.' }],
  paths: { '/api/ships/{shipId}': { put: operation } },
  components: {
    headers: {},
    schemas: {
      Naming: {
        type: 'object',
        properties: {
          name: { type: 'string', minLength: 1, maxLength: 80 },
          kinds: { type: 'array', items: { enum: ['brig', 'sloop'] } },
          tons: { type: 'integer', maximum: Number.MAX_SAFE_INTEGER },
        },
        required: ['name'],
      },
    },
    responses: {
      NotFound: {
        description: 'None.',
        content: {
          'application/problem+json': {
            schema: {},
            examples: { not_found: { value: { code: 'not_found' } } },
          },
        },
      },
    },
  },
} as unknown as OpenAPIObject;

const asyncApi = {
  info: { description: 'Over a socket.' },
  operations: {},
  components: { messages: {}, schemas: {} },
};

describe('apiGuide', () => {
  const page = apiGuide(openApi, asyncApi);
  const words = page.replaceAll(/\s+/g, ' ');

  it('shows how a shell asks, with the quotes of the shell', () => {
    const line = [
      'curl -X PUT &quot;$PARLEY_URL/api/ships/$shipId?afterRev=0&quot; \\',
      '-H &quot;Authorization: Bearer $TOKEN&quot; \\',
      "-H 'Content-Type: application/json' \\",
      String.raw`-d '{&quot;name&quot;:&quot;Ada'\''s&quot;}'`,
    ];
    expect(words).toContain(line.join(' '));
  });

  it('writes a body out, with the bounds that somebody has set', () => {
    const body = [
      '{ name: string; <i>// 1 to 80 characters</i>',
      'kinds?: (&quot;brig&quot; | &quot;sloop&quot;)[];',
      'tons?: integer; }',
    ];
    expect(words).toContain(body.join(' '));
  });

  it('takes nothing that it is told for markup', () => {
    expect(page).toContain('Name a &lt;ship></a>');
    expect(page).not.toContain('<ship>');
  });

  it('says who may, what may be repeated, and what goes wrong', () => {
    expect(words).toContain('with <code>ships:write</code>');
    expect(words).toContain('Takes an <a href="#idempotency">Idempotency-Key</a>');
    expect(words).toContain('<a href="#problem-not_found"><code>not_found</code></a>');
    expect(words).not.toContain('<td><code>Idempotency-Key</code></td>');
  });

  it('reads the lists and the code of a description', () => {
    expect(words).toContain('<p>Once, by <code>owner</code>:</p>');
    expect(words).toContain('<li><code>a</code> first</li>');
  });
});
