import { TestBed } from '@angular/core/testing';
import { defaultNotificationSettings, type NotificationSettings } from '@app/contracts';
import type { ConnectionNews } from '@app/web-realtime';
import { Session } from '@app/web-session';
import { ChatClient } from '../../data-access/chat-client';
import { MyNotifications } from './my-notifications';

const pausedUntil = '2026-12-01T09:00:00.000Z';

function mine(answer: () => Promise<NotificationSettings>) {
  let tell = (_: ConnectionNews): void => undefined;
  const connection = { listen: (listener: typeof tell) => ((tell = listener), () => undefined) };
  TestBed.configureTestingModule({
    providers: [
      MyNotifications,
      { provide: Session, useValue: { rest: { request: answer } } },
      { provide: ChatClient, useValue: { connection } },
    ],
  });
  const hear = (event: NotificationSettings) =>
    tell({ kind: 'event', name: 'notification_settings_changed', event });
  return { settings: TestBed.inject(MyNotifications), hear };
}

describe('MyNotifications', () => {
  it('shows what is wished on another device, and what is wished here above it', async () => {
    const { settings, hear } = mine(() => Promise.resolve(defaultNotificationSettings));
    await settings.load();
    hear({ ...defaultNotificationSettings, pausedUntil, sound: true });
    expect(settings.all().pausedUntil).toBe(pausedUntil);
    const wished = settings.wish({ sound: false });
    hear({ ...defaultNotificationSettings, mail: false });
    expect(settings.all()).toMatchObject({ pausedUntil: null, sound: false, mail: false });
    await wished;
  });
});
