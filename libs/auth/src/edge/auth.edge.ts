import { Module } from '@nestjs/common';
import { AuthController } from './auth.controller.js';
import { RefreshCookie } from './refresh-cookie.js';
import { ResetController } from './reset.controller.js';
import { TokensController } from './tokens.controller.js';

/** REST of the auth module, over `AuthApi`, wherever that is served. */
@Module({
  controllers: [AuthController, ResetController, TokensController],
  providers: [RefreshCookie],
})
export class AuthEdge {}
