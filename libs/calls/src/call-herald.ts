import { EventBus, RealtimePublisher } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { newsOf } from './call/call-news.js';
import type { OneCall } from './call/call.js';
import type { News } from './call/news.js';
import { ringsOf } from './call/rings.js';

/** Says what became of a call: to the devices that it concerns, and to other modules. */
@Injectable()
export class CallHerald {
  constructor(
    private readonly publisher: RealtimePublisher,
    private readonly eventBus: EventBus,
  ) {}

  /** Nobody waits for it. */
  tell(before: OneCall | undefined, after: OneCall): void {
    this.say(newsOf(before, after));
    const rings = ringsOf(before, after);
    if (rings) void this.eventBus.publish('call.ringing', rings);
  }

  say(news: readonly News[]): void {
    for (const { room, event, payload } of news) this.publisher.publish(room, event, payload);
  }
}
