import { MemoryProcessRegistry } from './memory-process-registry.js';
import { processRegistryConformance } from './process-registry.conformance.js';

describe('MemoryProcessRegistry', () => {
  processRegistryConformance(() => new MemoryProcessRegistry());
});
