import type { Topology } from '@app/contracts';
import { someCounts } from './job-example.js';

/** A server alone, to show in the documents. */
export const aTopology: Topology = {
  processes: [
    {
      id: '9f1c2d34-5b6a-4c7d-8e9f-0a1b2c3d4e5f',
      app: 'server',
      version: '1.0.0',
      host: 'parley-1',
      pid: 4711,
      startedAt: '2026-01-01T09:30:00.000Z',
      lastSeenAt: '2026-01-02T03:04:05.678Z',
      state: 'ready',
      checks: { database: 'up' },
      breakers: [],
      loads: { sockets: 120, rooms: 2 },
      memoryBytes: 268_435_456,
    },
  ],
  streams: [{ name: 'message.created', module: 'chats', waiting: 0 }],
  queues: someCounts,
  requests: [],
};
