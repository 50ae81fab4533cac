import server from './jest.server.config.mjs';
import web from './jest.web.config.mjs';

// What needs no database engine and no processes: the quick part, for `npm run check`.
const unit = { ...server, globalSetup: '<rootDir>/tools/packages/server-packages.mjs' };
delete unit.globalTeardown;
const slow = [
  '\\.(medium|sync)\\.spec\\.',
  '<rootDir>/test/(?!open-api|documents/)',
  // They need packages of Python.
  '<rootDir>/tools/clients/',
  '/simulation/',
  '/redis-',
  '-on-redis\\.',
  '/bull-',
];

export default {
  projects: [
    {
      ...unit,
      displayName: 'unit',
      testRegex: ['\\.spec\\.(ts|mjs)$'],
      testPathIgnorePatterns: [...server.testPathIgnorePatterns, ...slow],
    },
    web,
  ],
  maxWorkers: 2,
  testTimeout: 20_000,
};
