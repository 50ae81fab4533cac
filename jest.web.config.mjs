import presets from 'jest-preset-angular/presets/index.js';

// Under --experimental-vm-modules the ESM preset is the one that works.
const preset = presets.createEsmPreset({ tsconfig: '<rootDir>/apps/web/tsconfig.spec.json' });

export default {
  ...preset,
  displayName: 'web',
  roots: [
    '<rootDir>/apps/web/src',
    '<rootDir>/libs/web-realtime',
    '<rootDir>/libs/web-session',
    '<rootDir>/libs/web-ui',
  ],
  setupFiles: ['<rootDir>/apps/web/setup-browser.ts'],
  setupFilesAfterEnv: ['<rootDir>/apps/web/setup-jest.ts'],
  // Icons come as SVG files out of a package; some Angular packages are .mjs only.
  transformIgnorePatterns: ['node_modules/(?!lucide-static/|.*\\.mjs$)'],
  moduleNameMapper: {
    ...preset.moduleNameMapper,
    '^@app/web-realtime/(indexed-db|live)$': '<rootDir>/libs/web-realtime/src/$1.ts',
    '^@app/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^@app/([^/]+)/testing$': '<rootDir>/libs/$1/src/testing/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};
