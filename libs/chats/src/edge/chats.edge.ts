import { Module } from '@nestjs/common';
import { ChatRooms } from './chat-rooms.js';
import { ChatsController } from './chats.controller.js';
import { ChatsGateway } from './chats.gateway.js';
import { HiddenController } from './hidden.controller.js';
import { InvitesController } from './invites.controller.js';
import { MembersController } from './members.controller.js';
import { ReadSeqs } from './read-seqs.js';
import { RetentionController } from './retention.controller.js';
import { SyncController } from './sync.controller.js';
import { TypingRelay } from './typing-relay.js';

/** REST and sockets of the chats module, over its ports, wherever those are served. */
@Module({
  controllers: [
    ChatsController,
    MembersController,
    HiddenController,
    InvitesController,
    RetentionController,
    SyncController,
  ],
  providers: [ChatsGateway, ChatRooms, ReadSeqs, TypingRelay],
})
export class ChatsEdge {}
