import server from './jest.server.config.mjs';
import web from './jest.web.config.mjs';

export default {
  projects: [server, web],
  // On two cores: many a file waits, for a grace, a restart, or another process that serves it.
  maxWorkers: 4,
  // With modules of its own in each file a worker has kept 2.8 GB at the end: it begins anew before.
  workerIdleMemoryLimit: '800MB',
  testSequencer: '<rootDir>/tools/longest-first.mjs',
  // Two busy cores: a time-out is for what hangs. A project's own would be ignored.
  testTimeout: 60_000,
};
