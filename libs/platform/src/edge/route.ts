import type { ProblemCode, Scope } from '@app/contracts';
import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation } from '@nestjs/swagger';
import type * as z from 'zod/mini';

/** What a route promises, as far as its parameters do not say it already. */
export interface RouteDocs<Ok extends z.ZodMiniType = z.ZodMiniType> {
  /** One line, imperative: "Send a message". */
  readonly summary: string;
  /** What the summary leaves out. Markdown. */
  readonly description?: string;
  /**
   * Every problem that this route can answer, but for the common ones, which are added by
   * themselves: `unauthenticated`, `token_expired` and `insufficient_scope` unless it is
   * `@Public()`, `insecure_transport` where it is `@OnlyByTls()`, `validation_failed` where it
   * takes input, `payload_too_large` and `unsupported_media_type` where it takes a body, and
   * `rate_limited`, `internal`, `service_unavailable`, `draining`.
   */
  readonly problems: readonly ProblemCode[];
  /** What opens it to a personal access token. Left out: no such token may, whatever it is for. */
  readonly scope?: Scope;
  /** In place of it, where the `:userId` of the path is not the caller's own. */
  readonly scopeOfOthers?: Scope;
  /** Of the body of a success. Left out: there is none, and the status is 204. */
  readonly ok?: Ok;
  /** Of a success. Default 200 with a body and 204 without. */
  readonly status?: number;
  /** What a form that it takes is made of, `{[field]: JSON schema}`; all of it is demanded. */
  readonly form?: Readonly<Record<string, { readonly type: string; readonly format?: string }>>;
  /**
   * True: who repeats it is recognized otherwise (`clientMsgId`, tus), so it takes no
   * `Idempotency-Key`.
   */
  readonly isRepeatedOtherwise?: boolean;
  /** Statuses of a success whose body is bytes of any type; and 302 and 304, which have none. */
  readonly bytes?: readonly number[];
  /** Told in the document, and in headers of every answer. Left out: it stays. */
  readonly deprecation?: Deprecation;
  /** Another name than the one made of controller and method (`messagesSend`). */
  readonly operationId?: string;
  /** `{[name]: what it means}`: of parameters that neither the path's names nor the query say. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** `{[name]: what it means}`: of headers that it reads, but for those that `bytes` brings. */
  readonly headers?: Readonly<Record<string, string>>;
  /** A body of a success to show. Default: one made from the schema. */
  readonly example?: z.output<Ok>;
  /** A body of a request to show. Default: one made from the schema. */
  readonly requestExample?: unknown;
}

/** That a route is on its way out. Dates as `2026-01-31`, of their first moment in UTC. */
export interface Deprecation {
  readonly since: string;
  /** When it stops to answer, if that is known. */
  readonly sunset?: string;
  /** What to use in its place, or to read about it: a path or an address. */
  readonly see?: string;
}

/** Where `openApiOf` finds the `RouteDocs` of a handler. */
export const ROUTE = Symbol('ROUTE');

/**
 * Documents a route and sets its status. Beside `@Get` and the like, on every handler of an edge; a
 * route without it fails the test of the OpenAPI document.
 *
 * ```ts
 * @Post()
 * @Route({ summary: 'Send a message', problems: ['not_member'], ok: Message, status: 201 })
 * ```
 */
export function Route<Ok extends z.ZodMiniType>(docs: RouteDocs<Ok>): MethodDecorator {
  const { summary, description, operationId } = docs;
  return applyDecorators(
    SetMetadata(ROUTE, docs),
    HttpCode(statusOf(docs)),
    ...(docs.form === undefined ? [] : formOf(docs.form)),
    ApiOperation({
      summary,
      ...(description === undefined ? {} : { description }),
      ...(operationId === undefined ? {} : { operationId }),
    }),
  );
}

function formOf(fields: NonNullable<RouteDocs['form']>): MethodDecorator[] {
  const schema = { type: 'object', properties: { ...fields }, required: Object.keys(fields) };
  return [ApiConsumes('multipart/form-data'), ApiBody({ schema })];
}

/** The status of a success. */
export function statusOf({
  ok,
  bytes,
  status,
}: Pick<RouteDocs, 'ok' | 'bytes' | 'status'>): number {
  return status ?? bytes?.[0] ?? (ok === undefined ? 204 : 200);
}
