import { problem, Seq } from '@app/contracts';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

/**
 * The version of `If-Match: "3"`; undefined without the header and for `*`. Quotes may be missing,
 * and the mark of a weak tag is ignored: a version says all there is to know of a message. Throws
 * `validation_failed` for anything else.
 */
export function ifVersionOf(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const digits = /^(?:W\/)?("?)(\d{1,15})\1$/.exec(header.trim())?.[2];
  const { data } = Seq.safeParse(Number(digits));
  if (data !== undefined) return data;
  const message = 'Give the version of the message, as in "3"';
  throw problem('validation_failed', { issues: [{ path: 'If-Match', message }] });
}

/** A parameter of a REST handler: see `ifVersionOf`. */
export const IfVersion = createParamDecorator(
  (_: unknown, context: ExecutionContext): number | undefined =>
    ifVersionOf(context.switchToHttp().getRequest<Request>().headers['if-match']),
);
