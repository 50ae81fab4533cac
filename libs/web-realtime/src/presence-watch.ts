import type { ServerEvent, UserId } from '@app/contracts';
import { isLineProblem } from '@app/web-session';
import type { ChatConnection, Stop } from './chat-connection';

/** How many people one question may name. */
const AT_ONCE = 500;

/**
 * Whose presence is shown somewhere, counted: the server tells of nobody else. Asked for once per
 * turn for all that came in it, and again after each reconnect.
 */
export class PresenceWatch {
  /** `Map<UserId, places that show them>`. */
  private readonly counts = new Map<UserId, number>();
  private readonly told = new Set<UserId>();
  private isPlanned = false;

  /** `heard`: the answer says how everybody is now. */
  constructor(
    private readonly connection: ChatConnection,
    private readonly heard: (status: ServerEvent<'user_status'>) => void,
  ) {
    connection.listen(({ kind }) => {
      if (kind === 'lost') this.told.clear();
      if (kind === 'ready') this.plan();
    });
  }

  /** Until the returned function is called, once. */
  watch(userIds: readonly UserId[]): Stop {
    for (const id of userIds) this.counts.set(id, (this.counts.get(id) ?? 0) + 1);
    this.plan();
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      for (const id of userIds) this.release(id);
      this.plan();
    };
  }

  private release(id: UserId): void {
    const left = (this.counts.get(id) ?? 1) - 1;
    if (left > 0) this.counts.set(id, left);
    else this.counts.delete(id);
  }

  private plan(): void {
    if (this.isPlanned) return;
    this.isPlanned = true;
    queueMicrotask(() => {
      this.isPlanned = false;
      void this.tell();
    });
  }

  private async tell(): Promise<void> {
    const come = [...this.counts.keys()].filter((id) => !this.told.has(id)).slice(0, AT_ONCE);
    const gone = [...this.told].filter((id) => !this.counts.has(id)).slice(0, AT_ONCE);
    for (const id of come) this.told.add(id);
    for (const id of gone) this.told.delete(id);
    try {
      if (gone.length > 0) await this.connection.ask('unwatch_presence', { userIds: gone });
      if (come.length === 0) return;
      const { items } = await this.connection.ask('watch_presence', { userIds: come });
      items.forEach((status) => this.heard(status));
      if (come.length === AT_ONCE || gone.length === AT_ONCE) this.plan();
    } catch (error) {
      // No connection, or too many questions: the dots are old until the next `ready`.
      if (!isLineProblem(error)) throw error;
      for (const id of come) this.told.delete(id);
    }
  }
}
