import type { ChatId, ServerEvent, UserId } from '@app/contracts';
import { type ChatConnection, isLineProblem } from '@app/web-realtime';

/** Others are told this often while keys are pressed. */
const EVERY_MS = 3000;

/** Both ways of "is typing": what I tell, and how long I believe what others told. */
export class TypingNotices {
  private readonly toldAt = new Map<ChatId, number>();
  private readonly fades = new Map<string, ReturnType<typeof setTimeout>>();

  /** `stopped`: nobody has repeated it in time. */
  constructor(
    private readonly connection: ChatConnection,
    private readonly stopped: (event: ServerEvent<'user_typing'>) => void,
  ) {
    connection.listen((news) => {
      if (news.kind === 'event' && news.name === 'user_typing') this.hear(news.event);
    });
  }

  /** Of me; may be called on every key. */
  set(chatId: ChatId, isTyping: boolean): void {
    const toldAt = this.toldAt.get(chatId);
    if (!isTyping && toldAt === undefined) return;
    if (isTyping && toldAt !== undefined && Date.now() - toldAt < EVERY_MS) return;
    if (isTyping) this.toldAt.set(chatId, Date.now());
    else this.toldAt.delete(chatId);
    void this.connection.ask('typing', { chatId, isTyping }).catch((error: unknown) => {
      // Nobody is told, which is no loss: a moment later it is not true any more.
      if (!isLineProblem(error)) throw error;
    });
  }

  /** Those whom the answer of `join_chat` names. */
  believe(chatId: ChatId, userIds: readonly UserId[]): void {
    const expiresIn = 2 * EVERY_MS;
    for (const userId of userIds) this.hear({ chatId, userId, isTyping: true, expiresIn });
  }

  private hear({ chatId, userId, isTyping, expiresIn }: ServerEvent<'user_typing'>): void {
    const key = `${chatId} ${userId}`;
    clearTimeout(this.fades.get(key));
    this.fades.delete(key);
    if (!isTyping) return;
    const fade = (): void => {
      this.fades.delete(key);
      this.stopped({ chatId, userId, isTyping: false, expiresIn: 0 });
    };
    this.fades.set(key, setTimeout(fade, expiresIn));
  }
}
