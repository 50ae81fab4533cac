import {
  MessagesApi,
  problem,
  ReportId,
  UsersApi,
  type Actor,
  type Complaint,
  type Done,
  type Handling,
  type MessageId,
  type Report,
  type ReportPage,
  type ReportQuery,
  type ReportsApi,
  type UserId,
} from '@app/contracts';
import { Clock, IdGenerator } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ReportDesk } from './report-desk.js';
import { aboutOf, type Subject } from './subject.js';
import { ReportsRepository } from './reports.repository.js';

/** Open reports in which one person complains: what is more buries those of others. */
const maxOpen = 50;

/** After which it is tried again, in ms: somebody has to deal with one of them first. */
const retryAfterMs = 3_600_000;

/** Everybody reports what they may see; who may `handleReports` deals with it. */
@Injectable()
export class ReportsService implements ReportsApi {
  constructor(
    private readonly messages: MessagesApi,
    private readonly users: UsersApi,
    private readonly reports: ReportsRepository,
    private readonly desk: ReportDesk,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  async reportMessage(
    actor: Actor,
    { messageId, complaint }: { messageId: MessageId; complaint: Complaint },
  ): Promise<Done> {
    const message = await this.messages.item(actor, { messageId });
    const { id, chatId, seq, senderId, text, files = [], createdAt, deletedAt } = message;
    if (senderId === actor.userId) throw problem('forbidden');
    if (deletedAt !== undefined) throw problem('gone');
    const reported = { id, chatId, seq, text, fileCount: files.length, createdAt };
    await this.#file(actor, { userId: senderId, message: reported }, complaint);
    return {};
  }

  async reportUser(
    actor: Actor,
    { userId, complaint }: { userId: UserId; complaint: Complaint },
  ): Promise<Done> {
    if (userId === actor.userId) throw problem('forbidden');
    await this.users.get(actor, { userId });
    await this.#file(actor, { userId }, complaint);
    return {};
  }

  list(actor: Actor, query: ReportQuery): Promise<ReportPage> {
    return this.desk.list(actor, query);
  }

  handle(actor: Actor, handling: Handling): Promise<Report> {
    return this.desk.handle(actor, handling);
  }

  async #file({ userId }: Actor, subject: Subject, complaint: Complaint): Promise<void> {
    if ((await this.reports.openOf(userId, maxOpen)) >= maxOpen) {
      throw problem('rate_limited', { retryAfterMs });
    }
    const createdAt = this.clock.now().toISOString();
    const mine = { userId, ...complaint, createdAt };
    await this.reports.file(aboutOf(subject), {
      id: ReportId.parse(this.ids.next()),
      state: 'open',
      ...subject,
      complaints: [mine],
      complaintCount: 1,
      createdAt,
    });
  }
}
