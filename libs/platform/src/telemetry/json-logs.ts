import type { DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import {
  pino,
  stdTimeFunctions,
  type DestinationStream,
  type Logger,
  type LoggerOptions,
} from 'pino';
import type { Config } from '../config/config.js';
import { currentTraceId } from './tracing.js';

/** Never in a log, wherever somebody puts it. */
const secrets = [
  'authorization',
  'cookie',
  'password',
  'currentPassword',
  'newPassword',
  'token',
  'accessToken',
  'refreshToken',
  'text',
];

/**
 * Logs as one JSON object a line: `level` in words, `time` in ISO 8601, `traceId` within a trace.
 * `destination`: default standard output.
 */
export function jsonLog(
  { logLevel }: Pick<Config, 'logLevel'>,
  destination?: DestinationStream,
): Logger {
  const options: LoggerOptions = {
    level: logLevel,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
    mixin: traceOfLine,
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), remove: true },
    serializers: { err: describeError },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** A line that is written within a trace says so. */
function traceOfLine(): { traceId?: string } {
  const traceId = currentTraceId();
  return traceId === undefined ? {} : { traceId };
}

/**
 * Everything that logs through Nest, logs to `log`: with `context` (the class), and within a
 * request with its `requestId`.
 */
export function logNestTo(log: Logger): DynamicModule {
  return LoggerModule.forRoot({
    // `request.log` is there already (`requestTrace`), since a request may fail before any module.
    useExisting: true,
    pinoHttp: { logger: log, wrapSerializers: false },
  });
}

interface DescribedError {
  readonly type: string;
  readonly message: string;
  readonly stack?: string | undefined;
  readonly code?: unknown;
  readonly cause?: DescribedError | undefined;
}

/**
 * Pino's own serializer copies all properties, and a database error carries the whole document that
 * it failed on, with the text of the message.
 */
function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    code: (error as { code?: unknown }).code,
    cause: error.cause === undefined ? undefined : describeError(error.cause),
  };
}
