import { pipeline } from 'node:stream/promises';
import type { OutgoingHttpHeaders } from 'node:http';
import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../config/config.js';
import { addressOf } from '../http/caller.js';
import { hasBody } from '../http/json-body.js';
import { RawBodies } from '../http/raw-bodies.js';
import { cameByTls } from '../http/secure-transport.js';
import { toProblem } from '../problems/to-problem.js';
import { writeProblem } from '../problems/write-problem.js';
import { headersToSend } from '../telemetry/tracing.js';
import { CircuitBreakers } from './circuit-breakers.js';
import { passedHeaders } from './passed-headers.js';
import { Pipe, type PassedRequest } from './pipe.js';
import { REMOTE_SERVICES } from './remote-api.module.js';

/** What a gateway passes on, and to whom. */
export interface PipedService {
  /** Its name in problems, health and metrics. */
  readonly service: string;
  /** As `RawBodies.pass` takes them. */
  readonly paths: readonly string[];
  /** Of its replicas. */
  readonly addresses: readonly string[];
}

const PIPED = Symbol('PIPED');

/** Ms without a byte in either direction; nginx waits as long. */
const silenceMs = 30_000;

/** Ms in which a replica that drains gets one request at most, or a few at once. */
const leavingMs = 10_000;

/**
 * Passes all requests below some paths on to another service, as streams, bodies and answers as
 * they come: `PipeModule.to({ service: 'files', paths: ['/api/files'], addresses })`. Limits,
 * tokens and problems are that service's. One that is away answers `service_unavailable`, at once
 * after a while (`CircuitBreakers`, beside those of `RemoteApiModule`).
 */
@Module({})
export class PipeModule implements OnApplicationShutdown {
  readonly #pipe: Pipe;

  static to(piped: PipedService): DynamicModule {
    return { module: PipeModule, providers: [{ provide: PIPED, useValue: piped }] };
  }

  constructor(
    @Inject(PIPED) private readonly piped: PipedService,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(REMOTE_SERVICES) services: Set<string>,
    private readonly breakers: CircuitBreakers,
    bodies: RawBodies,
  ) {
    const { service, paths, addresses } = piped;
    const answerMs = config.rpcTimeoutMs;
    this.#pipe = new Pipe(service, addresses, { answerMs, silenceMs, leavingMs });
    services.add(service);
    for (const path of paths)
      bodies.pass(path, (request, response) => void this.#pass(path, request, response));
  }

  onApplicationShutdown(): void {
    this.#pipe.close();
  }

  async #pass(path: string, request: Request, response: Response): Promise<void> {
    (response.locals as { route?: string }).route = `${path}/`;
    const left = new AbortController();
    response.once('close', () => left.abort());
    try {
      const answer = await this.breakers.run(this.piped.service, () =>
        this.#pipe.send(this.#passed(request), left.signal),
      );
      response.writeHead(answer.statusCode!, passedHeaders(answer.headers));
      await pipeline(answer, response);
    } catch (error) {
      // The service is away, or broke off; or the caller is gone, and hears nothing any more.
      if (!response.destroyed) writeProblem(response, toProblem(error));
    } finally {
      request.unpipe();
      request.resume();
    }
  }

  #passed(request: Request): PassedRequest {
    const { method, originalUrl: url } = request;
    const headers = this.#headersFor(request);
    return { method, url, headers, body: request, hasBody: hasBody(request) };
  }

  /** The service believes one proxy: us, in whom the caller's own words have been judged. */
  #headersFor(request: Request): OutgoingHttpHeaders {
    const isByTls = cameByTls(request, this.config.trustProxy);
    return {
      ...passedHeaders(request.headers),
      host: request.headers.host,
      'x-forwarded-for': addressOf(request),
      'x-forwarded-proto': isByTls ? 'https' : 'http',
      'x-request-id': request.id as string,
      ...headersToSend(),
    };
  }
}
