import { computed, inject, Injectable, signal } from '@angular/core';
import type { ChatId, MessageId } from '@app/contracts';
import { Toasts } from '@app/web-ui';
import { NOW } from '../../clock';
import { OpenChatStore } from '../../data-access/open-chat-store';
import { LiveLines } from '../message-list/live-lines';
import { voiceName } from './sound-type';
import { voiceTexts } from './voice-texts';

/** Shorter than this nobody has said anything: it is not worth a way back. */
const WORTH_UNDOING_MS = 1000;

/** What was recorded, and waits in its chat to be heard, sent or discarded. */
export interface Take {
  readonly chatId: ChatId;
  /** Names it among the sounds of this tab. */
  readonly sound: `take ${number}`;
  readonly content: Blob;
  readonly durationMs: number;
  /** 0 to 255, evenly over the time. */
  readonly wave: readonly number[];
}

/**
 * The recordings that are not sent yet. A chat has one, or another that somebody took back after it
 * was discarded. They last as long as the page.
 */
@Injectable({ providedIn: 'root' })
export class VoiceTakes {
  private readonly store = inject(OpenChatStore);
  private readonly lines = inject(LiveLines);
  private readonly toasts = inject(Toasts);
  private readonly now = inject(NOW);
  private readonly takes = signal<readonly Take[]>([]);
  /** What is being sent: a second press sends nothing more. */
  private leaving: Take | null = null;

  /** Of the open chat: the first. */
  readonly open = computed(
    () => this.takes().find(({ chatId }) => chatId === this.store.chatId()) ?? null,
  );
  readonly count = computed(() => this.takes().length);

  keep(take: Take): void {
    this.takes.update((takes) => (takes.includes(take) ? takes : [...takes, take]));
  }

  /** It stays until it is a row of the timeline: the code that sends may be on its way. */
  async send(take: Take, replyTo?: MessageId): Promise<void> {
    if (take === this.leaving) return;
    this.leaving = take;
    this.keep(take);
    const { chatId, content, durationMs } = take;
    const name = voiceName(content.type, this.now());
    const voice = { content, name, type: content.type, durationMs: Math.round(durationMs) };
    await this.store.sendVoice(chatId, voice, replyTo);
    this.leaving = null;
    this.drop(take);
    this.lines.say(voiceTexts.sent);
  }

  /** There is a way back for a while, in case it was a slip. */
  discard(take: Take): void {
    this.drop(take);
    if (take.durationMs < WORTH_UNDOING_MS) return;
    const undo = { label: voiceTexts.undo, run: () => this.keep(take) };
    this.toasts.say(voiceTexts.discarded, undo);
  }

  forget(): void {
    this.takes.set([]);
  }

  private drop(take: Take): void {
    this.takes.update((takes) => takes.filter((other) => other !== take));
  }
}
