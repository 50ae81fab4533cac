import { inject, Injectable, signal } from '@angular/core';
import type { FileId } from '@app/contracts';
import { FileLinks } from '../../data-access/file-links';
import { OpenChatStore } from '../../data-access/open-chat-store';
import { PlayedVoices } from './played-voices';

/** A file, or what was recorded here and is not sent yet. */
export type SoundId = FileId | `take ${number}`;

const SPEEDS = [1, 1.5, 2] as const;

/**
 * The one sound that is heard in this tab. It goes on when its message leaves the screen. After a
 * voice message comes the next one of the chat that was not played yet.
 */
@Injectable({ providedIn: 'root' })
export class Playback {
  private readonly links = inject(FileLinks);
  private readonly store = inject(OpenChatStore);
  private readonly played = inject(PlayedVoices);
  private readonly audio = this.makeAudio();
  private readonly current = signal<SoundId | null>(null);
  private readonly now = signal(0);
  private readonly playing = signal(false);
  private readonly refused = signal(false);
  private readonly rate = signal<(typeof SPEEDS)[number]>(1);

  readonly soundId = this.current.asReadonly();
  readonly nowMs = this.now.asReadonly();
  readonly isPlaying = this.playing.asReadonly();
  /** The browser cannot play it, or it has not come. */
  readonly isRefused = this.refused.asReadonly();
  readonly speed = this.rate.asReadonly();

  /** From `fromMs` on; whatever is heard now stops. */
  play(soundId: SoundId, url: string, fromMs = 0): void {
    this.notePlayed(soundId);
    if (this.current() !== soundId || this.refused()) {
      this.current.set(soundId);
      this.refused.set(false);
      this.audio.src = url;
      this.audio.playbackRate = this.rate();
    }
    this.seek(this.audio.ended ? 0 : fromMs);
    this.audio.play().catch(() => {
      // NotSupportedError, NotAllowedError, or AbortError by a pause: only the first two are left
      // without sound, and those say so by `error` or by staying paused.
      this.playing.set(false);
    });
  }

  pause(): void {
    this.audio.pause();
  }

  seek(ms: number): void {
    this.audio.currentTime = ms / 1000;
    this.now.set(ms);
  }

  /** The next speed, for all that is heard from now on. */
  faster(): void {
    const next = SPEEDS[(SPEEDS.indexOf(this.rate()) + 1) % SPEEDS.length]!;
    this.rate.set(next);
    this.audio.playbackRate = next;
  }

  private makeAudio(): HTMLAudioElement {
    const audio = new Audio();
    audio.preload = 'none';
    audio.addEventListener('timeupdate', () => this.now.set(audio.currentTime * 1000));
    audio.addEventListener('play', () => this.playing.set(true));
    audio.addEventListener('pause', () => this.playing.set(false));
    audio.addEventListener('error', () => this.refused.set(this.current() !== null));
    audio.addEventListener('ended', () => void this.goOn());
    return audio;
  }

  private async goOn(): Promise<void> {
    const messages = this.store.messages();
    const at = messages.findIndex(({ files }) => files?.[0]?.id === this.current());
    this.seek(0);
    if (messages[at]?.kind !== 'voice') return;
    const next = messages.slice(at + 1).find((message) => this.played.isNew(message));
    const fileId = next?.files?.[0]?.id;
    const link = fileId && (await this.links.find(fileId));
    // Meanwhile something else may have been started.
    if (link && !this.playing()) this.play(link.id, link.url);
  }

  private notePlayed(soundId: SoundId): void {
    const message = this.store.messages().find(({ files }) => files?.[0]?.id === soundId);
    if (message) this.played.add(message);
  }
}
