import { anonymous, ResetPassword, ResetsApi, type Device, type Done } from '@app/contracts';
import { CurrentOrigin, EdgeController, Limit, OnlyByTls, Public, Route } from '@app/platform';
import { Body, Post } from '@nestjs/common';

@EdgeController('auth/reset', 'A new password, by a link that somebody who may has made.')
@OnlyByTls()
export class ResetController {
  constructor(private readonly resets: ResetsApi) {}

  @Post()
  @Public()
  @Limit({ per: 'address', share: 1 / 40 })
  @Route({
    summary: 'Choose a new password by a link',
    description:
      '`token`: the last part of the link that an admin has made. It is good once; all sessions of the ' +
      'account end. `gone`: it was used, or replaced by a newer one, or is older than a day.',
    problems: ['gone'],
  })
  reset(
    @Body({ schema: ResetPassword }) input: ResetPassword,
    @CurrentOrigin() device: Device,
  ): Promise<Done> {
    return this.resets.use(anonymous, { ...input, device });
  }
}
