import {
  problem,
  type Actor,
  type ChatId,
  type ChatRef,
  type ChatRetention,
  type ChatRetentionPage,
  type KeptFor,
  type PageQuery,
  type PreviewRetention,
  type RetentionApi,
  type RetentionPreview as Preview,
  type RetentionRun,
} from '@app/contracts';
import { cutPage, decodeCursor, LiveSettings } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { AccessService } from '../access.service.js';
import { KeptChatsRepository, type KeptChat } from './kept-chats.repository.js';
import { RetentionJobs } from './retention-jobs.js';
import { RetentionPreview } from './retention-preview.js';
import { RetentionRulesRepository, type RetentionRule } from './retention-rules.repository.js';

/** See `RetentionApi`. */
@Injectable()
export class RetentionService implements RetentionApi {
  constructor(
    private readonly access: AccessService,
    private readonly chats: KeptChatsRepository,
    private readonly rules: RetentionRulesRepository,
    private readonly jobs: RetentionJobs,
    private readonly previews: RetentionPreview,
    private readonly settings: LiveSettings,
  ) {}

  async of(actor: Actor, { chatId }: ChatRef): Promise<KeptFor> {
    await this.access.of(actor, { chatId });
    const rule = await this.rules.find(chatId);
    return { days: rule ? rule.days : this.settings.now.retentionDays };
  }

  async list(_: Actor, { cursor, limit }: PageQuery): Promise<ChatRetentionPage> {
    const [after = ''] = decodeCursor(cursor, 1) ?? [];
    const found = await this.rules.page(after, limit + 1);
    const { items, page } = cutPage(found, limit, ({ chatId }) => [chatId]);
    const chats = await this.chats.findMany(items.map(({ chatId }) => chatId));
    const byId = new Map(chats.map((chat) => [chat.id, chat]));
    // Those that were deleted since have nothing to keep.
    const shown = items.flatMap((rule) => {
      const chat = byId.get(rule.chatId);
      return chat ? [toRetention(chat, rule)] : [];
    });
    return { items: shown, page };
  }

  async ofChat(_: Actor, { chatId }: ChatRef): Promise<ChatRetention> {
    const chat = await this.#shared(chatId);
    return toRetention(chat, await this.rules.find(chatId));
  }

  async set(
    _: Actor,
    { chatId, days }: { readonly chatId: ChatId; readonly days?: number | null | undefined },
  ): Promise<ChatRetention> {
    const chat = await this.#shared(chatId);
    if (days === undefined) await this.rules.remove(chatId);
    else await this.rules.set({ chatId, days });
    return toRetention(chat, days === undefined ? undefined : { chatId, days });
  }

  preview(
    _: Actor,
    asked: Omit<PreviewRetention, 'days'> & { readonly days: number | null },
  ): Promise<Preview> {
    return this.previews.of(asked);
  }

  purge(): Promise<RetentionRun> {
    return this.jobs.begin();
  }

  async last(): Promise<{ run?: RetentionRun | undefined }> {
    const run = await this.jobs.last();
    return run ? { run } : {};
  }

  async #shared(chatId: ChatId): Promise<KeptChat> {
    const chat = await this.chats.find(chatId);
    if (!chat || chat.kind === 'direct') throw problem('not_found');
    return chat;
  }
}

const toRetention = (
  { id, kind, name }: KeptChat,
  rule: RetentionRule | undefined,
): ChatRetention => ({
  chatId: id,
  type: kind === 'channel' ? 'channel' : 'group',
  name,
  ...(rule && { days: rule.days }),
});
