import {
  RetentionApi,
  SettingsApi,
  type Actor,
  type AdminRetentionApi,
  type ChangeRetention,
  type ChatRef,
  type ChatRetention,
  type ChatRetentionPage,
  type PageQuery,
  type PreviewRetention,
  type PurgeNow,
  type RetentionPreview,
  type RetentionRun,
  type RetentionState,
  type SetChatRetention,
  type UnsetChatRetention,
} from '@app/contracts';
import { AuditOutbox, PermissionGate } from '@app/platform';
import { Injectable } from '@nestjs/common';

/** For those who may `runWorkspace`. */
@Injectable()
export class AdminRetentionService implements AdminRetentionApi {
  constructor(
    private readonly gate: PermissionGate,
    private readonly retention: RetentionApi,
    private readonly settings: SettingsApi,
    private readonly outbox: AuditOutbox,
  ) {}

  async get(actor: Actor): Promise<RetentionState> {
    const by = await this.gate.admit(actor, 'runWorkspace');
    const { version, settings } = await this.settings.current(by, {});
    const { run } = await this.retention.last(by, {});
    return { days: settings.retentionDays, version, ...(run && { lastRun: run }) };
  }

  /** As a setting of the workspace, which asks for the right itself and writes it down. */
  async change(actor: Actor, { patch, origin }: ChangeRetention): Promise<RetentionState> {
    const { days: retentionDays, ...rest } = patch;
    await this.settings.change(actor, { patch: { ...rest, settings: { retentionDays } }, origin });
    return this.get(actor);
  }

  async list(actor: Actor, query: PageQuery): Promise<ChatRetentionPage> {
    return this.retention.list(await this.gate.admit(actor, 'runWorkspace'), query);
  }

  async ofChat(actor: Actor, { chatId }: ChatRef): Promise<ChatRetention> {
    return this.retention.ofChat(await this.gate.admit(actor, 'runWorkspace'), { chatId });
  }

  set(actor: Actor, { rule, ...about }: SetChatRetention): Promise<ChatRetention> {
    return this.#change(actor, { ...about, ...rule });
  }

  unset(actor: Actor, about: UnsetChatRetention): Promise<ChatRetention> {
    return this.#change(actor, about);
  }

  async preview(actor: Actor, asked: PreviewRetention): Promise<RetentionPreview> {
    const by = await this.gate.admit(actor, 'runWorkspace');
    const { days = await this.#workspaceDays(by) } = asked;
    return this.retention.preview(by, { ...asked, days });
  }

  async purge(actor: Actor, { reason, origin }: PurgeNow): Promise<RetentionRun> {
    const by = await this.gate.admit(actor, 'runWorkspace', { origin });
    const deed = {
      action: 'retention.purged',
      actor: by,
      target: { kind: 'workspace', id: 'retention' },
      origin,
      after: { days: await this.#workspaceDays(by) },
      ...(reason !== undefined && { reason }),
    } as const;
    return this.outbox.during(deed, () => this.retention.purge(by, {}));
  }

  async #change(
    actor: Actor,
    { chatId, days, reason, origin }: UnsetChatRetention & Pick<ChatRetention, 'days'>,
  ): Promise<ChatRetention> {
    const target = { kind: 'chat', id: chatId } as const;
    const by = await this.gate.admit(actor, 'runWorkspace', { target, origin });
    const was = await this.retention.ofChat(by, { chatId });
    const deed = {
      action: 'retention.changed',
      actor: by,
      target,
      origin,
      before: ruleOf(was),
      after: ruleOf({ days }),
      ...(reason !== undefined && { reason }),
    } as const;
    return this.outbox.during(deed, () => this.retention.set(by, { chatId, days }));
  }

  async #workspaceDays(by: Actor): Promise<number | null> {
    const { settings } = await this.settings.current(by, {});
    return settings.retentionDays;
  }
}

/** Nothing where the chat goes by the workspace. */
const ruleOf = ({ days }: Pick<ChatRetention, 'days'>) => (days === undefined ? {} : { days });
