import { chatRoom, userRoom, type Call } from '@app/contracts';
import {
  ada,
  bob,
  carol,
  chatId,
  codeOf,
  eve,
  joining,
  leaving,
  on,
  ringingFor,
  said,
  t0,
  tablet,
} from '../testing/a-group-call.js';
import { act, settle } from './call-machine.js';
import { newsOf } from './call-news.js';
import { awayMs, type CallAction } from './call-rules.js';
import { partyOf, toCall, type OneCall } from './call.js';
import { maxJoined } from './group-rules.js';

type Who = typeof ada;
type Said = { [T in CallAction['type']]: Extract<CallAction, { readonly type: T }> };

const mayHost = false;
/** By a host of its chat, who has not begun it. */
const asAdmin = { ...carol, mayHost: true };
const muting = (who: Who & Partial<Said['mute']>, whom?: Who): Said['mute'] => ({
  ...{ mayHost, ...who, type: 'mute', whom: whom?.userId },
});
const removing = (who: Who & Partial<Said['remove']>, whom: Who): Said['remove'] => ({
  ...{ mayHost, ...who, type: 'remove', whom: whom.userId },
});
const locking = (who: Who & Partial<Said['lock']>, isLocked = true): Said['lock'] => ({
  ...{ mayHost, ...who, type: 'lock', isLocked },
});
const hand = (who: Who & Partial<Said['hand']>, isRaised: boolean, whom?: Who): Said['hand'] => ({
  ...{ mayHost, ...who, type: 'hand', isRaised, whom: whom?.userId },
});
const shows = (audio: boolean) => ({ audio, video: true, screen: false });

/** Begun by Ada; Bob and Carol have come. */
const three = () => joining(joining(ringingFor(bob, carol), bob), carol);
const about = (call: OneCall, { userId }: Who) => partyOf(call, userId)!;

describe('the hosts of a group call', () => {
  it('are who has begun it and those of its chat, while they are in it, on that device', () => {
    const call = three();
    for (const host of [ada, asAdmin])
      for (const action of [
        muting(host),
        removing(host, bob),
        locking(host),
        hand(host, false, bob),
      ])
        expect(codeOf(() => act(call, action, t0))).toBeUndefined();
    const others = [bob, { ...asAdmin, ...tablet }, { ...asAdmin, ...eve }];
    for (const who of others)
      for (const action of [muting(who), removing(who, ada), locking(who), hand(who, false, ada)])
        expect(codeOf(() => act(call, action, t0))).toMatch('forbidden');
    const left = leaving(leaving(call, ada), carol);
    for (const who of [ada, asAdmin])
      expect(codeOf(() => act(left, locking(who), t0))).toMatch('forbidden');
  });

  it('have nothing to say in a call that is over', () => {
    const over = leaving(ringingFor(bob), ada);
    for (const action of [muting(ada), removing(ada, bob), locking(ada), hand(ada, true)])
      expect(codeOf(() => act(over, action, t0))).toMatch('call_ended');
  });

  it('mute one, or all others, who are heard again when they want it and not before', () => {
    const call = [ada, bob, carol].reduce(
      (now, who) => act(now, { type: 'show', ...who, media: shows(true) }, t0),
      three(),
    );
    const muted = act(call, muting(ada, bob), t0 + 1);
    expect(about(muted, bob)).toMatchObject({
      ...{ muted: { by: ada.userId, atMs: t0 + 1 }, media: shows(false) },
    });
    expect(about(muted, carol)).toEqual(about(call, carol));
    expect(act(muted, muting(asAdmin, bob), t0 + 2)).toBe(muted);
    const all = act(muted, muting(asAdmin), t0 + 2);
    expect(all.parties.map(({ muted: by }) => by?.by)).toEqual([
      carol.userId,
      ada.userId,
      undefined,
    ]);

    const claimed = act(all, { type: 'show', ...bob, media: shows(true) }, t0 + 3);
    expect(about(claimed, bob)).toEqual(about(all, bob));
    expect(codeOf(() => act(all, { type: 'unmute', ...tablet }, t0 + 3))).toMatch('forbidden');
    const heard = act(all, { type: 'unmute', ...bob }, t0 + 3);
    expect(about(heard, bob).muted).toBeUndefined();
    expect(act(heard, { type: 'unmute', ...bob }, t0 + 3)).toBe(heard);
    const shown = act(heard, { type: 'show', ...bob, media: shows(true) }, t0 + 3);
    expect(about(shown, bob).media).toEqual(shows(true));
  });

  it('let be who is not in it', () => {
    const call = leaving(three(), bob);
    for (const whom of [bob, eve]) expect(act(call, muting(ada, whom), t0)).toBe(call);
    expect(codeOf(() => act(call, removing(ada, eve), t0))).toMatch('not_found');
    expect(codeOf(() => act(call, removing(ada, ada), t0))).toMatch('forbidden');
  });

  it('put out who is in it, is called, or has left: they do not come back', () => {
    const called = joining(ringingFor(bob, carol), bob);
    for (const [call, whom] of [
      [three(), bob],
      [three(), asAdmin],
      [called, carol],
      [leaving(three(), bob), bob],
    ] as const) {
      const out = act(call, removing(ada, whom), t0);
      expect(about(out, whom)).toEqual({ userId: whom.userId, state: 'left', isRemoved: true });
      expect(act(out, removing(ada, whom), t0)).toBe(out);
      const pulse = { type: 'pulse', ...whom, isConnected: true } as const;
      for (const action of [{ type: 'accept', ...whom } as const, pulse])
        expect(codeOf(() => act(out, action, t0))).toMatch('call_removed');
      for (const type of ['end', 'decline'] as const)
        expect(act(out, { type, ...whom }, t0)).toBe(out);
    }
    expect(act(act(three(), removing(asAdmin, ada), t0), removing(asAdmin, bob), t0)).toMatchObject(
      {
        ...{ state: 'active', startedMs: t0 },
      },
    );
  });

  it('remember whom they have put out, however many have come and gone since', () => {
    const crowd = Array.from({ length: 3 * maxJoined }, (_, i) => on(`guest-${i}`));
    const through = (call: OneCall, guests: readonly Who[]) =>
      guests.reduce((now, who) => leaving(joining(now, who), who), call);
    const out = act(three(), removing(ada, bob), t0);
    expect(codeOf(() => joining(through(out, crowd), bob))).toMatch('call_removed');
    const barred = crowd.reduce((call, who) => {
      // Nobody is left who could be forgotten: then nobody else comes in.
      const isFull = codeOf(() => joining(call, who)) !== undefined;
      return isFull ? call : act(joining(call, who), removing(ada, who), t0);
    }, out);
    expect(barred.parties).toHaveLength(100);
    expect(codeOf(() => joining(barred, eve))).toBe('conflict {"field":"parties"}');
  });

  it('lock it: nobody comes in but a host, and who has only lost their line', () => {
    const call = leaving(joining(three(), eve), eve);
    const locked = act(call, locking(ada), t0);
    expect(toCall(locked)).toMatchObject({ isLocked: true });
    expect(act(locked, locking(asAdmin), t0)).toBe(locked);
    expect(codeOf(() => joining(locked, eve))).toMatch('call_locked');
    expect(codeOf(() => joining(locked, on('dan')))).toMatch('call_locked');
    expect(codeOf(() => joining(leaving(locked, bob), bob))).toMatch('call_locked');

    const back = act(leaving(locked, carol), { type: 'accept', ...asAdmin }, t0);
    expect(about(back, carol).state).toBe('joined');
    expect(about(joining(leaving(locked, ada), ada), ada).state).toBe('joined');
    const lost = settle(act(locked, { type: 'away', ...bob }, t0), t0 + awayMs);
    expect(about(lost, bob).state).toBe('left');
    const found = joining(lost, bob, t0 + awayMs);
    expect(about(found, bob).state).toBe('joined');
    expect(codeOf(() => joining(leaving(found, bob), bob))).toMatch('call_locked');
    expect(about(joining(act(locked, locking(ada, false), t0), eve), eve).state).toBe('joined');
  });

  it('invite again whom they have removed, and to what they have locked; nobody else does', () => {
    const inviting = (who: Who & { readonly mayHost?: boolean }, whom: Who): Said['invite'] => ({
      ...{ type: 'invite', userId: who.userId, device: who.device },
      invited: { userId: whom.userId, isGuest: false, isByHost: who.mayHost ?? false },
    });
    const out = act(three(), removing(ada, bob), t0);
    expect(codeOf(() => act(out, inviting(carol, bob), t0))).toMatch('forbidden');
    const locked = act(leaving(joining(three(), eve), eve), locking(ada), t0);
    expect(codeOf(() => act(locked, inviting(bob, eve), t0))).toMatch('call_locked');
    for (const host of [ada, asAdmin]) {
      expect(about(joining(act(out, inviting(host, bob), t0), bob), bob).state).toBe('joined');
      const called = act(locked, inviting(host, eve), t0);
      expect(about(joining(called, eve), eve).state).toBe('joined');
      const declined = act(called, { type: 'decline', ...eve }, t0);
      expect(codeOf(() => joining(declined, eve))).toMatch('call_locked');
    }
  });

  it('have it ring nowhere any more when they lock it', () => {
    const call = joining(ringingFor(bob, carol), bob);
    const locked = act(call, locking(ada), t0);
    expect(codeOf(() => joining(locked, carol))).toMatch('call_locked');
    expect(said(newsOf(call, locked), 'call_declined')).toEqual([userRoom(carol.userId)]);
    expect(act(ringingFor(bob), locking(ada), t0)).toMatchObject({
      ...{ state: 'connecting', aloneMs: t0 },
    });
  });

  it('lower hands, and raise none but their own', () => {
    const call = act(act(three(), hand(bob, true), t0 + 1), hand(ada, true), t0 + 2);
    expect(about(call, bob).handMs).toBe(t0 + 1);
    expect(act(call, hand(bob, true), t0 + 3)).toBe(call);
    expect(codeOf(() => act(call, hand(ada, true, carol), t0))).toMatch('forbidden');
    expect(codeOf(() => act(call, hand(bob, false, ada), t0))).toMatch('forbidden');
    expect(codeOf(() => act(call, hand(eve, true), t0))).toMatch('forbidden');
    const lowered = act(act(call, hand(asAdmin, false, bob), t0 + 3), hand(ada, false), t0 + 3);
    expect(lowered.parties.some((party) => 'handMs' in party)).toBe(false);
    expect(act(lowered, hand(asAdmin, false, bob), t0 + 4)).toBe(lowered);
    expect(about(joining(leaving(call, bob), bob), bob).handMs).toBeUndefined();
  });

  it('and hands are told to who is in it; what keeps people out is for the whole chat', () => {
    const call = three();
    const rooms = (action: CallAction) =>
      new Set(said(newsOf(call, act(call, action, t0 + 1)), 'call_state'));
    const devices = new Set(['device:ada:ada', 'device:bob:bob', 'device:carol:carol']);
    for (const action of [muting(ada, bob), hand(bob, true)])
      expect(rooms(action)).toEqual(devices);
    expect(rooms(locking(ada))).toEqual(new Set([chatRoom(chatId)]));
    expect(rooms(removing(ada, bob))).toEqual(new Set([chatRoom(chatId), userRoom(bob.userId)]));
    const raised = act(act(call, muting(ada, bob), t0 + 1), hand(carol, true), t0 + 1);
    const news = newsOf(raised, act(raised, locking(ada), t0 + 2));
    const ofTheChat = news.filter(({ room }) => room === chatRoom(chatId));
    const [payload] = ofTheChat.map((each) => each.payload as { readonly call: Call });
    expect(payload!.call.parties).toEqual([
      expect.not.objectContaining({ muted: expect.anything() as unknown }),
      expect.objectContaining({ muted: expect.objectContaining({ by: ada.userId }) as unknown }),
      expect.objectContaining({ handAt: new Date(t0 + 1).toISOString() }),
    ]);
  });

  it('leave nothing of hands and locks when it is over', () => {
    const call = act(act(three(), locking(ada), t0), hand(bob, true), t0);
    expect(call).toMatchObject({ isLocked: true, state: 'active' });
    const left = [ada, bob, carol].reduce((now, who) => leaving(now, who), call);
    const over = settle(left, t0 + 20_000);
    expect(over.state).toBe('ended');
    expect('isLocked' in over).toBe(false);
    expect(over.parties.some((party) => 'handMs' in party)).toBe(false);
  });
});
