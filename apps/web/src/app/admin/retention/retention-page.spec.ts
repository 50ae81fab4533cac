import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { ChatId, RetentionState } from '@app/contracts';
import { ConnectionLost, RequestProblem } from '@app/web-session';
import { FieldHarness, SelectHarness } from '@app/web-ui/testing';
import { aConsole, type Answer } from '../testing/a-console';
import { RetentionPage } from './retention-page';

const nothing = { messages: 0, files: 0, bytes: 0 };
const lastPage = { nextCursor: null, hasMore: false };
const support = { chatId: 'support' as ChatId, type: 'channel', name: 'Support' } as const;

/** A server that keeps messages for a time, of which much would go by any other. */
function aServer(about: Partial<RetentionState> = {}) {
  let state: RetentionState = { days: null, version: 3, ...about };
  let rules = [{ ...support, days: 90 as number | null }];
  const answer: Answer = (method, path, { query, body }) => {
    if (path === 'admin/retention' && method === 'GET') return state;
    if (path === 'admin/retention') {
      const patch = body as { days: number | null; version: number };
      if (patch.version !== state.version)
        return new RequestProblem('precondition_failed', 412, { version: state.version });
      return (state = { ...state, days: patch.days, version: state.version + 1 });
    }
    if (path === 'admin/retention/chats') return { items: rules, page: lastPage };
    if (path === 'admin/chats') return { items: [{ ...support, id: 'support' }], page: lastPage };
    if (path === 'admin/retention/purge') {
      const lastRun = { state: 'running' as const, startedAt: '2026-03-02T12:00:00.000Z' };
      state = { ...state, lastRun: { ...lastRun, chats: 0, ...nothing } };
      return state.lastRun;
    }
    if (path === 'admin/retention/preview') {
      // Two pages of it.
      const part = { messages: 3, files: 1, bytes: 1_000_000 };
      const items = [{ ...support, ...part }];
      const page = query?.['cursor'] ? lastPage : { nextCursor: 'more', hasMore: true };
      return { ...part, items, page };
    }
    const { days = null } = (body ?? {}) as { days?: number | null };
    rules = method === 'DELETE' ? [] : [{ ...support, days }];
    return rules[0] ?? support;
  };
  return { answer, change: (days: number) => (state = { ...state, days, version: 9 }) };
}

async function aPage(server = aServer()) {
  const page = await aConsole(RetentionPage, server.answer, { path: 'admin/retention' });
  const field = (label: string) => page.root.getHarness(FieldHarness.with({ label }));
  const sent = () => page.asked.filter(([method]) => method !== 'GET');
  /** The dialog has closed, and what follows from it is there. */
  const done = async () => {
    await page.dialog(0);
    await page.settle();
  };
  return { ...page, field, sent, done };
}

const days = 'Days that messages are kept';

describe('RetentionPage', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what would go before a time is saved, and saves it when that is meant', async () => {
    const { field, press, dialog, done, sent, words } = await aPage();
    await (await field(days)).write('30');
    await press('Save');
    const asked = await dialog();
    expect(words()).toContain('Keep messages for 30 days?');
    expect(words()).toContain('this goes for good: 6 messages, 2 files, 2');
    expect(words()).toContain('Most of it from: Support.');
    expect(sent()).toEqual([]);
    await asked.press('Save');
    await done();
    expect(sent()).toEqual([['PATCH', 'admin/retention', { days: 30, version: 3 }]]);
    expect(words()).toContain('Saved.');
  });

  it('saves nothing that is no number of days, is so already, or was not meant', async () => {
    const { field, press, dialog, done, sent, words } = await aPage(aServer({ days: 30 }));
    for (const wrong of ['0', '1.5', 'a month', '99999']) {
      await (await field(days)).write(wrong);
      await press('Save');
      expect(await (await field(days)).getError()).toContain('from 1 to 36500');
    }
    await (await field(days)).write('30');
    await press('Save');
    expect(words()).toContain('Nothing is changed.');
    await (await field(days)).write('20');
    await press('Save');
    await (await dialog()).press('Cancel');
    await done();
    expect(sent()).toEqual([]);
  });

  it.each(['٣٠', '۳۰'])('reads the digits of other keyboards: %s', async (typed) => {
    const { field, press, dialog, done, sent } = await aPage();
    await (await field(days)).write(typed);
    await press('Save');
    expect(await (await field(days)).getError()).toBeNull();
    await (await dialog()).press('Save');
    await done();
    expect(sent()).toEqual([['PATCH', 'admin/retention', { days: 30, version: 3 }]]);
  });

  it('shows what others have saved meanwhile', async () => {
    const server = aServer({ days: 30 });
    const { field, press, dialog, done, words } = await aPage(server);
    server.change(60);
    await (await field(days)).write('');
    await press('Save');
    await (await dialog()).press('Save');
    await done();
    expect(words()).toContain('Somebody else has changed the settings meanwhile.');
    expect(await (await field(days)).getValue()).toBe('60');
  });

  it('gives a chat a time of its own, once it was said what goes by it', async () => {
    const { press, dialog, done, root, sent, words } = await aPage();
    expect(words()).toContain('Support Channel for 90 days');
    await press('Add a chat');
    const asked = await dialog();
    const inDialog = async (label: string) =>
      (await root.getAllHarnesses(FieldHarness.with({ label }))).at(-1)!;
    await (await inDialog('Group or channel')).write('Sup');
    await (await inDialog(days)).write('7');
    await asked.press('Next');
    expect(await (await root.getHarness(SelectHarness)).getChosen()).toBe('Support');
    expect(words()).toContain('6 messages, 2 files');
    expect(sent()).toEqual([]);
    await asked.press('Save');
    await done();
    expect(sent()).toEqual([['PUT', 'admin/retention/chats/support', { days: 7 }]]);
    expect(words()).toContain('Support Channel for 7 days');
  });

  it('removes what is too old at once only where the word was typed', async () => {
    const { press, dialog, done, field, sent, words } = await aPage();
    expect(words()).toContain('None yet.');
    await press('Remove now');
    const asked = await dialog();
    expect(words()).toContain('This goes now, for good: 6 messages');
    const typed = await field('Type “remove” to confirm');
    await typed.write('yes');
    await asked.press('Remove now');
    expect(await typed.getError()).toBe('Type remove.');
    expect(sent()).toEqual([]);
    await typed.write('Remove');
    await asked.press('Remove now');
    await done();
    expect(sent()).toEqual([['POST', 'admin/retention/purge', {}]]);
    expect(words()).toContain('Under way…');
  });

  it('tells what came of the last purge', async () => {
    const run = { startedAt: '2026-03-02T03:00:00.000Z', endedAt: '2026-03-02T03:01:00.000Z' };
    const went = { chats: 1, messages: 12, files: 0, bytes: 5000 };
    const { words } = await aPage(aServer({ lastRun: { state: 'done', ...run, ...went } }));
    expect(words()).toMatch(/12 messages, 0 files, 5 kB in all, from 1 chat\./u);
  });

  it('follows a purge, also past an answer that is lost, and not from elsewhere', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setImmediate', 'nextTick'] });
    try {
      const run = { state: 'running', startedAt: '2026-03-02T03:00:00.000Z' } as const;
      const server = aServer({ lastRun: { ...run, chats: 0, ...nothing } });
      let isDown = false;
      const answer: Answer = (...of) => (isDown ? new ConnectionLost() : server.answer(...of));
      const { asked } = await aPage({ ...server, answer });
      const looks = () => asked.filter(([, path]) => path === 'admin/retention').length;
      const before = looks();
      isDown = true;
      await jest.advanceTimersByTimeAsync(5000);
      isDown = false;
      await jest.advanceTimersByTimeAsync(5000);
      expect(looks()).toBe(before + 2);
      await TestBed.inject(Router).navigateByUrl('/elsewhere');
      await jest.advanceTimersByTimeAsync(20_000);
      expect(looks()).toBe(before + 2);
    } finally {
      jest.useRealTimers();
    }
  });

  it('tells that the last purge has found nothing', async () => {
    const run = { startedAt: '2026-03-02T03:00:00.000Z', endedAt: '2026-03-02T03:01:00.000Z' };
    const { words } = await aPage(
      aServer({ lastRun: { state: 'done', ...run, chats: 0, ...nothing } }),
    );
    expect(words()).toMatch(/2 Mar 2026, \d\d:01: nothing was that old\./);
  });

  it('tells that the last purge has failed, and why', async () => {
    const run = { startedAt: '2026-03-02T03:00:00.000Z', endedAt: '2026-03-02T03:01:00.000Z' };
    const failed = { state: 'failed', ...run, chats: 0, ...nothing, error: 'No disk' } as const;
    const { words } = await aPage(aServer({ lastRun: failed }));
    expect(words()).toContain('not to its end. No disk');
  });
});
