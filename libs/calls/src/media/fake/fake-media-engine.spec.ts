import { mediaClosingConformance } from '../media-closing.conformance.js';
import { mediaEngineConformance } from '../media-engine.conformance.js';
import type { MediaBounds } from '../media-bounds.js';
import type { MediaStage } from '../testing/media-stage.js';
import { FakeMediaEngine } from './fake-media-engine.js';

describe('FakeMediaEngine', () => {
  const on = (bounds: MediaBounds): Promise<MediaStage> => {
    const engine = new FakeMediaEngine(bounds);
    return Promise.resolve({
      engine,
      workers: 1,
      consumer: (id) => {
        const { consumer } = engine.backends[0]!.consumers.get(id)!;
        const { isPaused, priority, layers } = consumer;
        return Promise.resolve({ isPaused, priority, spatial: layers?.spatial });
      },
      content: () => {
        const { transports, producers, consumers } = engine.backends[0]!;
        return Promise.resolve({
          ...{ transports: transports.size, producers: producers.size, consumers: consumers.size },
        });
      },
      signal: (signal) => engine.signal(signal),
      kill: () => engine.kill(),
      overload: () => {
        engine.share = 0.8;
        return Promise.resolve();
      },
    });
  };
  describe('while it runs', () => mediaEngineConformance(on));
  describe('when something ends', () => mediaClosingConformance(on));
});
