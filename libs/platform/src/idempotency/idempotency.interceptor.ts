import { randomUUID } from 'node:crypto';
import { Problem, problem, type Actor } from '@app/contracts';
import {
  Inject,
  Injectable,
  Logger,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { catchError, from, mergeMap, type Observable } from 'rxjs';
import { ROUTE, type RouteDocs } from '../edge/route.js';
import { RateLimiter, type Bucket } from '../limits/rate-limiter.js';
import { CONFIG, type Config } from '../config/config.js';
import { AnswerStore, type Claim, type KeptRequest } from './answer-store.js';
import { idempotencyKeyOf } from './idempotency-key.js';
import { SealingKey, type GivenAnswer } from './sealed-answer.js';
import { takesIdempotencyKey } from './takes-idempotency-key.js';

/** How long an answer is given again, in ms. */
const keptMs = 24 * 3_600_000;

/** After so many ms whoever was at it is dead: an answer takes seconds. */
const leaseMs = 60_000;

/** Keys of one person: so many at once, and as many again in a day. */
const bucket: Bucket = { capacity: 1000, refillPerSecond: 1000 / 86_400 };

/** Characters of an answer that is kept; none of ours comes near. */
const maxAnswer = 256 * 1024;

/**
 * Does what comes with an `Idempotency-Key` once: whoever repeats it within a day gets the first
 * answer again, with `Idempotent-Replayed: true`. What was refused is done anew.
 * Throws `conflict {field: 'Idempotency-Key'}` while it is under way and where it may have been
 * done although it failed, `idempotency_key_reused` for another request with the same key, and
 * `service_unavailable` where nobody can tell.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  readonly #logger = new Logger(IdempotencyInterceptor.name);

  constructor(
    private readonly store: AnswerStore,
    private readonly limiter: RateLimiter,
    private readonly reflector: Reflector,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request & { actor?: Actor }>();
    const docs = this.reflector.get<RouteDocs | undefined>(ROUTE, context.getHandler());
    const { actor } = request;
    if (!actor || !docs) return next.handle();
    if (!takesIdempotencyKey(request.method, docs)) return next.handle();
    const given = idempotencyKeyOf(request.get('idempotency-key'));
    if (given === undefined) return next.handle();
    const [key, former] = this.#keysOf(actor, given);
    const response = context.switchToHttp().getResponse<Response>();
    const claim = { key: key.id, fingerprint: fingerprintOf(key, request), nonce: randomUUID() };
    return from(this.#claim(claim, actor)).pipe(
      mergeMap((earlier) => {
        if (earlier === undefined) return this.#doOnce(claim, key, { response, next });
        const { status, body } = answerTo(request, earlier, former ? [key, former] : [key]);
        response.status(status).set('Idempotent-Replayed', 'true');
        return Promise.resolve(body);
      }),
    );
  }

  /** By our secret, and by the former one, which is still taken. */
  #keysOf({ userId }: Actor, given: string): readonly [SealingKey, SealingKey?] {
    const { jwtSecret, jwtSecretPrevious } = this.config;
    const key = new SealingKey(jwtSecret!, userId, given);
    return jwtSecretPrevious === undefined
      ? [key]
      : [key, new SealingKey(jwtSecretPrevious, userId, given)];
  }

  /** The one before; undefined for the first. */
  async #claim(claim: Claim, { userId }: Actor): Promise<KeptRequest | undefined> {
    const kept = await this.store.claim(claim, leaseMs);
    if (kept === undefined) await this.#count(claim, userId);
    return kept;
  }

  async #count(claim: Claim, userId: string): Promise<void> {
    const { isAllowed, retryAfterMs } = await this.limiter.consume(`idempotency:${userId}`, bucket);
    if (isAllowed) return;
    await this.store.release(claim);
    throw problem('rate_limited', { retryAfterMs: Math.ceil(retryAfterMs) });
  }

  #doOnce(
    claim: Claim,
    key: SealingKey,
    { response, next }: { readonly response: Response; readonly next: CallHandler },
  ): Observable<unknown> {
    return next.handle().pipe(
      mergeMap(async (body: unknown) => {
        const answer = key.seal({ status: response.statusCode, body });
        const kept = answer.length > maxAnswer ? undefined : answer;
        await this.#tell(this.store.keep(claim, kept, keptMs));
        return body;
      }),
      catchError(async (error: unknown) => {
        // Who was silent, or broke down over it, may have done it before or do it yet.
        if (isRefusal(error)) await this.#tell(this.store.release(claim));
        else await this.#tell(this.store.keep(claim, undefined, keptMs));
        throw error;
      }),
    );
  }

  async #tell(telling: Promise<void>): Promise<void> {
    try {
      await telling;
    } catch (error) {
      // The store went away over it; the claim ends by itself, and what was done is done.
      this.#logger.warn(`Not kept for a repetition: ${String(error)}`);
    }
  }
}

/** Whether it says that nothing was done. */
const isRefusal = (error: unknown): boolean => error instanceof Problem && error.status < 500;

/** Throws `idempotency_key_reused` and `conflict`. */
function answerTo(
  request: Request,
  { fingerprint, answer }: KeptRequest,
  keys: readonly SealingKey[],
): GivenAnswer {
  const key = keys.find((one) => fingerprintOf(one, request) === fingerprint);
  if (!key) throw problem('idempotency_key_reused');
  if (answer === undefined) throw problem('conflict', { field: 'Idempotency-Key' });
  return key.unseal(answer);
}

/** As the client wrote it: who repeats a request sends the same bytes. */
const fingerprintOf = (key: SealingKey, { method, originalUrl, body }: Request): string =>
  key.fingerprintOf(method, originalUrl, JSON.stringify(body));
