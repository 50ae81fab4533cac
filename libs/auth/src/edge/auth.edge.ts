import { Module } from '@nestjs/common';
import { AuthController } from './auth.controller.js';
import { RefreshCookie } from './refresh-cookie.js';

/** REST of the auth module, over `AuthApi`, wherever that is served. */
@Module({ controllers: [AuthController], providers: [RefreshCookie] })
export class AuthEdge {}
