const isWeb = (path) => /^(apps\/web|libs\/web-[^/]+)\//.test(path);
const isStory = (path) => path.startsWith('test/browser/');

/**
 * The TypeScript programs of this repository: `config` says what is in one, `lints` which of that is
 * linted with it (a file may be in several). `sources`, but for what `isLeftOut`: where all of its
 * files are.
 */
export const programs = {
  server: {
    config: 'tsconfig.json',
    lints: (path) => !isWeb(path) && !isStory(path),
    sources: ['apps', 'libs', 'clients', 'test', 'bench', 'tsconfig.json', 'playwright.config.ts'],
    isLeftOut: (path) => path.startsWith('apps/web/') || isStory(path),
  },
  web: {
    config: 'apps/web/tsconfig.spec.json',
    lints: isWeb,
    sources: ['apps/web', 'libs'],
    isLeftOut: (path) => !isWeb(path) && !/^libs\/(contracts|chat-state)\//.test(path),
  },
  stories: {
    config: 'test/browser/tsconfig.json',
    lints: isStory,
    sources: ['apps', 'libs', 'test', 'tsconfig.json'],
    isLeftOut: () => false,
  },
};

/** What the outcome depends on besides: the compiler, the rules and their settings. */
export const rules = ['eslint.config.mjs', 'package-lock.json', 'tools/lint'];
