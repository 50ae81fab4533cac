import { problems, WebhookEvent, WebhookHeaders, type ProblemCode } from '@app/contracts';
import { Get, Module, Param, Query, type DynamicModule, type Type } from '@nestjs/common';
import * as z from 'zod/mini';
import { EdgeController } from '../edge/edge-controller.js';
import { Route } from '../edge/route.js';
import { RootModule } from '../http/testing/edge-under-test.js';
import { ThingsModule } from '../http/testing/things.module.js';
import { openApiFor } from './open-api-for.js';

type Document = Awaited<ReturnType<typeof openApiFor>>;

const operation = (document: Document, method: 'get' | 'post' | 'delete', path: string) =>
  document.paths[path]![method]!;

/** `{[status]: codes}` of the problems that an operation lists. */
function codesOf({ components }: Document, operation: object): Record<string, string[]> {
  const { responses } = operation as { responses: Record<string, { readonly $ref?: string }> };
  const shared = components!.responses as Record<string, Response>;
  return Object.fromEntries(
    Object.entries(responses).flatMap(([status, { $ref }]) => {
      const { content } = shared[$ref?.replace('#/components/responses/', '') ?? ''] ?? {};
      const examples = content?.['application/problem+json']?.examples;
      return examples ? [[status, Object.keys(examples)]] : [];
    }),
  );
}

interface Response {
  readonly content?: Record<string, { readonly examples?: object; readonly example?: unknown }>;
}

describe('openApiFor', () => {
  let document: Document;
  beforeAll(async () => (document = await openApiFor(await RootModule.of(ThingsModule))));

  it('is OpenAPI 3.1 with a summary, an operation id and an example for each route', () => {
    expect(document.openapi).toBe('3.1.0');
    const make = operation(document, 'post', '/api/things');
    expect(make).toMatchObject({ summary: 'Make a thing', operationId: 'thingsMake' });
    const { content } = make.responses['201'] as Response;
    expect(content!['application/json']!.example).toMatchObject({
      text: expect.any(String) as string,
    });
    expect(make.requestBody).toMatchObject({
      content: { 'application/json': { example: { text: expect.any(String) as string } } },
    });
  });

  it('lists every problem of a route, its own and those that all have', () => {
    expect(codesOf(document, operation(document, 'post', '/api/things'))).toEqual({
      401: ['unauthenticated', 'token_expired'],
      403: ['insufficient_scope'],
      409: ['conflict'],
      413: ['payload_too_large'],
      415: ['unsupported_media_type'],
      422: ['validation_failed', 'idempotency_key_reused'],
      429: ['rate_limited'],
      500: ['internal'],
      503: ['service_unavailable', 'draining'],
    });
    expect(codesOf(document, operation(document, 'get', '/api/things/me'))).not.toHaveProperty(
      '422',
    );
  });

  it('asks for a token where the route does, and not where it is public', () => {
    expect(operation(document, 'get', '/api/things/me').security).toEqual([{ bearer: [] }]);
    expect(operation(document, 'post', '/api/things').security).toEqual([
      { bearer: [] },
      { token: ['messages:write'] },
    ]);
    expect(document.components!.securitySchemes).toMatchObject({
      token: {
        scheme: 'bearer',
        description: expect.stringContaining('`messages:write`') as string,
      },
    });
    const open = operation(document, 'get', '/api/version');
    expect(open.security).toEqual([]);
    expect(codesOf(document, open)).not.toHaveProperty('401');
  });

  it('shows where an Idempotency-Key is taken, and which routes go', () => {
    const named = expect.objectContaining({ name: 'Idempotency-Key', in: 'header' }) as unknown;
    const make = operation(document, 'post', '/api/things');
    expect(make.parameters).toContainEqual(named);
    expect(make.responses['201']).toMatchObject({
      headers: { 'Idempotent-Replayed': expect.anything() as unknown },
    });
    for (const path of ['/api/things/known', '/api/things/key']) {
      expect(operation(document, 'post', path).parameters ?? []).not.toContainEqual(named);
    }
    const old = operation(document, 'get', '/api/things/old');
    expect(old).toMatchObject({ deprecated: true });
    expect(Object.keys((old.responses['200'] as { headers: object }).headers)).toEqual(
      expect.arrayContaining(['Deprecation', 'Sunset']),
    );
    expect(operation(document, 'get', '/api/things/me')).not.toHaveProperty('deprecated', true);
  });

  it('shows what is posted to webhooks, and by which headers one knows who it is', () => {
    const posts = Object.entries(document.webhooks ?? {});
    expect(posts.map(([type]) => type)).toEqual(WebhookEvent.shape.type.options);
    for (const [type, { post }] of posts) {
      const { content } = post!.requestBody as { content: Record<string, { example: unknown }> };
      const { example } = content['application/json']!;
      expect(WebhookEvent.parse(example).type).toBe(type);
      const headers = post!.parameters as { name: string; example: unknown }[];
      const shown = Object.fromEntries(headers.map((header) => [header.name, header.example]));
      expect(WebhookHeaders.parse(shown)).toMatchObject({
        'Parley-Event': type,
        'Parley-Event-Id': WebhookEvent.parse(example).id,
      });
    }
  });

  it('shows which headers are read', async () => {
    @EdgeController('bytes', 'Nothing.')
    class BytesController {
      @Get()
      @Route({
        ...{ summary: 'Get bytes', problems: [], bytes: [200, 206, 304] },
        headers: { 'If-Match': 'Which.' },
      })
      get(): void {
        return;
      }
    }
    @Module({ controllers: [BytesController] })
    class BytesModule {}
    const { paths } = await openApiFor(await RootModule.of(BytesModule));
    expect(paths['/api/bytes']!.get!.parameters).toMatchObject([
      { name: 'Range', in: 'header', required: false },
      { name: 'If-Range' },
      { name: 'If-None-Match' },
      { name: 'If-Match', description: 'Which.' },
    ]);
  });

  it('shows which lists link to their next page', () => {
    const headersOf = (path: string) =>
      operation(document, 'get', path).responses['200'] as { headers: object };
    expect(headersOf('/api/things/paged').headers).toHaveProperty('Link');
    expect(headersOf('/api/things/search').headers).not.toHaveProperty('Link');
  });

  it('says 201 and 200 of what is created or found, and 204 of what has no body', () => {
    expect(operation(document, 'post', '/api/things').responses).toHaveProperty('200');
    expect(operation(document, 'get', '/api/things/me').responses).not.toHaveProperty('201');
    expect(operation(document, 'delete', '/api/things/{id}').responses).toHaveProperty('204');
  });

  it('enumerates all codes and types, and leaves no reference open', () => {
    const schemas = document.components!.schemas as Record<string, Record<string, never>>;
    const codes = Object.keys(problems) as ProblemCode[];
    expect(schemas['Problem']).toMatchObject({
      properties: {
        code: { enum: codes },
        type: { enum: codes.map((code) => `/problems/${code.replaceAll('_', '-')}`) },
      },
    });
    const json = JSON.stringify(document);
    expect(json).not.toContain('$defs');
    const references = [...json.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
    expect(references.length).toBeGreaterThan(20);
    for (const [, name] of references) expect(schemas).toHaveProperty(name!);
  });

  it('is the same each time', async () => {
    expect(await openApiFor(await RootModule.of(ThingsModule))).toEqual(document);
  });
});

describe('a route that does not describe itself', () => {
  const appWith = (controller: Type): Promise<DynamicModule> => {
    @Module({ controllers: [controller] })
    class OneModule {}
    return RootModule.of(OneModule);
  };

  @EdgeController('silent', 'Nothing.')
  class SilentController {
    @Get()
    get(): object {
      return {};
    }
  }

  @EdgeController('terse', 'Nothing.')
  class TerseController {
    @Get()
    @Route({ summary: '', problems: [] })
    get(): object {
      return {};
    }
  }

  const Riddle = z.strictObject({ word: z.string().check(z.regex(/^xyzzy-plugh$/)) });

  @EdgeController('riddle', 'Nothing.')
  class RiddleController {
    @Get()
    @Route({ summary: 'Guess', problems: [], ok: Riddle })
    get(): object {
      return {};
    }
  }

  @EdgeController('told', 'Nothing.')
  class ToldController {
    @Get()
    @Route({ summary: 'Guess', problems: [], ok: Riddle, example: { word: 'xyzzy-plugh' } })
    get(): object {
      return {};
    }
  }

  @EdgeController('asking', 'Nothing.')
  class AskingController {
    @Get()
    @Route({ summary: 'Guess', problems: [] })
    get(@Query({ schema: Riddle }) word: object): object {
      return word;
    }
  }

  @EdgeController('on-the-way', 'Nothing.')
  class OnTheWayController {
    @Get(':thing')
    @Route({ summary: 'Guess', problems: [] })
    get(@Param('thing', { schema: z.string() }) thing: string): object {
      return { thing };
    }
  }

  @EdgeController('asked', 'Nothing.')
  class AskedController {
    @Get()
    @Route({ summary: 'Guess', problems: [], parameters: { word: 'The word.' } })
    get(@Query({ schema: Riddle }) word: object): object {
      return word;
    }
  }

  it.each([
    [SilentController, 'SilentController.get needs a @Route'],
    [TerseController, 'TerseController.get needs a @Route'],
    [RiddleController, 'RiddleController.get: No example found'],
    [AskingController, 'AskingController.get: What is the parameter word?'],
    [OnTheWayController, 'OnTheWayController.get: What is the parameter thing?'],
  ])('is refused by name: %p', async (controller, words) => {
    await expect(openApiFor(await appWith(controller))).rejects.toThrow(words);
  });

  it('is fine once it brings what cannot be made up', async () => {
    await expect(openApiFor(await appWith(ToldController))).resolves.toBeDefined();
    const { paths } = await openApiFor(await appWith(AskedController));
    expect(paths['/api/asked']!.get!.parameters).toMatchObject([{ description: 'The word.' }]);
  });
});
