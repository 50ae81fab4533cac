import { SessionId, UserId, type Actor } from '@app/contracts';
import { configFrom } from '@app/platform';
import { ManualTime } from '@app/platform/testing';
import { IceCredentials } from './ice-credentials.js';

const ada: Actor = {
  userId: UserId.parse('ada'),
  sessionId: SessionId.parse('session'),
  role: 'member',
};
const secret = 'only-for-tests-only-for-tests-only-for-tests';

describe('IceCredentials', () => {
  const credentials = (environment: NodeJS.ProcessEnv, seconds = 1_800_000_000) => {
    const time = new ManualTime();
    time.pass(seconds * 1000 - time.now().getTime());
    return new IceCredentials(time, configFrom(environment)).of(ada);
  };
  const urls = 'stun:t.example,turn:t.example?transport=udp,turns:t.example';

  it('are a name with an end, and its digest by the secret, for TURN alone', () => {
    const environment = {
      PARLEY_TURN_URLS: urls,
      PARLEY_TURN_SECRET: secret,
      PARLEY_TURN_TTL_SECONDS: '600',
    };
    expect(credentials(environment)).toEqual({
      iceServers: [
        { urls: ['stun:t.example'] },
        {
          urls: ['turn:t.example?transport=udp', 'turns:t.example'],
          username: '1800000600:ada',
          // By `openssl dgst -sha1 -hmac <secret> -binary | base64`.
          credential: 'oWyBqyFL7dxi6Ljk10I+BjiRZxM=',
        },
      ],
      expiresAt: '2027-01-15T08:10:00.000Z',
    });
  });

  it('are none where no server is known', () => {
    expect(credentials({})).toMatchObject({ iceServers: [] });
    expect(credentials({ PARLEY_TURN_SECRET: secret })).toMatchObject({ iceServers: [] });
    expect(credentials({ PARLEY_TURN_URLS: 'stun:t.example' })).toMatchObject({
      iceServers: [{ urls: ['stun:t.example'] }],
    });
  });
});
