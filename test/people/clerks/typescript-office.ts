import { createHash } from 'node:crypto';
import { anonymous, isProblem, itemsOf, messagesOf, Parley } from '@parley/client';
import { Live } from '@parley/client/realtime';
import { accountOf, botScopes, password, Refusal, type Act, type Clerk } from './clerk.js';
import type { Fetched, OpenOffice } from './clerk.js';

/** Those who write TypeScript. */
export const typescriptOffice: OpenOffice = (url) =>
  Promise.resolve({
    newcomer: async (username) => {
      await anonymous({ url }).auth.register({ body: accountOf(username) });
      return clerk(await Parley.logIn({ url, username, password }));
    },
    program: (token) => Promise.resolve(clerk(Parley.withToken({ url, token }))),
    close: () => undefined,
  });

/** The problems of the client as what every office says. */
function clerk(parley: Parley): Clerk {
  const able = new TypeScriptClerk(parley);
  return new Proxy(able, {
    get: (target, name) => {
      const act: unknown = Reflect.get(target, name);
      // Awaited by itself, it is no promise.
      if (typeof act !== 'function') return act;
      const promised = act.bind(target) as (...given: unknown[]) => Promise<unknown>;
      return (...given: unknown[]) =>
        promised(...given).catch((error: unknown) => {
          throw isProblem(error) ? new Refusal(error.code) : error;
        });
    },
  });
}

class TypeScriptClerk implements Clerk {
  private readonly api;

  constructor(private readonly parley: Parley) {
    this.api = parley.api;
  }

  async makeChannel(slug: string): Promise<string> {
    const body = { type: 'channel', slug, name: slug, visibility: 'private' } as const;
    return (await this.api.chats.create({ body })).id;
  }

  async invite(chatId: string): Promise<string> {
    return (await this.api.invites.create({ path: { chatId }, body: {} })).code;
  }

  async accept(code: string): Promise<void> {
    await this.api.invites.accept({ path: { code } });
  }

  async send(chatId: string, text: string): Promise<string> {
    return (await this.parley.send({ chatId, text })).id;
  }

  async texts(chatId: string): Promise<string[]> {
    const texts: string[] = [];
    for await (const { kind, text } of messagesOf(this.api, chatId))
      if (kind === 'text') texts.push(text);
    return texts;
  }

  async report(id: string): Promise<void> {
    await this.api.reports.reportMessage({ path: { id }, body: { category: 'spam' } });
  }

  async openReports(): Promise<Record<string, string>> {
    const found: Record<string, string> = {};
    for await (const { id, message } of itemsOf((query) => this.api.reports.list({ query })))
      if (message) found[message.id] = id;
    return found;
  }

  async handle(reportId: string, act: Act, until?: string): Promise<void> {
    const body = { act, reason: 'As the story has it', ...(until && { until }) };
    await this.api.reports.handle({ path: { reportId }, body });
  }

  async makeBot(username: string): Promise<string> {
    const { id } = await this.api.bots.make({ body: { username, name: username } });
    const body = { name: 'story', scopes: [...botScopes] };
    return (await this.api.bots.makeToken({ path: { userId: id }, body })).token;
  }

  async suspended(): Promise<string[]> {
    const state = 'suspended' as const;
    const names: string[] = [];
    const all = itemsOf((query) => this.api.adminUsers.list({ query: { ...query, state } }));
    for await (const { username } of all) names.push(username);
    return names;
  }

  async exportOwn(): Promise<Fetched> {
    const live = await Live.connect(this.parley, { chatIds: [] });
    const ended = new Promise((resolve) => live.on('export_ended', resolve));
    const { id } = await this.api.exports.order();
    await ended;
    live.close();
    const { items } = await this.api.exports.list();
    const { archive } = items.find((one) => one.id === id)!;
    const response = await fetch(new URL(archive!.url, this.parley.url));
    const bytes = new Uint8Array(await response.arrayBuffer());
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (sha256 !== archive!.sha256) throw new Error('It is not what was made');
    return { sizeBytes: bytes.length, sha256 };
  }

  async auditActions(): Promise<string[]> {
    const lines = (await this.api.adminAudit.export({ parseAs: 'text' })) as unknown as string;
    const entries = lines.trimEnd().split('\n');
    return entries.map((line) => (JSON.parse(line) as { action: string }).action);
  }

  async isAuditIntact(): Promise<boolean> {
    return (await this.api.adminAudit.verify()).isIntact;
  }
}
