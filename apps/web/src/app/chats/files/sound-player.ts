import { Component, computed, effect, inject, input, signal } from '@angular/core';
import type { FileLink, MessageFile, Waveform } from '@app/contracts';
import { IconButton } from '@app/web-ui';
import { ChatWiring } from '../../data-access/chat-wiring';
import { durationWords } from './file-shapes';
import { filesTexts } from './files-texts';
import { loaded } from '../../loaded';
import { Playback } from './playback';
import { SoundWave } from './sound-wave';

/** What is heard of a message: its shape, how far it is, and how fast it goes. */
@Component({
  selector: 'app-sound-player',
  imports: [IconButton, SoundWave],
  templateUrl: './sound-player.html',
  styleUrls: ['./file-box.css', './sound-player.css'],
  host: { class: 'file-box' },
})
export class SoundPlayer {
  readonly file = input.required<MessageFile>();
  /** Undefined: not known yet. */
  readonly link = input<FileLink | null>();
  readonly isVoice = input(false);
  /** Somebody has said it, and nobody has played it here. */
  readonly isNew = input(false);
  readonly isReachable = input(true);
  private readonly playback = inject(Playback);
  private readonly rest = inject(ChatWiring).rest;
  protected readonly texts = filesTexts;
  protected readonly speed = this.playback.speed;
  /** Where to go on; of what is not being played, too. */
  private readonly rememberedMs = signal(0);

  protected readonly name = computed(() => (this.isVoice() ? filesTexts.voice : this.file().name));
  protected readonly durationMs = computed(
    () => this.link()?.details?.durationMs ?? this.file().durationMs ?? 0,
  );
  private readonly isMine = computed(() => this.playback.soundId() === this.file().id);
  protected readonly isPlaying = computed(() => this.isMine() && this.playback.isPlaying());
  protected readonly isUnplayable = computed(() => this.isMine() && this.playback.isRefused());
  protected readonly nowMs = computed(() =>
    this.isMine() ? this.playback.nowMs() : this.rememberedMs(),
  );
  private readonly wave = loaded(
    () => (this.link()?.details?.hasWaveform ? this.file().id : undefined),
    (id) => this.rest.request<Waveform>('GET', `files/${id}/waveform`),
  );
  protected readonly points = computed(() => this.wave()?.points ?? []);
  protected readonly times = computed(() => ({
    now: durationWords(this.nowMs()),
    all: durationWords(this.durationMs()),
  }));

  constructor() {
    // Another sound begins: this one is left where it was.
    effect((onCleanup) => {
      if (!this.isMine()) return;
      onCleanup(() => this.rememberedMs.set(this.playback.nowMs()));
    });
  }

  protected toggle(): void {
    const link = this.link();
    if (this.isPlaying()) this.playback.pause();
    else if (link) this.playback.play(this.file().id, link.url, this.nowMs());
  }

  protected seek(ms: number): void {
    if (this.isMine()) this.playback.seek(ms);
    else this.rememberedMs.set(ms);
  }

  protected faster(): void {
    this.playback.faster();
  }
}
