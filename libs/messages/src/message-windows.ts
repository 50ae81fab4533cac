import { usualDeleteWindow } from '@app/contracts';
import { Clock, CONFIG, LiveSettings, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';

/** For how long authors may change what they have sent. Seconds; 0 never, -1 always. */
@Injectable()
export class MessageWindows {
  constructor(
    private readonly settings: LiveSettings,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  get edit(): number {
    return this.settings.now.editWindow ?? this.config.editWindow;
  }

  get delete(): number {
    return this.settings.now.deleteWindow ?? usualDeleteWindow;
  }
}
