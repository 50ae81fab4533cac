import type { AppendEvent, Effect } from '../../append-events.js';
import type { Draft, Slot } from '../../slot.js';
import type { FakeStore } from './fake-store.js';
import { Violation, type Edited, type Ledger } from './ledger.js';
import { answerOf, newCommand, type Command } from './network.js';
import type { PlantedBug } from './planted-bugs.js';
import { newProcess, type Process } from './process.js';

/** The appenders, the commands that are under way, and who waits for an answer. */
export class Fleet {
  /** Faults and events that took place, for the report. */
  readonly counts = {
    acks: 0,
    /** Inserts that lost against another appender or a retry; `partial`: after storing a part. */
    conflicts: 0,
    partial: 0,
    lost: 0,
    late: 0,
    crashes: 0,
    failovers: 0,
    refused: 0,
  };
  readonly processes: Process[] = [];
  readonly commands: Command[] = [];
  /** Ms. */
  now = 0;
  private lastTicket = 0;
  private lastLife = 0;

  constructor(
    private readonly options: { readonly appenders: number; readonly bug?: PlantedBug },
    private readonly store: FakeStore,
    private readonly ledger: Ledger,
  ) {
    for (let i = 0; i < options.appenders; i++) this.processes.push(newProcess(++this.lastLife));
  }

  /** A crash, and what takes its place. */
  restart(owner: number): void {
    this.processes[owner] = newProcess(++this.lastLife);
  }

  /** Whether the answer may be told by now. */
  isAnswered(command: Command, isMajorityIgnored: boolean): boolean {
    if (command.outcome === undefined) return false;
    return isMajorityIgnored || command.lastOp <= this.store.committedCount;
  }

  /** The command is over; its process hears how it ended. */
  answer(command: Command): void {
    this.commands.splice(this.commands.indexOf(command), 1);
    if (!command.isOrphan) this.hear(command, command.isBroken);
  }

  /** `isLost`: nobody knows how it ended. */
  hear(command: Command, isLost: boolean): void {
    const { owner, life } = command;
    if (this.processes[owner]!.life !== life) return;
    const event = answerOf(command, isLost, this.now);
    if (event.type === 'inserted' && event.outcome.end === 'refused') {
      this.counts.conflicts++;
      if (event.outcome.stored > 0) this.counts.partial++;
    }
    this.handle(owner, event);
  }

  handle(owner: number, event: AppendEvent): void {
    this.perform(owner, this.processes[owner]!.machine.handle(event));
  }

  /** Does what a machine asked for. */
  perform(owner: number, effects: Effect[]): void {
    for (const effect of effects) {
      if (effect.type === 'ack') this.acked(owner, effect.ticket, effect.slot);
      else if (effect.type === 'refuse') this.refused(owner, effect);
      else if (effect.type === 'publish') this.ledger.published(effect.slot, this.store.majority);
      else if (effect.type === 'head') {
        this.ledger.exposedHead(effect.chatId, effect.head.seq, this.store.majority);
      } else this.start(owner, effect);
    }
  }

  /** A client asks the appender that `pick` names. */
  callAppend(draft: Draft, pick: number): void {
    const ticket = ++this.lastTicket;
    const owner = pick % this.processes.length;
    this.processes[owner]!.calls.set(ticket, { kind: 'send', draft });
    this.handle(owner, { type: 'append', ticket, draft, now: this.now });
  }

  callChange(edited: Edited, pick: number): void {
    const ticket = ++this.lastTicket;
    const owner = pick % this.processes.length;
    this.processes[owner]!.calls.set(ticket, { kind: 'change', edited });
    const { change } = edited;
    this.handle(owner, { type: 'change', ticket, change, now: this.now });
  }

  private start(
    owner: number,
    effect: Extract<Effect, { type: 'insert' | 'change' | 'settle' }>,
  ): void {
    const { life, underWay } = this.processes[owner]!;
    const command = newCommand(effect, owner, life);
    this.commands.push(command);
    if (effect.type !== 'insert') return;
    for (const slot of effect.slots) underWay.set(slot.chatId, slot.seq);
    if (this.options.bug !== 'ack_before_store') return;
    command.isOrphan = true;
    const outcome = { stored: effect.slots.length, end: 'done' } as const;
    this.handle(owner, { type: 'inserted', batch: effect.batch, outcome, now: this.now });
  }

  private acked(owner: number, ticket: number, slot: Slot): void {
    const { calls } = this.processes[owner]!;
    const call = calls.get(ticket);
    if (!call) throw new Violation('I4 a caller was answered twice');
    calls.delete(ticket);
    this.counts.acks++;
    const { majority } = this.store;
    if (call.kind === 'send') this.ledger.ackedSend(call.draft, slot, majority);
    else this.ledger.ackedChange(call.edited, slot, majority);
  }

  private refused(
    owner: number,
    { ticket, mayBeStored }: Extract<Effect, { type: 'refuse' }>,
  ): void {
    const { calls } = this.processes[owner]!;
    const call = calls.get(ticket);
    if (!call) throw new Violation('I4 a caller was answered twice');
    calls.delete(ticket);
    this.counts.refused++;
    if (call.kind === 'send' && !mayBeStored && call.draft.text === 'forged') {
      this.ledger.refusedSend(call.draft);
    }
  }
}
