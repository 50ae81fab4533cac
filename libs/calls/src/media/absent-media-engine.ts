import { noMedia } from './media-bounds.js';
import { MediaEngine, type MediaLoad, type MediaRoom } from './media-engine.js';

/** Where there is no worker of mediasoup: everything but group calls works. */
export class AbsentMediaEngine extends MediaEngine {
  openRoom(): Promise<MediaRoom> {
    return Promise.reject(noMedia());
  }

  loads(): readonly MediaLoad[] {
    return [];
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
