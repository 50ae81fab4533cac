import { ownModules } from './tools/own-modules.mjs';
import { serverPackages } from './tools/packages/server-packages.mjs';

// TypeScript to CommonJS by swc: in jest's ESM mode a CommonJS package that requires Nest fails.
const swc = {
  swcrc: false,
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

const own = Object.fromEntries(
  Object.entries(ownModules).map(([name, file]) => [name, `<rootDir>/${file}`]),
);

export default {
  displayName: 'server',
  roots: ['apps', 'libs', 'clients', 'test', 'tools'].map((folder) => `<rootDir>/${folder}`),
  // Angular libraries and the browser's stories have runners of their own.
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/(libs|apps)/web[-/]',
    '<rootDir>/test/browser/',
  ],
  testEnvironment: 'node',
  runtime: '<rootDir>/tools/compile-once.mjs',
  globalSetup: '<rootDir>/test/start-processes.mjs',
  globalTeardown: '<rootDir>/test/stop-processes.mjs',
  setupFiles: ['<rootDir>/test/quiet-nest.ts'],
  testRegex: ['\\.(spec|scenario)\\.ts$', '/tools/.*\\.spec\\.mjs$'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json', 'node'],
  moduleNameMapper: {
    ...serverPackages,
    ...own,
    '^@parley/client$': '<rootDir>/clients/typescript/src/index.ts',
    '^@parley/cli$': '<rootDir>/clients/cli/src/program.ts',
    '^@parley/client/realtime$': '<rootDir>/clients/typescript/src/realtime/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
};
