import { PageInfo, PageQuery, problem, type Actor } from '@app/contracts';
import { Body, Delete, Get, Injectable, Module, Param, Post, Query } from '@nestjs/common';
import * as z from 'zod/mini';
import { CreatedOrFound } from '../../edge/created-or-found.js';
import { CurrentActor } from '../../edge/current-actor.js';
import { EdgeController } from '../../edge/edge-controller.js';
import { Public } from '../../edge/public-route.js';
import { Route } from '../../edge/route.js';
import { pageInfo } from '../../paging/page-cursor.js';
import { OnlyByTls } from '../../edge/only-by-tls.js';
import { Limit } from '../limit.js';
import { RawBodies } from '../raw-bodies.js';

const Id = z.string().check(z.regex(/^[0-9A-Za-z]{1,26}$/, 'Not an id'));
const Thing = z.strictObject({ id: Id, text: z.string() });
type Thing = z.output<typeof Thing>;
z.globalRegistry.add(Thing, { id: 'Thing' });
const ThingPage = z.strictObject({ items: z.array(Thing), page: PageInfo });
type ThingPage = z.output<typeof ThingPage>;
const NewThing = z.strictObject({ text: z.string().check(z.minLength(1)) });
type NewThing = z.output<typeof NewThing>;
const Found = z.strictObject({ of: z.string() });
type Found = z.output<typeof Found>;

/** Holds the answers of `GET /api/things/slow` back until somebody opens it. */
@Injectable()
export class Sluice {
  readonly #opened = Promise.withResolvers<true>();
  readonly #reached = Promise.withResolvers<true>();

  /** Resolves when a request waits. */
  readonly reached = this.#reached.promise;

  pass(): Promise<true> {
    this.#reached.resolve(true);
    return this.#opened.promise;
  }

  open(): void {
    this.#opened.resolve(true);
  }
}

/** An edge that is about nothing, to try what is true of every edge. */
@EdgeController('things', 'Nothing.')
export class ThingsController {
  readonly #seen = new Set<string>();
  #known = 1;

  constructor(private readonly sluice: Sluice) {}

  @Post()
  @Route({
    summary: 'Make a thing',
    scope: 'messages:write',
    problems: ['conflict'],
    ok: Thing,
    status: 201,
  })
  @CreatedOrFound('thing')
  make(@Body({ schema: NewThing }) { text }: NewThing): { thing: Thing; isCreated: boolean } {
    const isCreated = !this.#seen.has(text);
    this.#seen.add(text);
    return { thing: { id: 'T1', text }, isCreated };
  }

  @Get('search')
  @Route({ summary: 'Search things', parameters: { of: 'Of what.' }, problems: [], ok: Found })
  search(@Query({ schema: Found }) query: Found): Found {
    return query;
  }

  @Get('paged')
  @Route({ summary: 'List things', problems: [], ok: ThingPage })
  list(@Query({ schema: PageQuery }) { cursor, limit }: PageQuery): ThingPage {
    const page = cursor === undefined ? pageInfo(['T1']) : pageInfo(undefined);
    return { items: [{ id: 'T1', text: String(limit) }], page };
  }

  @Post('key')
  @Public()
  @Limit({ per: 'address', share: 1 / 600 })
  @Route({ summary: 'Try a key', problems: ['unauthenticated'], ok: Thing })
  tryKey(): Thing {
    return { id: 'T1', text: 'open' };
  }

  @Post('secret')
  @Public()
  @OnlyByTls()
  @Route({ summary: 'Tell a secret', problems: [], ok: Thing })
  tellSecret(): Thing {
    return { id: 'T1', text: 'told' };
  }

  @Post('told')
  @Public()
  @Route({ summary: 'Hear of a thing by a form, too', problems: [], ok: Thing })
  hear(@Body({ schema: NewThing }) { text }: NewThing): Thing {
    return { id: 'T1', text };
  }

  @Post('slow')
  @Route({ summary: 'Make a thing slowly', problems: [], ok: Thing })
  async makeSlowly(): Promise<Thing> {
    await this.sluice.pass();
    return { id: 'T1', text: 'at last' };
  }

  @Post('refused')
  @Route({ summary: 'Make nothing', problems: ['slow_mode'], ok: Thing })
  makeNothing(): Thing {
    throw problem('slow_mode', { retryAfterMs: 2500 });
  }

  @Post('away')
  @Route({ summary: 'Have it made by somebody who is away', problems: [], ok: Thing })
  makeFarAway(): Thing {
    throw problem('service_unavailable', { service: 'things' });
  }

  @Post('bug')
  @Route({ summary: 'Make a bug', problems: [], ok: Thing })
  makeBug(): Thing {
    throw new Error('a bug');
  }

  @Post('known')
  @Route({ summary: 'Make what has an id', isRepeatedOtherwise: true, problems: [], ok: Thing })
  makeKnown(): Thing {
    return { id: `T${this.#known++}`, text: 'known' };
  }

  @Get('old')
  @Route({
    summary: 'Read it as it was',
    deprecation: { since: '2026-01-01', sunset: '2027-01-01', see: '/api/things/me' },
    problems: ['slow_mode'],
    ok: Thing,
  })
  old(): Thing {
    return { id: 'T1', text: 'old' };
  }

  @Get('slow')
  @Route({ summary: 'Wait for a thing', problems: [], ok: Thing })
  async slow(): Promise<Thing> {
    await this.sluice.pass();
    return { id: 'T1', text: 'at last' };
  }

  @Get('bug')
  @Route({ summary: 'Run into a bug', problems: [], ok: Thing })
  bug(): Thing {
    throw Object.assign(new Error('the-inner-secret'), { document: { text: 'a private word' } });
  }

  @Get('refused')
  @Route({ summary: 'Be refused', problems: ['forbidden', 'slow_mode'], ok: Thing })
  refused(): Thing {
    throw problem('slow_mode', { retryAfterMs: 2500 });
  }

  @Get('away')
  @Route({ summary: 'Ask somebody who is away', problems: [], ok: Thing })
  away(): Thing {
    throw problem('service_unavailable', { service: 'things' });
  }

  @Get('me')
  @Route({ summary: 'Say who asks', problems: [], ok: Found })
  me(@CurrentActor() actor: Actor): Found {
    return { of: actor.userId };
  }

  @Get(':id')
  @Route({ summary: 'Read a thing', problems: ['not_found'], ok: Thing })
  get(@Param('id', { schema: Id }) id: string): Thing {
    return { id, text: 'here' };
  }

  @Delete(':id')
  @Route({ summary: 'Delete a thing', problems: ['not_found'] })
  remove(@Param('id', { schema: Id }) _id: string): Record<string, never> {
    return {};
  }
}

@Module({ controllers: [ThingsController], providers: [Sluice] })
export class ThingsModule {
  constructor(bodies: RawBodies) {
    bodies.takePayload('/api/things/told');
  }
}
