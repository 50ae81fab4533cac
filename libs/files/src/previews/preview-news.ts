import { chatRoom, userRoom, type ChatId, type ServerEvent } from '@app/contracts';
import { RealtimePublisher } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { StoredFile } from '../file.js';
import { FilesRepository } from '../files.repository.js';

/**
 * Tells who may see a file that there is news of its preview, and shows nothing of it: in a chat's
 * room there may be people who came after the message, and see no history.
 */
@Injectable()
export class PreviewNews {
  constructor(
    private readonly files: FilesRepository,
    private readonly publisher: RealtimePublisher,
  ) {}

  /**
   * The members of the chats whose messages hold it; before that, who uploaded it. Asked for after
   * the preview was recorded: a message that comes to hold it later has read what it says.
   */
  async tell(file: StoredFile): Promise<void> {
    const news = (chatId: ChatId): ServerEvent<'preview_ready'> => ({
      fileId: file.id,
      chatId,
      preview: file.preview,
    });
    const uses = await this.files.usesOf(file.id);
    const chatIds = new Set(uses.map(({ chatId }) => chatId));
    for (const chatId of chatIds)
      this.publisher.publish(chatRoom(chatId), 'preview_ready', news(chatId));
    if (chatIds.size === 0)
      this.publisher.publish(userRoom(file.uploadedBy), 'preview_ready', news(file.chatId));
  }
}
