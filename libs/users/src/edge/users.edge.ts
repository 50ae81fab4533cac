import { Module } from '@nestjs/common';
import { PresenceGateway } from './presence.gateway.js';
import { UsersController } from './users.controller.js';

/** REST and sockets of the users module, over `UsersApi`, wherever that is served. */
@Module({ controllers: [UsersController], providers: [PresenceGateway] })
export class UsersEdge {}
