import {
  AdminApi,
  ChatLogApi,
  problem,
  type Actor,
  type Handling,
  type Report,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { Moderation } from '../people/moderation.js';

/** What a report comes to, done by the module whose matter it is. Each may be done again. */
@Injectable()
export class ReportActs {
  constructor(
    private readonly admin: AdminApi,
    private readonly moderation: Moderation,
    private readonly log: ChatLogApi,
  ) {}

  async do(by: Actor, { userId, message }: Report, handling: Handling): Promise<void> {
    const { act, reason, origin, until } = handling;
    switch (act) {
      case 'ban':
        await this.admin.changeUser(by, { userId, patch: { state: 'suspended', reason }, origin });
        return;
      case 'warn':
        return this.moderation.warn(by, { userId, reason, origin });
      case 'mute':
        if (until === undefined) throw invalid('until', 'A mute has an end');
        return this.moderation.mute(by, { userId, until, reason, origin });
      case 'delete_message':
        if (!message) throw invalid('act', 'This report is about no message');
        await this.log.erase(by, { messageId: message.id });
        return;
      case 'dismiss':
    }
  }
}

const invalid = (path: string, message: string) =>
  problem('validation_failed', { issues: [{ path, message }] });
