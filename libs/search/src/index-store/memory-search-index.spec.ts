import { MemorySearchIndex } from './memory-search-index.js';
import { searchIndexConformance } from './search-index.conformance.js';

describe('MemorySearchIndex', () => {
  searchIndexConformance(() => {
    const index = new MemorySearchIndex();
    return Promise.resolve([index, index]);
  });
});
