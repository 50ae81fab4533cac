import {
  type Actor,
  type Call,
  type CallDevice,
  type CallPage,
  type CallPulse,
  type CallId,
  type CallsApi,
  type CallTotals,
  type Done,
  type InviteToCall,
  type LiveCalls,
  type PageQuery,
  type ShowMedia,
  type Signal,
  type StartCall,
} from '@app/contracts';
import { cutPage, decodeCursor } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { by } from './acting-device.js';
import type { CallAction } from './call/call-rules.js';
import { isLive, toCall, type OneCall } from './call/call.js';
import { CallDesk } from './call-desk.js';
import { CallDoors } from './call-doors.js';
import { CallEntriesRepository } from './call-entries.repository.js';
import { CallStart } from './call-start.js';
import { CallWays } from './call-ways.js';
import { CallsRepository } from './calls.repository.js';

/** See `CallsApi`. */
@Injectable()
export class CallsService implements CallsApi {
  constructor(
    private readonly starts: CallStart,
    private readonly ways: CallWays,
    private readonly doors: CallDoors,
    private readonly desk: CallDesk,
    private readonly calls: CallsRepository,
    private readonly entries: CallEntriesRepository,
  ) {}

  async start(actor: Actor, input: StartCall): Promise<Call> {
    const call = await this.starts.start(actor, input);
    if (isLive(call)) await this.#mustStay(actor, call);
    return toCall(call);
  }

  async list(actor: Actor, { cursor, limit }: PageQuery): Promise<CallPage> {
    const [before] = decodeCursor(cursor, 1) ?? [];
    const ids = await this.entries.of(actor.userId, before as CallId | undefined, limit + 1);
    const { items: shown, page } = cutPage(ids, limit, (id) => [id]);
    const calls = new Map((await this.calls.findAll(shown)).map((call) => [call.id, call]));
    const mine = shown.flatMap((id) => calls.get(id) ?? []);
    const items = await this.doors.shownTo(actor, mine);
    return { items, page };
  }

  async live(actor: Actor): Promise<LiveCalls> {
    return { items: (await this.doors.openTo(actor)).map(toCall) };
  }

  ring(actor: Actor, input: CallDevice): Promise<Call> {
    return this.#act(actor, input.callId, { type: 'ring', ...by(actor, input) });
  }

  async accept(actor: Actor, input: CallDevice): Promise<Call> {
    const call = await this.calls.find(input.callId);
    const action = { type: 'accept' as const, ...by(actor, input) };
    if (call) await this.doors.mustMayTalk(actor, call);
    if (call?.kind !== 'group') return toCall(await this.desk.join(input.callId, action));
    // A group call is for all members, whether it rings for them or not.
    const standing = await this.doors.check(actor, call);
    const joined = await this.starts.come(call, { ...action, ...standing });
    await this.#mustStay(actor, joined);
    return toCall(joined);
  }

  decline(actor: Actor, input: CallDevice): Promise<Call> {
    return this.#act(actor, input.callId, { type: 'decline', ...by(actor, input) });
  }

  end(actor: Actor, input: CallDevice): Promise<Call> {
    return this.#act(actor, input.callId, { type: 'end', ...by(actor, input) });
  }

  pulse(actor: Actor, { isConnected, ...input }: CallPulse): Promise<Call> {
    return this.#act(actor, input.callId, { type: 'pulse', ...by(actor, input), isConnected });
  }

  away(actor: Actor, input: CallDevice): Promise<Call> {
    return this.#act(actor, input.callId, { type: 'away', ...by(actor, input) });
  }

  show(actor: Actor, { media, ...input }: ShowMedia): Promise<Call> {
    return this.#act(actor, input.callId, { type: 'show', ...by(actor, input), media });
  }

  async reroute(actor: Actor, input: CallDevice): Promise<Call> {
    return toCall(await this.ways.reroute(actor, input));
  }

  async invite(actor: Actor, input: InviteToCall): Promise<Call> {
    const call = await this.calls.find(input.callId);
    if (call) await this.doors.mustMayTalk(actor, call);
    return toCall(await this.ways.invite(actor, input));
  }

  async signal(actor: Actor, { signal, ...device }: Signal): Promise<Done> {
    await this.desk.act(device.callId, { type: 'signal', ...by(actor, device), signal });
    return {};
  }

  async totals(): Promise<CallTotals> {
    return { calls: await this.calls.count() };
  }

  /**
   * Who was put out of the chat while the door was open to them is put out of the call, too; and
   * between two who was blocked meanwhile. The fact of it may have come when there was nobody to
   * put out, and does not come again.
   */
  async #mustStay(actor: Actor, call: OneCall): Promise<void> {
    try {
      await this.doors.checkAgain(actor, call);
    } catch (error) {
      // What the door said before is no longer so.
      await this.desk.act(call.id, { type: 'stop', userId: actor.userId });
      throw error;
    }
  }

  async #act(actor: Actor, callId: CallId, action: CallAction): Promise<Call> {
    const [call] = await this.doors.shownTo(actor, [await this.desk.act(callId, action)]);
    return call!;
  }
}
