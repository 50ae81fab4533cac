import { Metrics, ProcessReporter } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MediaEngine, type RoomSize } from '../media/media-engine.js';
import { CallRooms } from './call-rooms.js';

/** The rooms of this process and its media workers, for whoever runs it. */
@Injectable()
export class RoomMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly rooms: CallRooms,
    private readonly engine: MediaEngine,
    private readonly reporter: ProcessReporter,
  ) {}

  onModuleInit(): void {
    this.reporter.addLoad('rooms', () => this.#sizes.length);
    this.#gauge('rooms', 'Calls whose media pass this process.', () => this.#sizes.length);
    this.#sum('peers', 'Devices in them.');
    this.#sum('producers', 'Streams that come in.');
    this.#sum('consumers', 'Streams that go out, those that are paused included.');
    this.#gauge('workers', 'Media workers that run.', () => this.engine.loads().length);
    this.#gauge('worker_share', 'Of a core, what the busiest media worker uses; none: 0.', () =>
      Math.max(0, ...this.engine.loads().map(({ share }) => share)),
    );
    this.metrics.total(
      { name: 'parley_media_restarts_total', help: 'Rooms that were lost with a media worker.' },
      () => this.rooms.restarts,
    );
  }

  get #sizes(): readonly RoomSize[] {
    return this.rooms.sizes;
  }

  #sum(what: keyof RoomSize, help: string): void {
    this.#gauge(what, help, () => this.#sizes.reduce((sum, size) => sum + size[what], 0));
  }

  #gauge(what: string, help: string, read: () => number): void {
    this.metrics.gauge({ name: `parley_media_${what}`, help }, read);
  }
}
