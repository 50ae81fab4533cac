import presets from 'jest-preset-angular/presets/index.js';
import { webPackages } from './tools/packages/web-packages.mjs';

// Under --experimental-vm-modules the ESM preset is the one that works.
const preset = presets.createEsmPreset({ tsconfig: '<rootDir>/apps/web/tsconfig.spec.json' });

export default {
  ...preset,
  displayName: 'web',
  runtime: '<rootDir>/tools/compile-once.mjs',
  roots: [
    '<rootDir>/apps/web/src',
    '<rootDir>/libs/web-calls',
    '<rootDir>/libs/web-realtime',
    '<rootDir>/libs/web-session',
    '<rootDir>/libs/web-ui',
  ],
  globalSetup: '<rootDir>/tools/packages/web-packages.mjs',
  setupFiles: ['<rootDir>/apps/web/setup-browser.ts'],
  setupFilesAfterEnv: ['<rootDir>/apps/web/setup-jest.ts'],
  // Some packages are .mjs only.
  transformIgnorePatterns: ['node_modules/(?!.*\\.mjs$)'],
  moduleNameMapper: {
    ...preset.moduleNameMapper,
    ...webPackages,
    // Its build for Node, which is the one that its package names first, takes no `Blob`.
    '^tus-js-client$': '<rootDir>/node_modules/tus-js-client/lib.es5/browser/index.js',
    '^@app/web-realtime/(indexed-db|live|tus-uploads)$': '<rootDir>/libs/web-realtime/src/$1.ts',
    '^@app/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^@app/([^/]+)/testing$': '<rootDir>/libs/$1/src/testing/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};
