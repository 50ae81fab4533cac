import { RuleTester } from 'eslint';
import { houseRules } from './house-rules.mjs';

const tester = new RuleTester();
const errors = [{ messageId: 'problem' }];
const { rules } = houseRules;

tester.run('zod-mini', rules['zod-mini'], {
  valid: ["import * as z from 'zod/mini';", "import { z } from 'other';"],
  invalid: [
    { code: "import * as z from 'zod';", errors },
    { code: "import { z } from 'zod/mini';", errors },
    { code: "import z from 'zod';", errors },
    { code: "import * as z from 'zod/v4';", errors },
  ],
});

tester.run('telling-name', rules['telling-name'], {
  valid: [
    { code: '', filename: '/repo/libs/chats/src/chat-kinds.ts' },
    { code: '', filename: '/repo/libs/chats/src/shared-links.ts' },
  ],
  invalid: [
    { code: '', filename: '/repo/libs/chats/src/utils.ts', errors },
    { code: '', filename: '/repo/libs/chats/src/types.spec.ts', errors },
    { code: '', filename: '/repo/libs/common/src/chat.ts', errors },
  ],
});

tester.run('decisionless-edge', rules['decisionless-edge'], {
  valid: ['export const send = (actor, input) => api.send(actor, input);'],
  invalid: [
    { code: 'if (a) b();', errors },
    { code: 'export const c = a ? 1 : 2;', errors },
    { code: 'switch (a) { default: }', errors },
  ],
});

tester.run('explained-catch', rules['explained-catch'], {
  valid: ['try { a(); } catch { /* The file is gone: nothing to delete. */ }'],
  invalid: [
    { code: 'try { a(); } catch {}', errors },
    { code: '/* Why? */ try { a(); } catch (error) { b(error); }', errors },
  ],
});

tester.run('public-first', rules['public-first'], {
  valid: [
    'class A { constructor() {} send() {} get head() {} #store() {} }',
    'class A { #lanes = () => []; send() {} static create() {} }',
    'class A { #run() {} }',
  ],
  invalid: [
    { code: 'class A { #store() {} send() {} }', errors },
    {
      code: 'class A { close() {} #store() {} static create() {} async send() {} }',
      errors: [...errors, ...errors],
    },
  ],
});

tester.run('honest-test', rules['honest-test'], {
  valid: [
    "it('works', () => {});",
    "it.each([1])('works', () => {});",
    'jest.setTimeout(1);',
    'const timer = setTimeout(cutOff, 100);',
  ],
  invalid: [
    { code: "it.only('works', () => {});", errors },
    { code: "describe.skip('works', () => {});", errors },
    { code: "test.todo('works');", errors },
    { code: "xit('works', () => {});", errors },
    { code: "import { setTimeout } from 'node:timers/promises';", errors },
    { code: 'await new Promise((resolve) => setTimeout(resolve, 5));', errors },
    { code: 'await page.waitForTimeout(100);', errors },
  ],
});
