import { computed, effect, inject, Injectable, Injector, signal, untracked } from '@angular/core';
import type { Call, CallMedia, ChatId, DeviceId } from '@app/contracts';
import {
  ChosenDevices,
  IceServerKeeper,
  LiveCall,
  OwnMedia,
  prepareLink,
  Tones,
  type ToneName,
} from '@app/web-calls';
import {
  ConnectionLost,
  type ConnectionNews,
  isLineProblem,
  RequestProblem,
} from '@app/web-realtime';
import { Dialogs, Toasts } from '@app/web-ui';
import { ChatClient } from '../data-access/chat-client';
import { ChatWiring } from '../data-access/chat-wiring';
import { SERVER_NOW } from '../server-now';
import { CallEnds } from './call-ends';
import { callTexts } from './call-texts';
import { callerOf } from './caller-of';
import { fetchIceServers } from './ice-servers';
import { RunningCalls } from './running-calls';

/** It has ended by then, ms: the server says it after 45 s, but not without a line. */
const RUNG_OUT_MS = 50_000;

const loadPreview = async () => (await import('./devices/preview-dialog')).PreviewDialog;

/**
 * Calls of this tab: the one that rings, and the one in which it is. Made once the chats stand on
 * the screen.
 */
@Injectable({ providedIn: 'root' })
export class CallDesk {
  private readonly client = inject(ChatClient);
  private readonly wiring = inject(ChatWiring);
  private readonly toasts = inject(Toasts);
  private readonly dialogs = inject(Dialogs);
  private readonly injector = inject(Injector);
  private readonly ends = inject(CallEnds);
  private readonly now = inject(SERVER_NOW);
  private readonly iceServers = new IceServerKeeper(() =>
    fetchIceServers(this.wiring.rest, this.now),
  );
  private readonly tones = new Tones();
  private readonly deviceId = crypto.randomUUID() as string as DeviceId;
  private readonly calls = inject(RunningCalls);
  private readonly current = signal<LiveCall | null>(null);
  private readonly beginning = signal(false);

  readonly devices = new ChosenDevices();
  /** Somebody calls, and I have not answered yet. */
  readonly incoming = computed(() => {
    const call = this.calls.ringing();
    return call?.id === this.current()?.call().id ? null : call;
  });
  readonly live = this.current.asReadonly();
  /** The call fills the page; or it is a small window over it. */
  readonly isWide = signal(true);
  /** A call can be begun or taken just now. */
  readonly isFree = computed(
    () => !this.beginning() && !this.current() && this.client.lineState.state() === 'online',
  );
  /** What is to be heard: it goes on, whatever else happens. */
  private readonly tone = computed((): ToneName | null => {
    if (this.current()?.phase() === 'waiting') return 'ringback';
    const isQuiet = this.client.state().people.get(this.client.me.id)?.status === 'dnd';
    return this.incoming() && !this.current() && !isQuiet ? 'ring' : null;
  });

  constructor() {
    this.client.connection.listen((news) => this.hear(news));
    effect(() => this.sound(this.tone()));
    const ringing = computed(() => this.incoming()?.id);
    effect((onCleanup) => {
      if (ringing()) onCleanup(untracked(() => this.ring(this.incoming()!)));
    });
    effect(() => {
      if (this.current()?.phase() === 'ended') this.leave();
    });
    // What the socket does not say any more, the server finds out by itself.
    addEventListener('pagehide', () => void this.current()?.hangUp());
  }

  /** Shows how one looks and sounds; resolves with that, or with null: not now. */
  async preview(title: string, media: CallMedia): Promise<OwnMedia | null> {
    prepareLink('room', this.iceServers);
    const own = this.open(media);
    let isWanted: boolean | undefined = false;
    try {
      isWanted = await this.dialogs.open<boolean>(loadPreview, { data: { title, own } });
    } finally {
      // Also where its code does not come.
      if (!isWanted) own.closeAll();
    }
    return isWanted ? own : null;
  }

  /** Calls whoever is in this chat, or joins the call that runs there. What goes wrong is said. */
  async start(chatId: ChatId, media: CallMedia, own?: OwnMedia): Promise<void> {
    if (this.current()) return own?.closeAll();
    await this.begin(media, own, (deviceId) =>
      this.client.connection.ask('call_user', { chatId, media, deviceId }),
    );
  }

  /**
   * Also one that does not ring for me, of a chat of mine. One is in one call: whoever takes
   * another one leaves theirs.
   */
  async accept({ id: callId }: Call, media: CallMedia, own?: OwnMedia): Promise<void> {
    if (this.current()?.call().id === callId) return own?.closeAll();
    await this.begin(media, own, async (deviceId) => {
      await this.hangUp();
      return this.client.connection.ask('call_accepted', { callId, deviceId });
    });
  }

  async decline({ id: callId }: Call): Promise<void> {
    this.calls.hush(callId);
    const { deviceId } = this;
    await this.said(this.client.connection.ask('call_declined', { callId, deviceId }));
  }

  async hangUp(): Promise<void> {
    const live = this.current();
    this.current.set(null);
    await live?.hangUp();
  }

  private async begin(
    media: CallMedia,
    own: OwnMedia | undefined,
    ask: (deviceId: DeviceId) => Promise<{ readonly call: Call }>,
  ): Promise<void> {
    if (this.beginning()) return own?.closeAll();
    this.beginning.set(true);
    void this.iceServers.get();
    // What the other one has said already comes before the answer.
    const early: ConnectionNews[] = [];
    const stop = this.client.connection.listen((news) => early.push(news));
    try {
      const ack = await this.said(atMostTwice(() => ask(this.deviceId)));
      if (ack) this.calls.heed(ack.call);
      // Refused; or they are in another call: then nobody needs a microphone.
      if (!ack || ack.call.state === 'ended') own?.closeAll();
      if (ack?.call.state === 'ended') this.tellEnd(ack.call);
      else if (ack) this.enter(ack.call, own ?? this.open(media), early);
    } finally {
      stop();
      this.beginning.set(false);
    }
  }

  /** Microphone and camera come when the person allows them: that may take a while. */
  private open(media: CallMedia): OwnMedia {
    const own = new OwnMedia(this.devices);
    void own.openMicrophone();
    if (media === 'video') void own.openCamera();
    return own;
  }

  private enter(call: Call, own: OwnMedia, early: readonly ConnectionNews[]): void {
    const { connection, me } = this.client;
    const live = new LiveCall(
      {
        connection,
        me: me.id,
        deviceId: this.deviceId,
        own,
        iceServers: this.iceServers,
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
    this.tellEnd(live.call(), live.isLost());
  }

  private tellEnd(call: Call, isLost = false): void {
    const again = () => void this.start(call.chatId, call.media);
    if (isLost) this.ends.tellLost(again);
    else this.ends.tell(call, again);
  }

  /** Somebody called me meanwhile: they were told that I am in a call. */
  private hear(news: ConnectionNews): void {
    if (news.kind !== 'event' || news.name !== 'call_busy') return;
    const { id: me } = this.client.me;
    const caller = callerOf(news.event.call, me);
    if (caller !== me) this.ends.tellBusy(caller);
  }

  /** The caller is told that it does. Returns how to stop to wait for its end. */
  private ring({ id: callId, via }: Call): () => void {
    const { deviceId } = this;
    prepareLink(via, this.iceServers);
    const patience = setTimeout(() => this.calls.hush(callId), RUNG_OUT_MS);
    void this.said(this.client.connection.ask('call_ringing', { callId, deviceId }), true);
    return () => clearTimeout(patience);
  }

  private sound(tone: ToneName | null): void {
    if (tone) this.tones.play(tone);
    else this.tones.stop();
  }

  /** Undefined where it was refused, and the person was told. */
  private async said<T>(asked: Promise<T>, isSilent = false): Promise<T | undefined> {
    try {
      return await asked;
    } catch (error) {
      // The two ways in which a line refuses; it cannot be known before.
      if (!isLineProblem(error)) throw error;
      if (!isSilent) this.toasts.warn(wordsOf(error));
      return undefined;
    }
  }
}

/** A server that took too long may have done it all the same: then it is the same call again. */
async function atMostTwice<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    // How far the server has come, only asking tells.
    if (error instanceof RequestProblem && error.code === 'service_unavailable') return ask();
    throw error;
  }
}

function wordsOf(error: ConnectionLost | RequestProblem): string {
  if (error instanceof ConnectionLost) return callTexts.offline;
  // So many are in it as may be; the other conflict is with a device of mine.
  if (error.code === 'conflict' && error.params['field'] === 'parties') return callTexts.full;
  return callTexts.problems[error.code] ?? callTexts.refused;
}
