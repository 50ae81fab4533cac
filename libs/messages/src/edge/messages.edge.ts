import { Module } from '@nestjs/common';
import { ChangesController } from './changes.controller.js';
import { ChatFilesController } from './chat-files.controller.js';
import { MessagesController } from './messages.controller.js';
import { MessagesGateway } from './messages.gateway.js';
import { PinsController } from './pins.controller.js';
import { ReactionsController } from './reactions.controller.js';

/** REST and sockets of the messages module, over `MessagesApi`, wherever that is served. */
@Module({
  controllers: [
    MessagesController,
    ReactionsController,
    PinsController,
    ChangesController,
    ChatFilesController,
  ],
  providers: [MessagesGateway],
})
export class MessagesEdge {}
