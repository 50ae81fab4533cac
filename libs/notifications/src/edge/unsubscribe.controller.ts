import { anonymous, MailLink, NotificationsApi } from '@app/contracts';
import { EdgeController, Public, Route } from '@app/platform';
import { Get, Header, Post, Query } from '@nestjs/common';
import { askingPage, endedPage, pageHeaders } from './unsubscribe-page.js';

/** Where the links of mails lead, for people who are not signed in there. */
@EdgeController('notifications/unsubscribe', 'The way out of mails, without signing in.')
@Public()
export class UnsubscribeController {
  constructor(private readonly notifications: NotificationsApi) {}

  @Get()
  @Header('Content-Type', pageHeaders.type)
  @Header('Content-Security-Policy', pageHeaders.policy)
  @Header('Referrer-Policy', pageHeaders.referrer)
  @Route({
    summary: 'See a page that asks whether mails are to end',
    description: 'Changes nothing. Token and language stand in the links of a mail.',
    problems: [],
    bytes: [200],
  })
  ask(@Query({ schema: MailLink }) { language = 'en' }: MailLink): string {
    return askingPage(language);
  }

  @Post()
  @Header('Content-Type', pageHeaders.type)
  @Header('Content-Security-Policy', pageHeaders.policy)
  @Route({
    summary: 'End the mails of who holds a link of one',
    description:
      'By the button of the page, or by one click in a mailbox (RFC 8058): a body is not read. ' +
      'Signed in or not, and again is success. `forbidden`: the token is none of ours.',
    problems: ['forbidden'],
    bytes: [200],
  })
  async end(@Query({ schema: MailLink }) { token, language = 'en' }: MailLink): Promise<string> {
    await this.notifications.endMails(anonymous, { token });
    return endedPage(language);
  }
}
