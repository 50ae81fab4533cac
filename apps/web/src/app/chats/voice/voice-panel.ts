import {
  afterRenderEffect,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Icon, IconButton } from '@app/web-ui';
import { durationWords } from '../files/file-shapes';
import { filesTexts } from '../files/files-texts';
import { Playback } from '../files/playback';
import { SoundWave } from '../files/sound-wave';
import { waveBox, wavePath } from '../files/wave-path';
import { MessageDeeds } from '../message-list/message-deeds';
import { liveWaveOf } from './recorded-levels';
import { MOST_MS } from './recording';
import { VoiceRecorder } from './voice-recorder';
import { voiceTexts } from './voice-texts';

/** From so long before the end on, it says when that is. */
const LAST_MS = 60_000;

type Ref = ElementRef<HTMLElement>;

/** In the place of the composer while a voice message is recorded, and until it is sent. */
@Component({
  selector: 'app-voice-panel',
  imports: [Icon, IconButton, SoundWave],
  templateUrl: './voice-panel.html',
  styleUrl: './voice-panel.css',
  host: {
    role: 'group',
    '[attr.aria-label]': 'texts.panel',
    '(keydown.escape)': 'giveUp($event)',
  },
})
export class VoicePanel {
  readonly sent = output();

  protected readonly texts = voiceTexts;
  protected readonly files = filesTexts;
  protected readonly recorder = inject(VoiceRecorder);
  protected readonly box = `0 0 ${waveBox.width} ${waveBox.height}`;
  private readonly playback = inject(Playback);
  private readonly deeds = inject(MessageDeeds);
  private readonly discard = viewChild.required<string, Ref>('discard', { read: ElementRef });
  private readonly stop = viewChild<string, Ref>('stop', { read: ElementRef });
  private readonly play = viewChild<string, Ref>('play', { read: ElementRef });

  protected readonly recording = this.recorder.recording;
  protected readonly take = this.recorder.take;
  protected readonly isHeld = computed(() => this.recording()?.isHeld ?? false);
  protected readonly phase = computed(() => this.recording()?.phase ?? 'kept');
  protected readonly isRecording = computed(() => this.phase() === 'recording');
  protected readonly isAsking = computed(() => this.phase() === 'asking');
  protected readonly maySend = computed(() => !this.isHeld() && !this.isAsking());
  protected readonly liveWave = computed(() => {
    const recording = this.recording();
    return recording ? wavePath(liveWaveOf(recording.levels)) : '';
  });
  private readonly recordedMs = computed(() => this.recording()?.recordedMs ?? 0);
  protected readonly time = computed(() => {
    const now = durationWords(Math.floor(this.recordedMs() / 1000) * 1000);
    const isNearEnd = this.recordedMs() >= MOST_MS - LAST_MS;
    return isNearEnd ? `${now} / ${durationWords(MOST_MS)}` : now;
  });

  private readonly isMine = computed(() => this.playback.soundId() === this.take()?.sound);
  protected readonly isPlaying = computed(() => this.isMine() && this.playback.isPlaying());
  /** Where to begin, of what is not being played. */
  private readonly startMs = signal(0);
  protected readonly nowMs = computed(() =>
    this.isMine() ? this.playback.nowMs() : this.startMs(),
  );
  protected readonly times = computed(() => {
    const [now, all] = [this.nowMs(), this.take()?.durationMs ?? 0].map(durationWords);
    return `${now} / ${all}`;
  });
  /** Of what was recorded, as long as it is shown. */
  private address = '';

  constructor() {
    // What was pressed is not there any more; its place is taken by what one would press next.
    afterRenderEffect(() => {
      const next = this.play() ?? this.stop() ?? this.discard();
      if (!this.isHeld()) next.nativeElement.focus();
    });
    effect((onCleanup) => {
      const content = this.take()?.content;
      if (!content) return;
      const address = URL.createObjectURL(content);
      this.address = address;
      onCleanup(() => URL.revokeObjectURL(address));
    });
    inject(DestroyRef).onDestroy(() => {
      if (this.isMine()) this.playback.pause();
    });
  }

  protected toggle(): void {
    const take = this.take();
    if (!take) return;
    if (this.isPlaying()) this.playback.pause();
    else this.playback.play(take.sound, this.address, this.nowMs());
  }

  protected seek(ms: number): void {
    if (this.isMine()) this.playback.seek(ms);
    else this.startMs.set(ms);
  }

  protected pauseOrResume(): void {
    if (this.isRecording()) this.recorder.pause();
    else this.recorder.resume();
  }

  protected send(): void {
    void this.recorder.send(this.deeds.replyTo()?.id);
    this.deeds.replyTo.set(null);
    this.sent.emit();
  }

  protected giveUp(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    void this.recorder.discard();
  }
}
