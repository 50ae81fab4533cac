import { createHmac } from 'node:crypto';
import type { Page } from '@playwright/test';
import { ServerProcess } from '../processes/server-process.js';
import { TurnServer } from '../processes/turn-server.js';
import { Api } from './api.js';
import { callerIn, directChat, withDevices } from './calling.js';
import { knowOnlyRelays } from './in-call-page.js';
import { expect, test as base } from './stage.js';

const secret = 'only-for-tests-only-for-tests-only-for-tests';

/** A server that knows a TURN server, which is there. */
const test = base.extend<object, { turn: TurnServer }>({
  turn: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names off this pattern.
    async ({}, use) => {
      const turn = await TurnServer.start(secret);
      await use(turn);
      await turn.close();
    },
    { scope: 'worker' },
  ],

  address: [
    async ({ stage, turn }, use) => {
      const server = await ServerProcess.start({
        MONGODB_URI: stage.mongo.uri('relayed'),
        PARLEY_TURN_URLS: turn.url,
        PARLEY_TURN_SECRET: secret,
      });
      await use(server.url);
      await server.stop();
    },
    { scope: 'worker' },
  ],
});

test.use(withDevices);

interface IceServer {
  readonly urls: readonly string[];
  readonly username?: string;
  readonly credential?: string;
}

const iceServersOf = async (page: Page) =>
  (await Api.of(page)).get<{ iceServers: IceServer[]; expiresAt: string }>(
    '/api/calls/ice-servers',
  );

/** As of coturn's `use-auth-secret`, by hand. */
function credentials(turn: TurnServer, expiresAtMs: number): IceServer {
  const username = `${Math.floor(expiresAtMs / 1000)}:somebody`;
  const credential = createHmac('sha1', secret).update(username).digest('base64');
  return { urls: [turn.url], username, credential };
}

/**
 * Two ends in a page that know no way but a relay: what one hears of the other, and by which kinds
 * of candidates.
 */
function talk(page: Page, iceServers: readonly IceServer[]) {
  return page.evaluate(async (servers) => {
    const options = {
      iceServers: servers.map((server) => ({ ...server, urls: [...server.urls] })),
      iceTransportPolicy: 'relay' as const,
    };
    const [one, other] = [new RTCPeerConnection(options), new RTCPeerConnection(options)];
    one.onicecandidate = ({ candidate }) => void other.addIceCandidate(candidate ?? undefined);
    other.onicecandidate = ({ candidate }) => void one.addIceCandidate(candidate ?? undefined);
    const heard = new Promise<unknown>((resolve) => {
      other.ondatachannel = ({ channel }) => {
        channel.onmessage = ({ data }) => resolve(data);
      };
    });
    const channel = one.createDataChannel('words');
    channel.onopen = () => channel.send('Can you hear me?');

    await one.setLocalDescription();
    await other.setRemoteDescription(one.localDescription!);
    await other.setLocalDescription();
    await one.setRemoteDescription(other.localDescription!);
    const said = await heard;

    const stats = [...(await one.getStats()).values()] as Record<string, unknown>[];
    const byId = (id: unknown) => stats.find((stat) => stat['id'] === id);
    const transport = stats.find(({ type }) => type === 'transport');
    const pair = byId(transport?.['selectedCandidatePairId']);
    const kinds = ['localCandidateId', 'remoteCandidateId'].map(
      (end) => byId(pair?.[end])?.['candidateType'],
    );
    one.close();
    other.close();
    return { said, kinds };
  }, iceServers);
}

/** All candidates that an end finds by these servers, and the codes of what refused it. */
function gather(page: Page, iceServers: readonly IceServer[]) {
  return page.evaluate(async (servers) => {
    const end = new RTCPeerConnection({
      iceServers: servers.map((server) => ({ ...server, urls: [...server.urls] })),
      iceTransportPolicy: 'relay',
    });
    const [candidates, refusals]: [string[], number[]] = [[], []];
    end.onicecandidateerror = ({ errorCode }) => refusals.push(errorCode);
    const all = new Promise<void>((resolve) => {
      end.onicecandidate = ({ candidate }) => {
        if (candidate) candidates.push(candidate.type!);
        else resolve();
      };
    });
    end.createDataChannel('words');
    await end.setLocalDescription();
    await all;
    end.close();
    return { candidates, refusals: [...new Set(refusals)] };
  }, iceServers);
}

test('two who know no other way talk by the relay that the server names', async ({ arrive }) => {
  const page = await arrive('Ada');
  const { iceServers } = await iceServersOf(page);
  expect(await gather(page, iceServers)).toEqual({ candidates: ['relay'], refusals: [] });
  expect(await talk(page, iceServers)).toEqual({
    said: 'Can you hear me?',
    kinds: ['relay', 'relay'],
  });
});

test('two who know no other way call each other by it: what they see and hear goes there', async ({
  arrive,
  turn,
}) => {
  const [first, second] = [await arrive('Ada'), await arrive('Bob')];
  for (const page of [first, second]) await page.evaluate(knowOnlyRelays);
  const chatId = await directChat(first, second);
  const ada = await callerIn(first, chatId, 'Ada');
  const bob = await callerIn(second, chatId, 'Bob');
  await ada.call('Video call');
  await bob.answer('Accept with camera');
  let bytes = 0;
  for (const [one, other] of [
    [ada, bob],
    [bob, ada],
  ] as const) {
    await one.mustTalk();
    await one.mustSee(other);
    await one.mustHear();
    const numbers = await one.numbers();
    expect(numbers).toMatchObject({ protocol: 'udp', candidateType: 'relay' });
    bytes += numbers.bytes;
    // The room would have been another way.
    expect([await one.firstWay(), await one.waysClosed()]).toEqual(['connected', 0]);
  }
  expect(bytes).toBeGreaterThan(0);
  const before = turn.relayedBytes;
  await bob.button('Leave').click();
  await expect(ada.stage).toHaveCount(0);
  // It counts what it has relayed once nobody needs the relay any more.
  await expect.poll(() => turn.relayedBytes - before).toBeGreaterThan(bytes);
});

test('the relay refuses a name that has expired, and one of somebody else', async ({
  arrive,
  turn,
}) => {
  const page = await arrive('Ada');
  const minute = 60_000;
  const good = await gather(page, [credentials(turn, Date.now() + minute)]);
  expect(good).toEqual({ candidates: ['relay'], refusals: [] });
  const expired = await gather(page, [credentials(turn, Date.now() - minute)]);
  expect(expired).toEqual({ candidates: [], refusals: [401] });

  const [given] = (await iceServersOf(page)).iceServers;
  const later = given!.username!.replace(/^\d+/u, (expiry) => String(Number(expiry) + 1));
  const longer = await gather(page, [{ ...given!, username: later }]);
  expect(longer).toEqual({ candidates: [], refusals: [401] });
});

test('who goes on by a relay finds another way by it with a new name', async ({ arrive, turn }) => {
  const page = await arrive('Ada');
  let old: IceServer[] = [];
  // On a busy machine a name may have expired before it is asked with: then another one.
  await expect(async () => {
    old = [credentials(turn, Date.now() + 5000)];
    await page.evaluate(beginPair);
    expect(await page.evaluate(searchAgain, old)).toBe('relay');
  }).toPass();
  await expect.poll(async () => (await gather(page, old)).refusals).toEqual([401]);
  // There is no other way by what has expired.
  expect(await page.evaluate(searchAgain, [])).toBe('none');
  const { iceServers } = await iceServersOf(page);
  expect(await page.evaluate(searchAgain, [...iceServers])).toBe('relay');
});

/** Two ends in a page that know no way but a relay, and one of which has something to say. */
function beginPair(): void {
  const options = { iceTransportPolicy: 'relay' as const };
  const [one, other] = [new RTCPeerConnection(options), new RTCPeerConnection(options)];
  one.onicecandidate = ({ candidate }) => void other.addIceCandidate(candidate ?? undefined);
  other.onicecandidate = ({ candidate }) => void one.addIceCandidate(candidate ?? undefined);
  one.createDataChannel('words');
  Object.assign(globalThis, { pair: { one, other } });
}

/** Looks for a way, by these servers if there are any: by which kind it is found, or `none`. */
async function searchAgain(servers: readonly IceServer[]): Promise<string> {
  const { one, other } = (
    globalThis as unknown as { pair: Record<'one' | 'other', RTCPeerConnection> }
  ).pair;
  const iceServers = servers.map((server) => ({ ...server, urls: [...server.urls] }));
  const options = { iceTransportPolicy: 'relay' as const, iceServers };
  if (servers.length > 0) for (const end of [one, other]) end.setConfiguration(options);
  const found = new Promise<string>((resolve) => {
    one.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate?.type) resolve(candidate.type);
    });
    one.addEventListener('icegatheringstatechange', () => {
      if (one.iceGatheringState === 'complete') resolve('none');
    });
  });
  one.restartIce();
  await one.setLocalDescription(await one.createOffer({ iceRestart: true }));
  await other.setRemoteDescription(one.localDescription!);
  await other.setLocalDescription();
  await one.setRemoteDescription(other.localDescription!);
  return found;
}
