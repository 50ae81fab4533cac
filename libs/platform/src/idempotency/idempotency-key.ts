import { problem } from '@app/contracts';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

/** A token or a UUID, bare or quoted (a string of RFC 9651). */
const keyForm = /^"?([\x21\x23-\x7e]{1,255})"?$/;

/** Undefined without the header. Throws `validation_failed`. */
export function idempotencyKeyOf(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const [, key] = keyForm.exec(header.trim()) ?? [];
  if (key !== undefined) return key;
  const message = 'Give 1 to 255 visible characters';
  throw problem('validation_failed', { issues: [{ path: 'Idempotency-Key', message }] });
}

/**
 * A parameter of a REST handler that has a way of its own to do once what comes with a key: see
 * `idempotencyKeyOf`.
 */
export const IdempotencyKey = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined =>
    idempotencyKeyOf(context.switchToHttp().getRequest<Request>().get('idempotency-key')),
);
