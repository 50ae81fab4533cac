import { computed, inject, Injectable, Injector, signal, type Type } from '@angular/core';
import { isLostCode } from '../../problem-words';
import type { VoicePanel } from './voice-panel';
import type { VoiceRecorder } from './voice-recorder';
import { voiceTexts } from './voice-texts';

/** What records, and what shows it. */
interface Recording {
  readonly recorder: VoiceRecorder;
  readonly panel: Type<VoicePanel>;
}

/**
 * Where a composer goes for voice messages: the code that records comes when somebody is about to.
 * What is asked meanwhile is done then, in order.
 */
@Injectable({ providedIn: 'root' })
export class VoiceDesk {
  private readonly injector = inject(Injector);
  private readonly here = signal<Recording | null>(null);
  private readonly isLost = signal(false);
  private loading: Promise<Recording> | null = null;

  /** What stands in the place of the composer; null: the composer does. */
  readonly panel = computed(() => {
    const here = this.here();
    return here?.recorder.isOpen() ? here.panel : null;
  });
  /** Empty: nothing was in the way. */
  readonly trouble = computed(() => {
    const obstacle = this.isLost() ? 'notLoaded' : this.here()?.recorder.obstacle();
    return obstacle ? voiceTexts.problems[obstacle] : '';
  });

  /** Somebody is near the button. */
  prepare(): void {
    // Whether it has come is looked at when it is needed.
    this.load().catch(() => (this.loading = null));
  }

  async begin(isHeld: boolean): Promise<void> {
    this.isLost.set(false);
    await this.with((recorder) => recorder.begin(isHeld));
  }

  readonly free = (): Promise<void> => this.with((recorder) => recorder.free());
  readonly letGo = (): Promise<void> => this.with((recorder) => recorder.letGo());
  readonly discard = (): Promise<void> => this.with((recorder) => recorder.discard());
  readonly slide = (share: number): void => this.here()?.recorder.slide.set(share);

  dismiss(): void {
    this.isLost.set(false);
    this.here()?.recorder.dismiss();
  }

  private async with(act: (recorder: VoiceRecorder) => void | Promise<void>): Promise<void> {
    try {
      await act((await this.load()).recorder);
    } catch (error) {
      // No network, and this browser has never had it.
      if (!isLostCode(error)) throw error;
      this.loading = null;
      this.isLost.set(true);
    }
  }

  private load(): Promise<Recording> {
    this.loading ??= Promise.all([import('./voice-recorder'), import('./voice-panel')]).then(
      ([{ VoiceRecorder }, { VoicePanel }]) => {
        const here = { recorder: this.injector.get(VoiceRecorder), panel: VoicePanel };
        this.here.set(here);
        return here;
      },
    );
    return this.loading;
  }
}
