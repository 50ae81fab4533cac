import type { Actor, ChatId } from '@app/contracts';
import { inTrace } from '@app/platform';
import { eventually, freshDatabaseUri, RecordedSpans } from '@app/platform/testing';
import { ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { ChatsBench } from './testing/chats-bench.js';

const traceIds = ['a', 'b', 'c'].map((digit) => digit.repeat(32));

describe('ProjectionFeed', () => {
  let spans: RecordedSpans;
  let bench: ChatsBench;
  let ada: Actor;

  beforeEach(async () => {
    spans = await RecordedSpans.start();
    bench = await ChatsBench.open({ uri: freshDatabaseUri() });
    ada = bench.person('ada');
  });

  afterEach(async () => {
    await bench.close();
    spans.stop();
  });

  /** As part of the trace of this id. */
  const say = (traceId: string, chatId: ChatId) => {
    const from = { traceId, spanId: '00f067aa0ba902b7', traceFlags: 1 };
    const there = trace.setSpanContext(ROOT_CONTEXT, from);
    return inTrace(there, () => bench.log.say(ada, chatId, 'hello'));
  };

  it('tells of what it does for many at once in the trace of one, linked to the others', async () => {
    const ben = bench.person('ben');
    const { id } = await bench.group(ada, ben);
    await bench.get(ada, { id });
    await Promise.all(traceIds.map((traceId) => say(traceId, id)));

    await eventually(() => {
      const updates = spans.all.filter(({ name }) => name === 'update chats');
      const { traceId } = updates.at(-1)!.spanContext();
      const links = updates.at(-1)!.links.map(({ context }) => context.traceId);
      expect([traceId, ...links].filter((found) => traceIds.includes(found))).toEqual(traceIds);
    });
  });
});
