import { randomBytes } from 'node:crypto';
import type { ChatId } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { ClusterOfTests } from '../cluster/cluster-of-tests.js';
import { TraceCollector, type ToldSpan } from '../cluster/trace-collector.js';
import { Person } from '../people/person.js';

const text = 'nobody but ada and bob may read this';
/** On which way a message is sent over HTTP. */
const posted = 'gateway POST /api/messages > gateway messages.send > chat messages.send';

/** Longer than spans wait for others to travel with. */
const toldWithinMs = 30_000;

/** What a proxy in front, or a client with tracing of its own, would send. */
class Caller {
  readonly traceId = randomBytes(16).toString('hex');
  readonly spanId = randomBytes(8).toString('hex');
  readonly traceparent = `00-${this.traceId}-${this.spanId}-01`;
}

/** `service name`, for each hop from `span` up to the caller's own. */
function pathOf(span: ToldSpan, all: readonly ToldSpan[]): string[] {
  const above = all.find(({ spanId }) => spanId === span.parentSpanId);
  return [...(above ? pathOf(above, all) : [span.parentSpanId]), `${span.service} ${span.name}`];
}

describe('a trace over all processes', () => {
  let collector: TraceCollector;
  let system: ClusterOfTests;
  let ada: Person;
  let bob: Person;
  let chatId: ChatId;

  beforeAll(async () => {
    collector = await TraceCollector.start();
    const environment = { PARLEY_OTLP_URL: collector.url };
    system = await ClusterOfTests.start({ replicas: 1, environment });
    ada = await Person.arrive(system.url, 'ada');
    bob = await Person.arrive(system.url, 'bob');
    chatId = await ada.group('both', bob);
    // Who tells people asks once who is in a chat, which brings it up to its log by itself.
    const first = new Caller();
    await post(first, 'the first');
    await hasWays(first, `${posted} > notifications notifications on message.created`);
  }, 120_000);

  afterAll(async () => {
    ada.leave();
    bob.leave();
    await system.close();
    await collector.close();
  }, 60_000);

  async function post({ traceparent }: Caller, said: string): Promise<void> {
    const message = { chatId, text: said };
    const { status } = await ada.request('POST', '/api/messages', message, { traceparent });
    expect(status).toBe(201);
  }

  /** Waits until these ways are told, from the caller's span on; nothing of it may hang loose. */
  function hasWays({ traceId, spanId }: Caller, ...ways: string[]): Promise<void> {
    return eventually(() => {
      const all = collector.of(traceId);
      const paths = all.map((span) => pathOf(span, all));
      expect(paths.map((path) => path.slice(1).join(' > '))).toEqual(expect.arrayContaining(ways));
      expect([...new Set(paths.map(([root]) => root))]).toEqual([spanId]);
    }, toldWithinMs);
  }

  it('leads from a request to the log, and on to what follows from it', async () => {
    const caller = new Caller();
    await post(caller, text);
    await hasWays(
      caller,
      `${posted} > chat insert messages`,
      `${posted} > chat chats on message.created > chat update chats`,
      `${posted} > chat chats on message.created > chat update memberships`,
    );
  }, 60_000);

  it('leads from an event of a socket to the log, and on to what follows from it', async () => {
    const caller = new Caller();
    const message = { chatId, text, traceparent: caller.traceparent };
    expect(await ada.socket.emitWithAck('send_message', message)).toMatchObject({ ok: true });

    const sent = 'gateway socket send_message > gateway messages.send > chat messages.send';
    await hasWays(
      caller,
      `${sent} > chat insert messages`,
      `${sent} > chat chats on message.created > chat update chats`,
    );
  }, 60_000);

  it('begins where nobody has begun one, and ends in the last word of a process', async () => {
    const before = collector.spans.length;
    await ada.get(`/api/messages/${chatId}?limit=7`);
    await system.cluster.part('gateway-1').stop();
    await system.cluster.part('chat-1').stop();

    const all = collector.spans.slice(before);
    const begun = all.find(({ name }) => name === 'GET /api/messages/:id')!;
    expect(begun).toMatchObject({ service: 'gateway', kind: 'server', parentSpanId: '' });
    const read = all.find(
      ({ name, traceId }) => name.startsWith('find ') && traceId === begun.traceId,
    );
    expect(pathOf(read!, all)).toEqual([
      '',
      'gateway GET /api/messages/:id',
      'gateway messages.list',
      'chat messages.list',
      expect.stringMatching(/^chat find /),
    ]);
  }, 60_000);

  it('carries no text, no token, no query and nobody’s name out of the house', () => {
    const told = collector.bodies.join('\n');
    const secrets = [text, ada.token, ada.refreshToken, ada.password, 'limit=7'];
    const people = [ada.profile.username, bob.profile.name, ada.id, chatId];
    expect([...secrets, ...people].filter((secret) => told.includes(secret))).toEqual([]);
  });
});
