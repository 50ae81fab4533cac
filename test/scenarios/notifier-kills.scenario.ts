import { randomUUID } from 'node:crypto';
import type { ChatId, Notification, NotificationPage } from '@app/contracts';
import { MailSink, PushEndpoint, type ArrivedMail } from '@app/notifications/testing';
import { eventually, MongoProcess } from '@app/platform/testing';
import { ClusterOfTests } from '../cluster/cluster-of-tests.js';
import { Person } from '../people/person.js';
import { ServerProcess } from '../processes/server-process.js';

/** In each of these chats so much is said: less than a mail has room for. */
const [chats, each] = [12, 12] as const;
const inFlight = 4;

/** Longer than a job waits whose worker died, and than a try of a mail waits for the next one. */
const patienceMs = 150_000;

/** Real processes, of which those that tell people can be killed. */
interface Shape {
  readonly url: string;
  /** `kill -9` of all of them at once, and up again; `between`: while there is none. */
  killed(between: () => void): Promise<void>;
  close(): Promise<void>;
}

async function together(settings: NodeJS.ProcessEnv): Promise<Shape> {
  const mongo = await MongoProcess.start();
  const server = await ServerProcess.start({ ...settings, MONGODB_URI: mongo.uri('told') });
  return {
    url: server.url,
    killed: async (between) => {
      await server.kill();
      between();
      await server.restart();
    },
    close: async () => {
      await server.stop();
      await mongo.close();
    },
  };
}

async function apart(settings: NodeJS.ProcessEnv): Promise<Shape> {
  const ours = await ClusterOfTests.start({
    apps: ['auth', 'users', 'chat', 'notifications', 'gateway'],
    replicas: { auth: 1, users: 1, chat: 1, gateway: 1 },
    environment: settings,
  });
  const notifiers = ours.cluster.replicasOf('notifications');
  return {
    url: ours.url,
    killed: async (between) => {
      await Promise.all(notifiers.map((part) => part.kill()));
      between();
      await Promise.all(notifiers.map((part) => part.start()));
    },
    close: () => ours.close(),
  };
}

const shapes = [
  ['in one process', together],
  ['apart', apart],
] as const;

const numbersIn = (text: string) => [...text.matchAll(/no(\d+)\./g)].map(([, n]) => Number(n));
const idOf = ({ headers }: ArrivedMail) => headers.get('message-id')![0]!;
const ascending = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

/** Those that are there more than once. */
const repeated = <T>(all: readonly T[]): T[] => [
  ...new Set(all.filter((one, at) => all.indexOf(one) !== at)),
];

async function listOf(person: Person): Promise<Notification[]> {
  const list: Notification[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { body } = await person.get(`/api/notifications?limit=100${query}`);
    const { items, page } = body as NotificationPage;
    list.push(...items);
    cursor = page.nextCursor;
  }
  return list;
}

describe.each(shapes)('A notifier that is killed in the middle, %s', (_, start) => {
  let shape: Shape;
  let service: PushEndpoint;
  let sink: MailSink;
  let ada: Person;
  let ben: Person;
  /** Has a device that is pushed to, an address, and no window. */
  let cy: Person;
  let chatIds: ChatId[];

  beforeAll(async () => {
    [service, sink] = await Promise.all([PushEndpoint.start(), MailSink.start()]);
    shape = await start({
      PARLEY_VAPID_KEY: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
      PARLEY_PUSH_PRIVATE: 'true',
      PARLEY_SMTP_URL: sink.url,
      PARLEY_MAIL_FROM: 'Parley <chat@parley.example>',
      PARLEY_MAIL_AFTER: '1',
      CLIENT_URL: 'https://chat.parley.example',
    });
    [ada, ben] = await Promise.all([
      Person.arrive(shape.url, 'ada'),
      Person.arrive(shape.url, 'ben'),
    ]);
    cy = await Person.register(shape.url, 'cy');
    await cy.post('/api/notifications/push', service.browser('phone'));
    chatIds = [];
    for (let n = 0; n < chats; n++) chatIds.push(await ada.group(`crew ${n}`, ben, cy));
  }, 120_000);

  afterAll(async () => {
    for (const person of [ada, ben]) person.leave();
    await shape.close();
    await service.close();
    await sink.close();
  }, 60_000);

  /** Says it in one chat after the other until it is acked, with the same id each time. */
  async function say(n: number): Promise<void> {
    const [chatId, clientMsgId] = [chatIds[n % chats]!, randomUUID()];
    const text = `@${ben.profile.username} @${cy.profile.username} no${n}.`;
    await eventually(async () => {
      const { status } = await ada.post('/api/messages', { chatId, clientMsgId, text });
      expect(status).toBeLessThan(202);
    }, 60_000);
  }

  async function talk(from: number, to: number): Promise<void> {
    let next = from;
    const worker = async () => {
      while (next < to) await say(next++);
    };
    await Promise.all(Array.from({ length: inFlight }, worker));
  }

  /** With pushes and mails in the air, that nobody said were taken. Resolves with how many. */
  async function killedInTheAir(): Promise<number> {
    await eventually(() => {
      expect(service.held).toBeGreaterThan(0);
      expect(sink.held).toBeGreaterThan(0);
    }, patienceMs);
    let count = 0;
    await shape.killed(() => {
      count = service.held + sink.held;
      service.letGo();
      sink.letGo();
    });
    return count;
  }

  it('misses nothing, and tells nothing twice', async () => {
    const total = chats * each;
    let inTheAir = 0;
    for (const [from, to] of [
      [0, total / 2],
      [total / 2, total],
    ] as const) {
      service.hold();
      sink.hold();
      await talk(from, (from + to) / 2);
      // The rest is said while they die, and while nobody is there to tell of it.
      const [count] = await Promise.all([killedInTheAir(), talk((from + to) / 2, to)]);
      inTheAir += count;
    }

    const pushed = () => service.of('phone').flatMap((one) => ('text' in one ? [one] : []));
    // A mailbox keeps the first one of an id.
    const mails = () => {
      const kept = Map.groupBy(sink.of(cy.profile.email), idOf).values();
      return [...kept].map(([first]) => first!);
    };
    // What comes last, and is looked at here; their lists cost each of several processes something.
    await eventually(() => {
      const mailed = new Set(mails().flatMap(({ text }) => numbersIn(text)));
      expect(ascending([...mailed])).toEqual(upTo(total));
      const shown = new Set(pushed().flatMap(({ text }) => numbersIn(text!)));
      expect(ascending([...shown])).toEqual(upTo(total));
    }, patienceMs);
    await eventually(async () => {
      for (const person of [ben, cy]) {
        const told = (await listOf(person)).flatMap(({ text }) => numbersIn(text));
        expect(ascending(told)).toEqual(upTo(total));
      }
    }, patienceMs);

    const { body } = await ben.get('/api/notifications?limit=1');
    // And that they were added.
    expect((body as NotificationPage).unread).toBe(total + chats);
    const alerts = ben.all('notification_created').filter(({ isAlert }) => isAlert);
    const mentions = alerts.filter(({ notification }) => notification.kind === 'mention').length;
    expect(repeated(alerts.map(({ notification: { id } }) => id))).toEqual([]);
    expect(repeated(mails().flatMap(({ text }) => numbersIn(text)))).toEqual([]);
    // What was in the air came again, and nothing else; as the same, by which a device knows it.
    const pushes = pushed().map(({ chatId, seq }) => `${chatId} ${seq}`);
    const pushedTwice = pushes.length - new Set(pushes).size;
    const mailedTwice = sink.of(cy.profile.email).length - mails().length;
    expect(pushedTwice + mailedTwice).toBeGreaterThan(0);
    expect(pushedTwice + mailedTwice).toBeLessThanOrEqual(inTheAir);
    console.info(
      `${total} told, ${mentions} of them with a sound; of ${inTheAir} in the air at the ` +
        `kills ${pushedTwice} pushes and ${mailedTwice} mails came twice, as the same`,
    );
  }, 400_000);
});
