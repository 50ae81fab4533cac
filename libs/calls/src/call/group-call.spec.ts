import { chatRoom, userRoom } from '@app/contracts';
import {
  ada,
  bob,
  carol,
  chatId,
  codeOf,
  eve,
  joining,
  later,
  leaving,
  on,
  pulsing,
  ringingFor,
  said,
  t0,
  tablet,
} from '../testing/a-group-call.js';
import { act, close, deadlineOf, settle } from './call-machine.js';
import { newsOf } from './call-news.js';
import { awayMs, ringingMs } from './call-rules.js';
import { isJoined, partyOf } from './call.js';
import { emptyMs, leftAloneMs, maxJoined, waitingMs } from './group-rules.js';

describe('a group call', () => {
  it('rings for those it is told to, and for nobody where there are none', () => {
    const call = ringingFor(bob, carol);
    expect(call.state).toBe('ringing');
    expect(said(newsOf(undefined, call), 'call_incoming')).toEqual(
      [bob, carol].map(({ userId }) => userRoom(userId)),
    );
    const quiet = ringingFor();
    expect(quiet.state).toBe('connecting');
    expect(newsOf(undefined, quiet).map(({ room, event }) => [room, event])).toEqual([
      [chatRoom(chatId), 'call_state'],
    ]);
  });

  it('is for everybody: also for who declined, was missed, has left, or was never called', () => {
    let call = act(ringingFor(bob, carol), { type: 'decline', ...carol }, t0);
    call = joining(call, bob);
    expect(call).toMatchObject({ state: 'active', startedMs: t0 });
    call = joining(call, carol);
    call = joining(leaving(call, carol), carol);
    call = joining(call, eve);
    expect(call.parties.filter(isJoined)).toHaveLength(4);
    call = later(joining(ringingFor(bob, carol), bob), t0 + ringingMs);
    expect(partyOf(call, carol.userId)).toMatchObject({ state: 'left', isMissed: true });
    expect(joining(call, carol, t0 + ringingMs).parties.filter(isJoined)).toHaveLength(3);
  });

  it('is over for all of them at once where it may not go on', () => {
    const called = ringingFor(bob, carol);
    expect(close(called, t0)).toMatchObject({ state: 'ended', reason: 'cancelled', endedMs: t0 });
    const over = close(joining(called, bob), t0 + 1);
    expect(over).toMatchObject({ state: 'ended', reason: 'completed', endedMs: t0 + 1 });
    expect(over.parties.map(({ state }) => state)).toEqual(['left', 'left', 'left']);
    expect(close(over, t0 + 2)).toBe(over);
  });

  it('goes on for the others when one leaves, is lost, or may not be in it', () => {
    const three = joining(joining(ringingFor(bob, carol), bob), carol);
    const { userId } = carol;
    for (const after of [
      leaving(three, carol),
      leaving(three, ada),
      act(three, { type: 'stop', userId }, t0),
      settle(act(three, { type: 'away', ...carol }, t0), t0 + awayMs),
    ]) {
      expect(after.state).toBe('active');
      expect(after.parties.filter(isJoined)).toHaveLength(2);
    }
  });

  it('is over some time after the last one has left, unless somebody comes back', () => {
    const empty = leaving(leaving(joining(ringingFor(bob), bob), ada), bob, t0 + 1000);
    expect(deadlineOf(empty)).toBe(t0 + 1000 + emptyMs);
    const back = joining(empty, ada, t0 + emptyMs);
    expect(settle(back, t0 + emptyMs + 5000).state).toBe('active');
    expect(settle(empty, t0 + 1000 + emptyMs)).toMatchObject({
      ...{ state: 'ended', reason: 'completed', endedMs: t0 + 1000 + emptyMs },
    });
    expect(joining(empty, ada, t0 + 1000).parties).toHaveLength(2);
    expect(codeOf(() => joining(empty, ada, t0 + 1000 + emptyMs))).toMatch('call_ended');
  });

  it('is over some time after all but one have left, unless somebody comes', () => {
    const alone = leaving(joining(ringingFor(bob, carol), bob), bob);
    const overMs = t0 + leftAloneMs;
    const before = later(alone, overMs - 5000);
    expect(before.state).toBe('active');
    expect(pulsing(before, overMs)).toMatchObject({
      ...{ state: 'ended', reason: 'completed', endedMs: overMs },
    });
    const together = later(joining(before, carol, overMs - 5000), overMs, overMs - 5000);
    expect(together.parties.filter(isJoined)).toHaveLength(2);
    // Each time it is alone anew.
    const again = leaving(together, ada, overMs);
    const lastMs = overMs + leftAloneMs;
    const last = later(again, lastMs - 5000, overMs);
    expect([last.state, pulsing(last, lastMs).endedMs]).toEqual(['active', lastMs]);
  });

  it('is cancelled at once by who hangs up before anybody has come', () => {
    for (const call of [ringingFor(bob), ringingFor()])
      expect(leaving(call, ada)).toMatchObject({ state: 'ended', reason: 'cancelled' });
  });

  it('rings until it is missed, and waits for a while', () => {
    const call = later(ringingFor(bob), t0 + ringingMs);
    expect(call.state).toBe('connecting');
    const over = later(call, t0 + ringingMs + waitingMs);
    expect(over).toMatchObject({ state: 'ended', reason: 'missed' });
    expect(over.endedMs).toBe(t0 + ringingMs + waitingMs);
  });

  it('says to one who is no longer called that it rings no more', () => {
    const call = ringingFor(bob, carol);
    const declined = newsOf(call, act(call, { type: 'decline', ...carol }, t0));
    expect(said(declined, 'call_declined')).toEqual([userRoom(carol.userId)]);
    const beside = joining(call, bob);
    const missed = newsOf(beside, settle(pulsing(beside, t0 + 9000), t0 + 9000));
    expect(said(missed, 'call_missed')).toEqual([]);
    const running = later(beside, t0 + ringingMs - 5000);
    const after = settle(pulsing(running, t0 + ringingMs - 1), t0 + ringingMs);
    expect(said(newsOf(running, after), 'call_missed')).toEqual([userRoom(carol.userId)]);
    expect(said(newsOf(running, after), 'call_ended')).toEqual([]);
  });

  it('has a person on one device', () => {
    const call = joining(ringingFor(bob), bob);
    expect(joining(call, bob)).toBe(call);
    expect(codeOf(() => joining(call, tablet))).toBe('conflict {"field":"callId"}');
    expect(codeOf(() => leaving(call, tablet))).toMatch('forbidden');
    expect(joining(leaving(call, bob), tablet).state).toBe('active');
  });

  it('takes in so many, and remembers a bounded number of those who were in it', () => {
    const crowd = Array.from({ length: 3 * maxJoined }, (_, i) => on(`guest-${i}`));
    const full = crowd.slice(1, maxJoined).reduce((call, who) => joining(call, who), ringingFor());
    expect(codeOf(() => joining(full, eve))).toBe('conflict {"field":"parties"}');
    const through = crowd.reduce(
      (call, who) => leaving(joining(call, who), who),
      joining(ringingFor(), bob),
    );
    expect(through.parties).toHaveLength(100);
    for (const { userId } of [ada, bob]) expect(partyOf(through, userId)?.state).toBe('joined');
  });

  it('lets nobody who is not in it do anything but come', () => {
    const call = joining(ringingFor(bob), bob);
    const media = { audio: true, video: false, screen: false };
    for (const action of [
      { type: 'pulse', ...eve, isConnected: true },
      { type: 'show', ...eve, media },
      { type: 'end', ...eve },
      { type: 'decline', ...eve },
      { type: 'away', ...eve },
    ] as const)
      expect(codeOf(() => act(call, action, t0))).toMatch('forbidden');
  });

  it('shows what somebody sends to who is in it, and to no others of the chat', () => {
    const call = joining(ringingFor(bob, carol), bob);
    const media = { audio: true, video: true, screen: false };
    const rooms = newsOf(call, act(call, { type: 'show', ...bob, media }, t0)).map(
      ({ room }) => room,
    );
    expect(new Set(rooms)).toEqual(new Set(['device:ada:ada', 'device:bob:bob']));
  });
});
