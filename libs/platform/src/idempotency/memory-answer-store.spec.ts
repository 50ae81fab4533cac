import { SystemClock } from '../clock/clock.js';
import { answerStoreConformance } from './answer-store.conformance.js';
import { MemoryAnswerStore } from './memory-answer-store.js';

describe('MemoryAnswerStore', () => {
  answerStoreConformance(
    () => {
      const store = new MemoryAnswerStore(new SystemClock());
      return Promise.resolve([store, store]);
    },
    () => undefined,
  );
});
