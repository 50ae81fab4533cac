import {
  NoticeId,
  problem,
  userRoom,
  type Actor,
  type Done,
  type Notice,
  type NoticePage,
  type NoticeRef,
  type NoticesApi,
  type PageQuery,
  type UserId,
} from '@app/contracts';
import { Clock, cutPage, decodeCursor, IdGenerator, RealtimePublisher } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { NoticesRepository } from './notices.repository.js';

/** What is told; of a mute also until when. */
export type NewNotice = Pick<Notice, 'kind' | 'text' | 'until'>;

/** Everybody reads their own; nobody else does. */
@Injectable()
export class NoticesService implements NoticesApi {
  constructor(
    private readonly notices: NoticesRepository,
    private readonly publisher: RealtimePublisher,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  async list({ userId }: Actor, { cursor, limit }: PageQuery): Promise<NoticePage> {
    const [before] = decodeCursor(cursor, 1) ?? [];
    const found = await this.notices.list(userId, before, limit + 1);
    return cutPage(found, limit, ({ id }) => [id]);
  }

  async see({ userId }: Actor, { noticeId }: NoticeRef): Promise<Done> {
    if (!(await this.notices.see(userId, noticeId))) throw problem('not_found');
    return {};
  }

  /** Tells somebody: their devices that are here now, and the others when they ask. */
  async tell(userId: UserId, told: NewNotice): Promise<void> {
    const id = NoticeId.parse(this.ids.next());
    const createdAt = this.clock.now().toISOString();
    const notice: Notice = { id, ...told, createdAt, isSeen: false };
    await this.notices.insert(userId, notice);
    this.publisher.publish(userRoom(userId), 'notice', notice);
  }
}
