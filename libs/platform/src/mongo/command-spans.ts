import type { mongo } from 'mongoose';
import type { Span } from '@opentelemetry/api';
import { end, noticedCall } from '../telemetry/tracing.js';

/**
 * Tells of each command that is sent as a part of a trace: what is done to which collection, and
 * never with which values. `client` must have been made with `monitorCommands`.
 */
export function traceCommands(client: mongo.MongoClient): void {
  /** By the number that the driver gives to a command. */
  const underWay = new Map<number, Span>();
  const over = (requestId: number, error?: unknown): void => {
    end(underWay.get(requestId), error);
    underWay.delete(requestId);
  };
  client.on('commandStarted', ({ requestId, commandName, command, databaseName }) => {
    // Where a command is about a collection, it is its first value.
    const about: unknown = (command as Record<string, unknown>)[commandName];
    const collection = typeof about === 'string' ? about : undefined;
    const span = noticedCall({
      name: collection ? `${commandName} ${collection}` : commandName,
      attributes: {
        'db.system.name': 'mongodb',
        'db.namespace': databaseName,
        'db.operation.name': commandName,
        ...(collection && { 'db.collection.name': collection }),
      },
    });
    if (span) underWay.set(requestId, span);
  });
  client.on('commandSucceeded', ({ requestId }) => over(requestId));
  client.on('commandFailed', ({ requestId, failure }) => over(requestId, failure));
}
