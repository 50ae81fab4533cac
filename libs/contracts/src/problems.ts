import * as z from 'zod/mini';
import { ChatId, ClientMsgId } from './ids.js';
import { IsoTime } from './text.js';

const nothing = z.strictObject({});

/**
 * Every situation that a caller can act on: HTTP status, English title, and the facts that come
 * with it.
 */
export const problems = {
  validation_failed: {
    status: 422,
    title: 'The input is not valid',
    params: z.strictObject({
      issues: z.array(
        z.strictObject({
          path: z.string(),
          message: z.string(),
          /** The character of a text at which it is, counted from 0. */
          offset: z.optional(z.int()),
          /** What is wrong, for programs: of a search query, a key of `searchComplaints`. */
          complaint: z.optional(z.string()),
        }),
      ),
    }),
  },
  unauthenticated: { status: 401, title: 'Sign in first', params: nothing },
  token_expired: { status: 401, title: 'The token has expired', params: nothing },
  forbidden: { status: 403, title: 'You may not do this', params: nothing },
  insufficient_scope: {
    status: 403,
    title: 'This token is not for that',
    /** The scope that it lacks; null: no token may, whatever its scopes. */
    params: z.strictObject({ scope: z.nullable(z.string()) }),
  },
  insecure_transport: {
    status: 403,
    title: 'Passwords and tokens travel by HTTPS only; a proxy that brings it is to be trusted',
    params: nothing,
  },
  not_member: {
    status: 403,
    title: 'You are not a member of this chat',
    params: z.strictObject({ chatId: ChatId }),
  },
  blocked: { status: 403, title: 'One of you has blocked the other', params: nothing },
  webhook_closed: {
    status: 409,
    title: 'Nothing can be said by this webhook now',
    /** `not_member`: its account was removed; `chat_closed`: archived, or admins alone write. */
    params: z.strictObject({
      reason: z.enum(['paused', 'suspended', 'muted', 'not_member', 'chat_closed']),
    }),
  },
  muted: {
    status: 403,
    title: 'You may not write for a while; a moderator has decided so',
    params: z.strictObject({ until: IsoTime }),
  },
  edit_window_closed: { status: 403, title: 'It is too late to edit this', params: nothing },
  delete_window_closed: { status: 403, title: 'It is too late to delete this', params: nothing },
  registration_closed: {
    status: 403,
    title: 'Accounts are made by invitation here, or by nobody',
    /** Whether somebody with an invite code may. */
    params: z.strictObject({ byInvitation: z.boolean() }),
  },
  not_found: { status: 404, title: 'There is no such thing', params: nothing },
  method_not_allowed: {
    status: 405,
    title: 'This path is asked by other methods',
    params: z.strictObject({ allowed: z.array(z.string()) }),
  },
  conflict: {
    status: 409,
    title: 'Somebody or something has this already',
    params: z.strictObject({ field: z.string() }),
  },
  idempotency_conflict: {
    status: 409,
    title: 'This id was already used for another content',
    params: z.strictObject({ clientMsgId: ClientMsgId }),
  },
  idempotency_key_reused: {
    status: 422,
    title: 'This Idempotency-Key came with another request before',
    params: nothing,
  },
  call_locked: { status: 403, title: 'This call takes in nobody more', params: nothing },
  call_removed: { status: 403, title: 'A host has removed you from this call', params: nothing },
  call_busy: { status: 409, title: 'They are in another call', params: nothing },
  gone: { status: 410, title: 'This is no longer here', params: nothing },
  call_ended: { status: 410, title: 'This call has ended', params: nothing },
  precondition_failed: {
    status: 412,
    title: 'It was changed meanwhile',
    params: z.strictObject({ version: z.int() }),
  },
  payload_too_large: { status: 413, title: 'The request is too large', params: nothing },
  unsupported_media_type: {
    status: 415,
    title: 'This kind of content is not accepted',
    params: nothing,
  },
  malware_found: {
    status: 422,
    title: 'A virus scanner says that this is harmful',
    params: z.strictObject({ signature: z.string() }),
  },
  checksum_mismatch: {
    status: 460,
    title: 'What came is not what was sent; send it again',
    params: nothing,
  },
  rate_limited: {
    status: 429,
    title: 'Too many requests; wait a moment',
    params: z.strictObject({ retryAfterMs: z.int() }),
  },
  slow_mode: {
    status: 429,
    title: 'This chat takes one message at a time; wait a moment',
    params: z.strictObject({ retryAfterMs: z.int() }),
  },
  range_not_satisfiable: {
    status: 416,
    title: 'It is not as long as that',
    params: z.strictObject({ size: z.int() }),
  },
  quota_exceeded: {
    status: 507,
    title: 'There is no room left for your files',
    params: z.strictObject({ limitBytes: z.int() }),
  },
  storage_full: { status: 507, title: 'There is no room left for files', params: nothing },
  internal: { status: 500, title: 'We made a mistake', params: nothing },
  service_unavailable: {
    status: 503,
    title: 'A part of the system is away; try again',
    params: z.strictObject({ service: z.string() }),
  },
  draining: { status: 503, title: 'This server is about to stop; connect again', params: nothing },
} as const satisfies Record<string, ProblemKind>;

interface ProblemKind {
  readonly status: number;
  readonly title: string;
  readonly params: z.ZodMiniType<Record<string, unknown>>;
}

export type ProblemCode = keyof typeof problems;
export type ProblemParams<C extends ProblemCode> = z.output<(typeof problems)[C]['params']>;

/**
 * RFC 9457 as we write it: the body over HTTP, `problem` in a socket ack, and the error of an RPC
 * reply.
 */
export const ProblemBody = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
  params: z.record(z.string(), z.unknown()),
});
export type ProblemBody = z.output<typeof ProblemBody>;
z.globalRegistry.add(ProblemBody, { id: 'Problem' });

/** Thrown by services, written by the filters, carried by the wire. Made by `problem()` only. */
export class Problem<C extends ProblemCode = ProblemCode> extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: C,
    readonly params: ProblemParams<C>,
  ) {
    super(code);
  }

  get status(): number {
    return problems[this.code].status;
  }

  toJSON(): ProblemBody {
    const { status, title } = problems[this.code];
    return {
      type: `/problems/${this.code.replaceAll('_', '-')}`,
      title,
      status,
      code: this.code,
      params: this.params,
    };
  }

  /**
   * Brings a problem back from the wire. One that this release does not know becomes `internal`.
   */
  static fromJSON(body: unknown): Problem {
    const { data } = ProblemBody.safeParse(body);
    return data
      ? new Problem(data.code, data.params as ProblemParams<ProblemCode>)
      : problem('internal');
  }
}

type ParamsArgument<C extends ProblemCode> =
  Record<string, never> extends ProblemParams<C> ? [] : [params: ProblemParams<C>];

/** Whether this was thrown, with one of these codes. */
export function isProblem(thrown: unknown, ...codes: readonly ProblemCode[]): thrown is Problem {
  return thrown instanceof Problem && codes.includes((thrown as Problem).code);
}

/** `throw problem('not_member', { chatId })`; codes without facts take no second argument. */
export function problem<C extends ProblemCode>(
  code: C,
  ...[params]: ParamsArgument<C>
): Problem<C> {
  return new Problem(code, params ?? ({} as ProblemParams<C>));
}
