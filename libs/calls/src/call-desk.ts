import { problem, type CallId } from '@app/contracts';
import { Clock, KeyedQueue } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { act, asFarAsHeard, close, settle } from './call/call-machine.js';
import type { CallAction } from './call/call-rules.js';
import { isJoined, isLive, partyOf, type CallHost, type OneCall, type Party } from './call/call.js';
import { relayed } from './call/direct-news.js';
import { CallClaimsRepository, claimsOf, type Claim } from './call-claims.repository.js';
import { CallEntriesRepository } from './call-entries.repository.js';
import { CallHerald } from './call-herald.js';
import { CallLogbook } from './call-logbook.js';
import { CallsRepository } from './calls.repository.js';

/** How often a write is tried that others have overtaken. */
const tries = 20;

/** Actions of one call at once: two people and many candidates, or a crowd. */
const maxWaiting = 300;

/** Hears of a call that has a room after something was done in it here, or time has changed it. */
export type CallWatcher = (call: OneCall, action: CallAction | undefined) => void;

/**
 * Where all that happens to a call goes through: read, decided, written if nobody was faster, and
 * only then said. What happens to one call in this process happens one after the other, so that the
 * signals of a device keep their order.
 */
@Injectable()
export class CallDesk {
  readonly #queue = new KeyedQueue<CallId>(maxWaiting);
  readonly #watchers: CallWatcher[] = [];
  #touchedMs = -Infinity;

  constructor(
    private readonly calls: CallsRepository,
    private readonly claims: CallClaimsRepository,
    private readonly entries: CallEntriesRepository,
    private readonly herald: CallHerald,
    private readonly logbook: CallLogbook,
    private readonly clock: Clock,
  ) {}

  /** When something happened to a call here the last time, ms. One that runs is renewed often. */
  get touchedMs(): number {
    return this.#touchedMs;
  }

  /**
   * Undefined once people hear of it. Otherwise the call that has what this one needs: then nobody
   * hears of this one. It is stored before it claims anything, so whoever finds a claim finds its
   * call.
   */
  open(call: OneCall): Promise<OneCall | undefined> {
    this.#touch();
    return this.#queue.run(call.id, async () => {
      await this.calls.insert(call);
      const other = isLive(call) ? await this.#claim(call) : undefined;
      if (other) {
        await this.calls.remove(call.id);
        return other;
      }
      await this.entries.add(
        call.id,
        call.parties.map(({ userId }) => userId),
      );
      await this.#say(undefined, call);
      return undefined;
    });
  }

  /**
   * Where it was stored and nobody was told, as what stood in between failed: it is told now, as
   * `open` does. Whoever has been told hears the same once more.
   */
  openAgain(call: OneCall): Promise<void> {
    return this.#queue.run(call.id, async () => {
      for (const { userId } of call.parties) await this.entries.keep(call.id, userId);
      await this.#say(undefined, call);
    });
  }

  /** The call after the action. Throws what `act` does, and `not_found`. */
  act(id: CallId, action: CallAction): Promise<OneCall> {
    this.#touch();
    return this.#queue.run(id, () => this.#act(id, action));
  }

  /** As `asFarAsHeard`, now. */
  asHeard(call: OneCall): OneCall {
    return asFarAsHeard(call, this.clock.now().getTime());
  }

  /** Throws what `act` would for a call as it was read, before anything is done for it. */
  mustAllow(call: OneCall, action: CallAction): void {
    act(call, action, this.clock.now().getTime());
  }

  /**
   * As `act`, by who is in no other call. Throws `call_busy` when they are, before anything
   * happens.
   */
  join(id: CallId, action: CallAction): Promise<OneCall> {
    this.#touch();
    return this.#queue.run(id, async () => {
      const call = await this.calls.find(id);
      if (!call) throw problem('not_found');
      // A call of two may have become one of a chat since the doors of the chat were asked, or not.
      if (!partyOf(call, action.userId) && !isByTheDoor(action)) throw problem('forbidden');
      const claim: Claim = `user:${action.userId}`;
      if (await this.claims.take(claim, id)) throw problem('call_busy');
      try {
        return await this.#act(id, action);
      } catch (error) {
        // Somebody was faster, or it has ended: only trying tells.
        await this.#letGo(claim, id, action);
        throw error;
      }
    });
  }

  /**
   * The room of the call is with this process. Throws `call_ended`, `not_found`, and
   * `service_unavailable` while another one has it.
   */
  host(id: CallId, host: CallHost): Promise<OneCall> {
    return this.#queue.run(id, async () => {
      const { after } = await this.#write(id, (call, nowMs) => {
        if (!isLive(call)) throw problem('call_ended');
        const isTaken = call.host && call.host.id !== host.id && call.host.untilMs > nowMs;
        if (isTaken) throw problem('service_unavailable', { service: 'calls' });
        return { ...call, host };
      });
      return after;
    });
  }

  /**
   * The room is with this process no more: the next one that is asked has it. False where it was
   * with another already, or the call is over.
   */
  unhost(id: CallId, hostId: string): Promise<boolean> {
    return this.#queue.run(id, async () => {
      const { before, after } = await this.#write(id, (call) => {
        if (call.host?.id !== hostId) return call;
        const { host: _, ...free } = call;
        return free;
      });
      return before !== after;
    });
  }

  watch(watcher: CallWatcher): void {
    this.#watchers.push(watcher);
  }

  /** What time has brought. An end of which the chat knows nothing yet is told to it. */
  settle(id: CallId): Promise<void> {
    return this.#change(id, settle);
  }

  /** It may not go on for anybody. */
  close(id: CallId): Promise<void> {
    return this.#change(id, close);
  }

  #change(id: CallId, change: (call: OneCall, nowMs: number) => OneCall): Promise<void> {
    return this.#queue.run(id, async () => {
      const { before, after } = await this.#write(id, change);
      await this.#say(before, after);
    });
  }

  async #act(id: CallId, action: CallAction): Promise<OneCall> {
    const { before, after } = await this.#write(id, (call, nowMs) => act(call, action, nowMs));
    await this.#say(before, after, action);
    if (action.type === 'signal')
      this.herald.say(relayed(after, partyOf(after, action.userId)!, action.signal));
    return after;
  }

  #touch(): void {
    this.#touchedMs = this.clock.now().getTime();
  }

  /** The caller is in it from the beginning. */
  async #claim({ id, chatId, callerId }: OneCall): Promise<OneCall | undefined> {
    const claims: Claim[] = [`chat:${chatId}`, `user:${callerId}`];
    for (const claim of claims) {
      const other = await this.claims.take(claim, id);
      if (!other) continue;
      await this.claims.release(claims, id);
      return other;
    }
    return undefined;
  }

  /** Unless they are in it on another device. */
  async #letGo(claim: Claim, id: CallId, { userId }: CallAction): Promise<void> {
    const call = await this.calls.find(id);
    if (call && partyOf(call, userId)?.state === 'joined') return;
    await this.claims.release([claim], id);
  }

  async #write(
    id: CallId,
    change: (call: OneCall, nowMs: number) => OneCall,
  ): Promise<{ readonly before: OneCall; readonly after: OneCall }> {
    for (let left = tries; left > 0; left--) {
      const before = await this.calls.find(id);
      if (!before) throw problem('not_found');
      const changed = change(before, this.clock.now().getTime());
      if (changed === before) return { before, after: before };
      const after = { ...changed, version: before.version + 1 };
      if (await this.calls.replace(before, after)) return { before, after };
    }
    throw problem('service_unavailable', { service: 'calls' });
  }

  async #say(before: OneCall | undefined, after: OneCall, action?: CallAction): Promise<void> {
    this.herald.tell(before, after);
    if (after.via === 'room') await this.#tend(before ?? after, after, action);
    if (!isLive(after)) await this.claims.release(claimsOf(after), after.id);
    await this.logbook.note(after);
  }

  /** Who comes later has had the call, too; who has left may be in another. */
  async #tend(before: OneCall, after: OneCall, action: CallAction | undefined): Promise<void> {
    for (const watch of this.#watchers) watch(after, action);
    const isNew = ({ userId }: Party) => !partyOf(before, userId);
    for (const { userId } of after.parties.filter(isNew)) await this.entries.keep(after.id, userId);
    const isGone = ({ userId }: Party) => partyOf(after, userId)?.state !== 'joined';
    const left = before.parties.filter((party) => isJoined(party) && isGone(party));
    const claims = left.map(({ userId }): Claim => `user:${userId}`);
    if (claims.length > 0) await this.claims.release(claims, after.id);
  }
}

/** The chat of the call was asked whether they may come in. */
const isByTheDoor = (action: CallAction): boolean =>
  action.type === 'accept' && action.mayHost !== undefined;
