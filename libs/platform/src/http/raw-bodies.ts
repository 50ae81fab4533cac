import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { RequestHandler } from 'express';

const form = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

/**
 * Requests whose bodies are not JSON, or not only: a module names them in its constructor, before
 * the app takes its first one. They pass everything that comes before the bodies. A path stands for
 * all that is below it, too; `*` in it for any one segment.
 */
@Injectable()
export class RawBodies {
  readonly #left = new Set<string>();
  readonly #payloads = new Set<string>();
  readonly #passed: { readonly path: string; readonly handler: RequestHandler }[] = [];

  /** The handlers of this path read bodies themselves. */
  leave(path: string): void {
    this.#left.add(path);
  }

  /** This path takes a form, too, with the JSON in its field `payload`. */
  takePayload(path: string): void {
    this.#payloads.add(path);
  }

  /** This path is answered by this handler, and by no controller. */
  pass(path: string, handler: RequestHandler): void {
    this.#passed.push({ path, handler });
  }

  isLeft(request: IncomingMessage): boolean {
    return [...this.#left].some((path) => isBelow(pathOf(request), path));
  }

  isPayload(request: IncomingMessage): boolean {
    const isForm = form.test(request.headers['content-type'] ?? '');
    return isForm && [...this.#payloads].some((path) => isBelow(pathOf(request), path));
  }

  isPassed(request: IncomingMessage): boolean {
    return this.#passed.some(({ path }) => isBelow(pathOf(request), path));
  }

  /** Answers what was passed. */
  get handler(): RequestHandler {
    return (request, response, next) => {
      const found = this.#passed.find(({ path }) => isBelow(request.path, path));
      if (found) return found.handler(request, response, next);
      next();
    };
  }
}

const pathOf = ({ url }: IncomingMessage): string => (url ?? '').split('?', 1)[0]!;

/** In whatever case it is asked for: routes have none. */
function isBelow(asked: string, path: string): boolean {
  const segments = asked.toLowerCase().split('/');
  return path
    .split('/')
    .every((segment, n) => segment === segments[n] || isAny(segment, segments[n]));
}

const isAny = (segment: string, asked: string | undefined): boolean =>
  segment === '*' && asked !== undefined && asked !== '';
