import { atRest } from './at-rest.js';

const ends = new Map([['c1', { seq: 7, rev: 9 }]]);
const rest = (name: string, document: Record<string, unknown>) => atRest(name, document, ends);

describe('What comes back from a backup', () => {
  it('has no work for later, no call that runs, and nothing that rings', () => {
    for (const name of ['jobs', 'call_claims', 'notification_rings'])
      expect(rest(name, { _id: 'x' })).toBeUndefined();
    expect(rest('calls', { _id: 'live', state: 'active', dueMs: 5 })).toBeUndefined();
    expect(rest('calls', { _id: 'over', state: 'ended' })).toMatchObject({ _id: 'over' });
  });

  it('has webhooks that wait for somebody', () => {
    expect(rest('webhooks', { state: 'active', url: 'u' })).toEqual({ state: 'paused', url: 'u' });
    expect(rest('webhooks', { state: 'disabled' })).toEqual({ state: 'disabled' });
  });

  it('has no mail on its way, and knows what was mailed', () => {
    const line = { _id: 'm1:ada', waitsIn: 'ada:c1' };
    expect(rest('mail_lines', line)).toEqual({ _id: 'm1:ada', waitsIn: null });
  });

  it('has told people of all that is in its logs', () => {
    const place = { _id: 'c1', seq: 5, rev: 6, at: 'then' };
    expect(rest('notification_places', place)).toEqual({ ...place, seq: 7, rev: 9 });
    expect(rest('notification_places', { ...place, _id: 'c2' })).toMatchObject({ seq: 5, rev: 6 });
  });

  it('is as it was in all else', () => {
    expect(rest('users', { state: 'active', dueMs: 1 })).toEqual({ state: 'active', dueMs: 1 });
  });
});
