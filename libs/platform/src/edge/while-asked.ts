import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Response } from 'express';

/**
 * An `AbortSignal` for what takes long: aborted when the answer is out, or who has asked is gone
 * before it is.
 */
export const WhileAsked = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const over = new AbortController();
  context
    .switchToHttp()
    .getResponse<Response>()
    .once('close', () => over.abort());
  return over.signal;
});
