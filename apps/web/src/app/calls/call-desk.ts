import { computed, effect, inject, Injectable, Injector, signal } from '@angular/core';
import type { Call, CallMedia, CallPage, ChatId, DeviceId, UserId } from '@app/contracts';
import { ChosenDevices, LiveCall, OwnMedia, Tones } from '@app/web-calls';
import { ConnectionLost, RequestProblem, type ConnectionNews } from '@app/web-realtime';
import { Toasts } from '@app/web-ui';
import { ChatClient } from '../data-access/chat-client';
import { ChatWiring } from '../data-access/chat-wiring';
import { CallEnds } from './call-ends';
import { callTexts } from './call-texts';
import { fetchIceServers } from './ice-servers';
import { ringingAfter } from './ringing';

/**
 * Calls of this tab: the one that rings, and the one in which it is. Made once the chats stand on
 * the screen; what rings already is asked for then, and after each time without a line.
 */
@Injectable({ providedIn: 'root' })
export class CallDesk {
  private readonly client = inject(ChatClient);
  private readonly wiring = inject(ChatWiring);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  private readonly ends = inject(CallEnds);
  private readonly tones = new Tones();
  private readonly deviceId = crypto.randomUUID() as string as DeviceId;
  private readonly ringing = signal<Call | null>(null);
  private readonly current = signal<LiveCall | null>(null);
  private readonly beginning = signal(false);

  readonly devices = new ChosenDevices();
  /** Somebody calls, and nobody has answered yet. */
  readonly incoming = this.ringing.asReadonly();
  readonly live = this.current.asReadonly();
  /** The call fills the page; or it is a small window over it. */
  readonly isWide = signal(true);
  /** A call can be begun or taken just now. */
  readonly isFree = computed(
    () => !this.beginning() && !this.current() && this.client.lineState.state() === 'online',
  );

  constructor() {
    const { connection, lineState } = this.client;
    connection.listen((news) => this.hear(news));
    if (lineState.state() === 'online') void this.lookForRinging();
    effect(() => this.sound());
    effect(() => {
      if (this.current()?.phase() === 'ended') this.leave();
    });
    // What the socket does not say any more, the server finds out by itself.
    addEventListener('pagehide', () => void this.current()?.hangUp());
  }

  /** The other one in a call between two. */
  otherOf({ parties }: Call): UserId {
    return parties.find(({ userId }) => userId !== this.client.me.id)!.userId;
  }

  /** Calls whoever is in this direct chat. What goes wrong is said. */
  start(chatId: ChatId, media: CallMedia): Promise<void> {
    return this.begin(media, (deviceId) =>
      this.client.connection.ask('call_user', { chatId, media, deviceId }),
    );
  }

  accept(media: CallMedia): Promise<void> {
    const callId = this.ringing()!.id;
    return this.begin(media, (deviceId) =>
      this.client.connection.ask('call_accepted', { callId, deviceId }),
    );
  }

  async decline(): Promise<void> {
    const { id: callId } = this.ringing()!;
    this.ringing.set(null);
    const { deviceId } = this;
    await this.said(this.client.connection.ask('call_declined', { callId, deviceId }));
  }

  async hangUp(): Promise<void> {
    await this.current()?.hangUp();
  }

  private async begin(
    media: CallMedia,
    ask: (deviceId: DeviceId) => Promise<{ readonly call: Call }>,
  ): Promise<void> {
    if (this.beginning() || this.current()) return;
    this.beginning.set(true);
    // What the other one has said already comes before the answer.
    const early: ConnectionNews[] = [];
    const stop = this.client.connection.listen((news) => early.push(news));
    try {
      const ack = await this.said(ask(this.deviceId));
      if (!ack) return;
      this.ringing.set(null);
      this.enter(ack.call, media, early);
    } finally {
      stop();
      this.beginning.set(false);
    }
  }

  /** Microphone and camera come when the person allows them: that may take a while. */
  private enter(call: Call, media: CallMedia, early: readonly ConnectionNews[]): void {
    const { connection, me } = this.client;
    const own = new OwnMedia(this.devices);
    void own.openMicrophone();
    if (media === 'video') void own.openCamera();
    const live = new LiveCall(
      {
        connection,
        me: me.id,
        deviceId: this.deviceId,
        own,
        iceServers: () => fetchIceServers(this.wiring.rest),
        openPeer: (config) => new RTCPeerConnection(config),
        injector: this.injector,
      },
      call,
    );
    for (const news of early) live.hear(news);
    this.isWide.set(true);
    this.current.set(live);
  }

  private leave(): void {
    const live = this.current()!;
    live.close();
    this.current.set(null);
    const { chatId, media } = live.call();
    const again = () => void this.start(chatId, media);
    if (live.isLost()) this.ends.tellLost(again);
    else this.ends.tell(live.call(), this.otherOf(live.call()), again);
  }

  private hear(news: ConnectionNews): void {
    if (news.kind === 'ready') return void this.lookForRinging();
    if (news.kind !== 'event') return;
    switch (news.name) {
      case 'call_incoming':
      case 'call_answered_elsewhere':
      case 'call_state':
      case 'call_ended':
        return this.heed(news.event.call);
      case 'call_busy':
        return this.noteBusy(news.event.call);
      default:
    }
  }

  private heed(call: Call): void {
    const before = this.ringing();
    const now = ringingAfter(before, call, this.client.me.id);
    this.ringing.set(now);
    if (!now || now.id === before?.id) return;
    const { deviceId } = this;
    void this.said(this.client.connection.ask('call_ringing', { callId: now.id, deviceId }), true);
  }

  /** Somebody called me meanwhile: they were told that I am in a call. */
  private noteBusy(call: Call): void {
    if (call.callerId !== this.client.me.id) this.ends.tellBusy(call.callerId);
  }

  private async lookForRinging(): Promise<void> {
    try {
      const { rest } = this.wiring;
      const { items } = await rest.request<CallPage>('GET', 'calls', { query: { limit: 3 } });
      for (const call of items) this.heed(call);
      const known = this.ringing();
      if (known && !items.some(({ id }) => id === known.id)) this.ringing.set(null);
    } catch (error) {
      // The next time the line comes up asks again.
      if (!(error instanceof ConnectionLost || error instanceof RequestProblem)) throw error;
    }
  }

  private sound(): void {
    const isQuiet = this.client.state().people.get(this.client.me.id)?.status === 'dnd';
    if (this.current()?.phase() === 'waiting') this.tones.play('ringback');
    else if (this.ringing() && !this.current() && !isQuiet) this.tones.play('ring');
    else this.tones.stop();
  }

  /** Undefined where it was refused, and the person was told. */
  private async said<T>(asked: Promise<T>, isSilent = false): Promise<T | undefined> {
    try {
      return await asked;
    } catch (error) {
      // The two ways in which a line refuses; it cannot be known before.
      if (!(error instanceof ConnectionLost || error instanceof RequestProblem)) throw error;
      if (!isSilent) this.toasts.warn(wordsOf(error));
      return undefined;
    }
  }
}

function wordsOf(error: ConnectionLost | RequestProblem): string {
  if (error instanceof ConnectionLost) return callTexts.offline;
  return callTexts.problems[error.code] ?? callTexts.refused;
}
