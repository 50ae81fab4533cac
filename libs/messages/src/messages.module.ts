import {
  ChatLogApi,
  ImportedMessagesApi,
  MessagesApi,
  PinsApi,
  ReactionsApi,
} from '@app/contracts';
import { LiveSettings, provideApi, provideOutbox } from '@app/platform';
import { Global, Module } from '@nestjs/common';
import { Announcer } from './announcer.js';
import { ChatLog } from './chat-log.js';
import { ChatFiles } from './chat-files.js';
import { ChatLogService } from './chat-log.service.js';
import { HiddenMessagesRepository } from './hidden-messages.repository.js';
import { SlotsRepository } from './log/slots.repository.js';
import { ImportedMessagesService } from './imported-messages.service.js';
import { MessageChanges } from './message-changes.js';
import { MessageDeletions } from './message-deletions.js';
import { MessageDrafts } from './message-drafts.js';
import { MessageFinder } from './message-finder.js';
import { MessageReader } from './message-reader.js';
import { MessageWindows } from './message-windows.js';
import { MessagesService } from './messages.service.js';
import { PinsService } from './pins.service.js';
import { ReactionsService } from './reactions.service.js';

/** Global, since other modules know its ports and must not know who brings them. */
@Global()
@Module({
  providers: [
    SlotsRepository,
    HiddenMessagesRepository,
    Announcer,
    ChatLog,
    ChatFiles,
    MessageFinder,
    MessageDrafts,
    MessageReader,
    MessageChanges,
    MessageDeletions,
    MessageWindows,
    LiveSettings,
    provideOutbox('messages'),
    ...provideApi(MessagesApi, MessagesService),
    ...provideApi(ReactionsApi, ReactionsService),
    ...provideApi(PinsApi, PinsService),
    ...provideApi(ChatLogApi, ChatLogService),
    ...provideApi(ImportedMessagesApi, ImportedMessagesService),
  ],
  exports: [MessagesApi, ReactionsApi, PinsApi, ChatLogApi, ImportedMessagesApi],
})
export class MessagesModule {}
