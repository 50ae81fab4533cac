import { eventually } from '../testing/eventually.js';
import type { ProcessMember, ProcessRegistry, ProcessReport } from './process-registry.js';

/** A process under test, how it is, and what it has heard. */
export interface Member extends ProcessMember {
  now: ProcessReport;
  isToDrain: boolean;
}

export function aMember(id: string, app = 'chat'): Member {
  const member: Member = {
    id,
    now: {
      id,
      app,
      version: '1.2.3',
      host: 'one',
      pid: 7,
      startedAt: '2026-01-01T09:30:00.000Z',
      status: 'ready',
      checks: { database: 'up' },
      breakers: [{ service: 'users', state: 'closed' }],
      loads: { rooms: 2 },
      memoryBytes: 1000,
    },
    isToDrain: false,
    look: () => Promise.resolve(member.now),
    hear: (isToDrain: boolean) => void (member.isToDrain = isToDrain),
  };
  return member;
}

/** What every `ProcessRegistry` promises of the process that it is in. */
export function processRegistryConformance(open: () => ProcessRegistry): void {
  const reports = async (registry: ProcessRegistry) =>
    (await registry.list()).map(({ report }) => report);

  it('knows a process that was announced, and how it is', async () => {
    const registry = open();
    await eventually(async () => expect(await registry.list()).toEqual([]));
    const member = aMember('a');
    registry.announce(member);
    await eventually(async () => expect(await reports(registry)).toEqual([member.now]));
    expect(await registry.list()).toMatchObject([{ isLost: false }]);
    member.now = { ...member.now, status: 'not_ready', loads: { rooms: 3 } };
    await eventually(async () => expect(await reports(registry)).toEqual([member.now]));
    await registry.close();
  });

  it('tells of nothing that waits for whom nobody asks', async () => {
    const registry = open();
    await eventually(async () => expect(await registry.list()).toEqual([]));
    expect(await registry.backlogs([])).toEqual([]);
    await registry.close();
  });

  it('does not let the last of its app drain, nor one that is not there', async () => {
    const registry = open();
    const member = aMember('a');
    registry.announce(member);
    await eventually(async () => expect(await registry.list()).toHaveLength(1));
    await expect(registry.drain('a', true)).rejects.toMatchObject({
      code: 'conflict',
      params: { field: 'processId' },
    });
    for (const isToDrain of [true, false])
      await expect(registry.drain('b', isToDrain)).rejects.toMatchObject({ code: 'not_found' });
    await registry.drain('a', false);
    expect(await registry.list()).toMatchObject([{ isToDrain: false }]);
    await registry.close();
  });

  it('closes twice without harm', async () => {
    const registry = open();
    registry.announce(aMember('a'));
    await registry.close();
    await registry.close();
  });
}
