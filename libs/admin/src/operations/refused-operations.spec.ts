import { SessionId, UserId, type Actor, type JobId, type UsersApi } from '@app/contracts';
import { aProfile } from '@app/contracts/testing';
import {
  PermissionGate,
  type AuditOutbox,
  type Clock,
  type Denials,
  type EventBus,
  type JobQueue,
  type ProcessRegistry,
} from '@app/platform';
import { AdminJobsService } from './admin-jobs.service.js';
import { jobIdOf } from './job-id.js';
import { TopologyService } from './topology.service.js';

const origin = { address: '192.0.2.1', userAgent: 'A browser' };
const ada: Actor = {
  userId: UserId.parse('ada'),
  sessionId: SessionId.parse('ada-1'),
  role: 'admin',
};

describe('Operations, to who was an admin', () => {
  let denied: Parameters<Denials['of']>[1][];
  let jobs: AdminJobsService;
  let topology: TopologyService;

  beforeEach(() => {
    denied = [];
    const users: Pick<UsersApi, 'profile'> = {
      profile: (_, { userId }) => Promise.resolve(aProfile(userId, { role: 'member' })),
    };
    const denials: Pick<Denials, 'of'> = {
      of: (_, what) => {
        denied.push(what);
        return Promise.reject(new Error('forbidden'));
      },
    };
    const gate = new PermissionGate(users as UsersApi, denials as Denials);
    // Nothing of these is reached.
    const [queue, outbox] = [{} as JobQueue, {} as AuditOutbox];
    jobs = new AdminJobsService(gate, queue, outbox);
    const [registry, bus, clock] = [{} as ProcessRegistry, {} as EventBus, {} as Clock];
    topology = new TopologyService(gate, registry, bus, queue, clock, outbox);
  });

  const jobId: JobId = jobIdOf({ kind: 'test.vain', key: 'a key' });
  const processId = 'a-process';

  it.each([
    ['to begin a job anew', () => jobs.retry(ada, { jobId, origin })],
    ['to remove a job', () => jobs.remove(ada, { jobId, origin })],
    ['to drain a process', () => topology.drain(ada, { processId, origin })],
    ['to end a drain', () => topology.resume(ada, { processId, origin })],
  ])('are refused %s, and the log is told from where', async (_, operate) => {
    await expect(operate()).rejects.toThrow('forbidden');
    expect(denied).toMatchObject([{ right: 'operate', origin }]);
  });

  it('are refused with the process that it was about', async () => {
    await expect(topology.drain(ada, { processId, origin })).rejects.toThrow('forbidden');
    expect(denied).toMatchObject([{ target: { kind: 'process', id: processId } }]);
  });
});
