import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { tap, type Observable } from 'rxjs';

/** Characters of a link: a proxy takes a few kB of headers. */
const maxLink = 1000;

/**
 * Tells where a list goes on, also to who knows no list of ours:
 * `Link: <?limit=50&cursor=…>; rel="next"` (RFC 8288), relative to what was asked. The last page
 * has none, nor has one that was asked for at great length.
 */
@Injectable()
export class NextPageInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    return next.handle().pipe(
      tap((body: unknown) => {
        const link = linkTo(nextCursorOf(body), http.getRequest<Request>());
        if (link !== undefined) http.getResponse<Response>().append('Link', link);
      }),
    );
  }
}

function nextCursorOf(body: unknown): string | null {
  const { page } = (body ?? {}) as { page?: { nextCursor?: string | null } };
  return page?.nextCursor ?? null;
}

function linkTo(cursor: string | null, { originalUrl }: Request): string | undefined {
  if (cursor === null) return undefined;
  const query = new URLSearchParams(originalUrl.split('?')[1]);
  query.set('cursor', cursor);
  // As an address has it: nothing in it ends the link, or the header.
  const link = `<?${query.toString()}>; rel="next"`;
  return link.length > maxLink ? undefined : link;
}
