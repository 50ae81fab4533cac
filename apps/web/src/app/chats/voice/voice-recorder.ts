import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { ChatId, MessageId } from '@app/contracts';
import { DeviceProblem, type DeviceObstacle } from '@app/web-calls';
import { Session } from '@app/web-session';
import { Toasts } from '@app/web-ui';
import { OpenChatStore } from '../../data-access/open-chat-store';
import { titleOf } from '../chat-list/last-line';
import { Playback } from '../files/playback';
import { durationWords } from '../files/file-shapes';
import { LiveLines } from '../message-list/live-lines';
import { Microphone, type OpenMicrophone } from './microphone';
import { isFull, MOST_MS, newRecording, step, type Recording } from './recording';
import { waveOf } from './recorded-levels';
import { VoiceTakes, type Take } from './voice-takes';
import { voiceTexts } from './voice-texts';

/** How often the time and the level are looked at. */
const LOOK_MS = 50;

interface Run {
  readonly chatId: ChatId;
  /** Of the chat, for who has left it meanwhile. */
  readonly title: string;
  readonly recording: Recording;
}

/**
 * Records voice messages: one at a time, and each chat has one that waits at most. Who leaves a
 * chat while they record find there what was recorded; whoever would leave the page is asked. The
 * microphone is open while something is being recorded, and never else.
 */
@Injectable({ providedIn: 'root' })
export class VoiceRecorder {
  private readonly microphone = inject(Microphone);
  private readonly store = inject(OpenChatStore);
  private readonly playback = inject(Playback);
  private readonly lines = inject(LiveLines);
  private readonly toasts = inject(Toasts);
  private readonly takes = inject(VoiceTakes);
  private readonly run = signal<Run | null>(null);
  private readonly trouble = signal<DeviceObstacle | null>(null);
  private open: OpenMicrophone | null = null;
  private looking: ReturnType<typeof setInterval> | undefined;
  private made = 0;

  /** Of the open chat; null: nothing is being recorded there. */
  readonly recording = computed(() => {
    const run = this.run();
    return run?.chatId === this.store.chatId() ? run.recording : null;
  });
  /** What waits in the open chat. */
  readonly take = computed(() => (this.recording() ? null : this.takes.open()));
  readonly isOpen = computed(() => this.recording() !== null || this.take() !== null);
  /** Why the last press of the button came to nothing. */
  readonly obstacle = this.trouble.asReadonly();
  /** How far a hand that holds the button has slid towards discarding, 0 to 1. */
  readonly slide = signal(0);

  constructor() {
    inject(Session).keeps({
      unsentCount: () => this.takes.count() + (this.run() ? 1 : 0),
      forget: () => this.forget(),
      forgetCopies: () => Promise.resolve(),
    });
    effect(() => {
      const chatId = this.store.chatId();
      const run = untracked(this.run);
      if (run && run.chatId !== chatId) untracked(() => void this.leave(run));
    });
    effect((onCleanup) => {
      if (this.takes.count() === 0 && this.run() === null) return;
      addEventListener('beforeunload', ask);
      onCleanup(() => removeEventListener('beforeunload', ask));
    });
  }

  /** `isHeld`: until it is let go, or freed. */
  async begin(isHeld: boolean): Promise<void> {
    const [chatId, chat] = [this.store.chatId(), this.store.chat()];
    if (!chatId || this.run() || this.take()) return;
    this.trouble.set(null);
    this.playback.pause();
    this.slide.set(0);
    this.run.set({ chatId, title: chat ? titleOf(chat) : '', recording: newRecording(isHeld) });
    await this.openFor(chatId);
  }

  /** The button was only pressed: it goes on without a hand. */
  free(): void {
    this.change({ kind: 'freed' });
  }

  /** The button was held, and is not any more. */
  async letGo(): Promise<void> {
    // Who was asked for the microphone had to let go of the button to answer.
    if (this.run()?.recording.phase === 'asking') this.free();
    else await this.stop();
  }

  pause(): void {
    this.change({ kind: 'paused', atMs: performance.now() });
    if (this.run()?.recording.phase !== 'paused') return;
    this.open?.pause();
    this.lines.say(voiceTexts.paused);
  }

  resume(): void {
    if (this.run()?.recording.phase !== 'paused') return;
    this.playback.pause();
    this.open?.resume();
    this.change({ kind: 'resumed', atMs: performance.now() });
    this.lines.say(voiceTexts.recording);
  }

  /** Keeps what was recorded, to be listened to. */
  async stop(): Promise<void> {
    const take = await this.finish();
    if (!take) return;
    this.takes.keep(take);
    this.lines.say(voiceTexts.recorded(durationWords(take.durationMs)));
  }

  async send(replyTo?: MessageId): Promise<void> {
    const take = this.take() ?? (await this.finish());
    if (!take) return;
    this.playback.pause();
    await this.takes.send(take, replyTo);
  }

  async discard(): Promise<void> {
    const take = this.take() ?? (await this.finish());
    if (!take) return;
    this.playback.pause();
    this.takes.discard(take);
  }

  dismiss(): void {
    this.trouble.set(null);
  }

  private async openFor(chatId: ChatId): Promise<void> {
    const asked = this.run();
    try {
      const open = await this.microphone.open(() => void this.noteBroken(open));
      // Meanwhile they have changed their mind, or gone.
      if (this.run()?.chatId !== chatId || this.open) open.drop();
      else this.start(open);
    } catch (error) {
      // Anything else is a mistake of ours.
      if (!(error instanceof DeviceProblem)) throw error;
      if (asked && this.run()?.chatId === chatId) this.end(error.obstacle);
    }
  }

  private start(open: OpenMicrophone): void {
    this.open = open;
    this.change({ kind: 'opened', atMs: performance.now() });
    this.looking = setInterval(() => this.look(), LOOK_MS);
    this.lines.say(voiceTexts.recording);
  }

  private look(): void {
    const level = this.open?.level() ?? 0;
    this.change({ kind: 'heard', atMs: performance.now(), level });
    const run = this.run();
    if (!run || !isFull(run.recording) || run.recording.phase === 'ending') return;
    this.toasts.say(voiceTexts.full(`${MOST_MS / 60_000}`));
    void this.stop();
  }

  private async noteBroken(open: OpenMicrophone): Promise<void> {
    if (this.open !== open || this.run()?.recording.phase === 'ending') return;
    this.toasts.say(voiceTexts.broken);
    await this.stop();
  }

  private async leave({ title }: Run): Promise<void> {
    const take = await this.finish();
    if (!take) return;
    this.takes.keep(take);
    this.toasts.say(voiceTexts.keptIn(title));
  }

  /** Null: there is nothing, or it is being ended already. */
  private async finish(): Promise<Take | null> {
    const { run, open } = { run: this.run(), open: this.open };
    if (!run || run.recording.phase === 'ending') return null;
    if (!open) {
      this.end(null);
      return null;
    }
    clearInterval(this.looking);
    this.change({ kind: 'ended', atMs: performance.now() });
    const { levels, recordedMs } = this.run()!.recording;
    const content = await open.end();
    this.end(null);
    if (content.size === 0) return null;
    const { chatId } = run;
    const sound = `take ${++this.made}` as const;
    return { chatId, sound, content, durationMs: recordedMs, wave: waveOf(levels) };
  }

  private end(obstacle: DeviceObstacle | null): void {
    clearInterval(this.looking);
    this.open = null;
    this.run.set(null);
    this.trouble.set(obstacle);
  }

  private change(event: Parameters<typeof step>[1]): void {
    this.run.update((run) => run && { ...run, recording: step(run.recording, event) });
  }

  private forget(): Promise<void> {
    this.open?.drop();
    this.end(null);
    this.takes.forget();
    return Promise.resolve();
  }
}

/** The browser asks whether the page is to be left: what was recorded is only in its memory. */
function ask(event: Event): void {
  event.preventDefault();
}
