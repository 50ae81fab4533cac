import {
  anonymous,
  AuthApi,
  ChangePassword,
  LogIn,
  Me,
  RefreshBody,
  Register,
  SessionId,
  SessionList,
  SignedInBody,
  type Actor,
  type Device,
  type Done,
} from '@app/contracts';
import {
  CurrentActor,
  CurrentOrigin,
  EdgeController,
  Limit,
  OnlyByTls,
  Public,
  Route,
} from '@app/platform';
import { Body, Delete, Get, Param, Post, Put, UseInterceptors } from '@nestjs/common';
import { NoMoreCookie, TokenFromCookie, TokenToCookie } from './cookie.interceptors.js';

const forBrowsers = {
  'X-Parley-Client': 'With `web`, the refresh token goes into a cookie instead of the body.',
};

@EdgeController('auth', 'Accounts, signing in and out, and the sessions of a person.')
@OnlyByTls()
export class AuthController {
  constructor(private readonly auth: AuthApi) {}

  @Post('register')
  @Public()
  @Limit({ per: 'address', share: 1 / 40 })
  @UseInterceptors(TokenToCookie)
  @Route({
    summary: 'Make an account, and sign in',
    headers: forBrowsers,
    problems: ['conflict', 'registration_closed'],
    ok: SignedInBody,
    status: 201,
  })
  register(
    @Body({ schema: Register }) account: Register,
    @CurrentOrigin() device: Device,
  ): Promise<SignedInBody> {
    return this.auth.register(anonymous, { account, device });
  }

  @Post('login')
  @Public()
  @UseInterceptors(TokenToCookie)
  @Route({
    summary: 'Sign in, by e-mail address or username',
    headers: forBrowsers,
    description: '`forbidden`: the account is deactivated.',
    problems: ['unauthenticated', 'forbidden'],
    ok: SignedInBody,
  })
  logIn(
    @Body({ schema: LogIn }) credentials: LogIn,
    @CurrentOrigin() device: Device,
  ): Promise<SignedInBody> {
    return this.auth.logIn(anonymous, { credentials, device });
  }

  @Post('refresh')
  @Public()
  @UseInterceptors(TokenFromCookie, TokenToCookie)
  @Route({
    summary: 'Exchange a refresh token for new tokens',
    headers: forBrowsers,
    description: 'The token comes from the body or the cookie, and is spent: it works once.',
    problems: ['unauthenticated'],
    ok: SignedInBody,
  })
  refresh(
    @Body({ schema: RefreshBody }) { refreshToken = '' }: RefreshBody,
    @CurrentOrigin() device: Device,
  ): Promise<SignedInBody> {
    return this.auth.refresh(anonymous, { refreshToken, device });
  }

  @Post('logout')
  @UseInterceptors(NoMoreCookie)
  @Route({ summary: 'Sign out: this session ends, on every node, at once', problems: [] })
  logOut(@CurrentActor() actor: Actor): Promise<Done> {
    return this.auth.logOut(actor, {});
  }

  @Get('me')
  @Route({
    summary: 'Who I am, with settings and unread totals',
    scope: 'users:read',
    problems: [],
    ok: Me,
  })
  me(@CurrentActor() actor: Actor): Promise<Me> {
    return this.auth.me(actor, {});
  }

  @Get('sessions')
  @Route({ summary: 'Where I am signed in', problems: [], ok: SessionList })
  sessions(@CurrentActor() actor: Actor): Promise<SessionList> {
    return this.auth.sessions(actor, {});
  }

  @Delete('sessions/:sessionId')
  @Route({ summary: 'Sign out one of my devices', problems: ['not_found'] })
  revoke(
    @CurrentActor() actor: Actor,
    @Param('sessionId', { schema: SessionId }) sessionId: SessionId,
  ): Promise<Done> {
    return this.auth.revoke(actor, { sessionId });
  }

  @Delete('sessions')
  @Route({ summary: 'Sign out all my devices but this one', problems: [] })
  revokeOthers(@CurrentActor() actor: Actor): Promise<Done> {
    return this.auth.revokeOthers(actor, {});
  }

  @Put('password')
  @Route({
    summary: 'Change my password; all other devices are signed out',
    description: '`forbidden`: the current password is wrong.',
    problems: ['forbidden'],
  })
  changePassword(
    @CurrentActor() actor: Actor,
    @Body({ schema: ChangePassword }) input: ChangePassword,
    @CurrentOrigin() device: Device,
  ): Promise<Done> {
    return this.auth.changePassword(actor, { ...input, device });
  }
}
