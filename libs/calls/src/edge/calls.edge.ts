import { Module } from '@nestjs/common';
import { CallControlsGateway } from './call-controls.gateway.js';
import { CallSockets } from './call-sockets.js';
import { CallsController } from './calls.controller.js';
import { CallsGateway } from './calls.gateway.js';
import { IceCredentials } from './ice-credentials.js';
import { SfuGateway } from './sfu.gateway.js';
import { SignalsGateway } from './signals.gateway.js';

/** REST and sockets of the calls module, over its port, wherever that is served. */
@Module({
  controllers: [CallsController],
  providers: [
    CallControlsGateway,
    CallSockets,
    CallsGateway,
    IceCredentials,
    SfuGateway,
    SignalsGateway,
  ],
})
export class CallsEdge {}
