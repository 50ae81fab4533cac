import { once } from 'node:events';
import { eventually } from '../testing/eventually.js';
import { maxEventBytes } from './bounded-parser.js';
import { actorNamed, heardBy, SocketStage } from './testing/socket-stage.js';

const ada = actorNamed('ada');
const bob = actorNamed('bob');
const typing = { chatId: 'c', isTyping: true };
const refused = (code: string) => ({
  ok: false,
  problem: expect.objectContaining({ code }) as unknown,
});

describe('boundedParser, behind EdgeSocketAdapter', () => {
  let stage: SocketStage;

  afterEach(() => stage.close());

  describe('for what it cannot use', () => {
    it.each([
      ['an unknown event', 'no_such_event', {}, 'not_found'],
      ['a name of Object', 'constructor', {}, 'not_found'],
      ['a name of the emitter', 'error', {}, 'not_found'],
      ['no payload', 'typing', undefined, 'validation_failed'],
      ['a number', 'typing', 7, 'validation_failed'],
      ['a string', 'typing', 'c', 'validation_failed'],
      ['null', 'typing', null, 'validation_failed'],
      ['a list', 'typing', [typing], 'validation_failed'],
      ['an unknown field', 'typing', { ...typing, more: 1 }, 'validation_failed'],
      ['an operator', 'typing', { chatId: { $gt: '' }, isTyping: true }, 'validation_failed'],
      ['a binary payload', 'typing', Buffer.from('x'), 'validation_failed'],
      ['a payload with binary parts', 'typing', { chatId: Buffer.alloc(9) }, 'validation_failed'],
      ['a large payload', 'typing', { chatId: 'x'.repeat(70_000) }, 'payload_too_large'],
      [
        'a payload of large characters',
        'typing',
        { chatId: '🙂'.repeat(17_000) },
        'payload_too_large',
      ],
      ['a handler with a bug', 'heartbeat', {}, 'internal'],
    ])('acks a problem for %s, and the socket stays usable', async (_, event, payload, code) => {
      stage = await SocketStage.open();
      const { client, ask } = await stage.enter(ada);

      expect(await ask(event, payload)).toEqual(refused(code));

      expect(await ask('typing', typing)).toEqual({ ok: true });
      expect(client.connected).toBe(true);
      expect(stage.gateway.heard).toHaveLength(1);
    });

    it('acks a problem for more than one payload', async () => {
      stage = await SocketStage.open();
      const { ask } = await stage.enter(ada);
      expect(await ask('typing', typing, typing)).toEqual(refused('validation_failed'));
    });

    it('emits the problem where no ack was asked for', async () => {
      stage = await SocketStage.open();
      const visitor = await stage.enter(ada);
      visitor.client.emit('no_such_event', {});
      expect(await heardBy(visitor, 'problem')).toMatchObject({ code: 'not_found' });
    });

    it.each([
      ['no JSON', '42[oops'],
      ['no event', '42'],
      ['an event that is no list', '42{"a":1}'],
      ['an event without a name', '42[]'],
      ['an event named by an object', '42[{}]'],
      ['an event named by a number', '427[5]'],
      ['a reserved name', '42["disconnect"]'],
      ['an unknown type of packet', '49'],
      ['no packet', '4'],
      ['too many attachments', '4599-["typing",{"_placeholder":true,"num":0}]'],
      ['a prototype', '42["__proto__",{"__proto__":{"x":1}}]'],
    ])('answers a packet that is none (%s) by a problem, and goes on', async (_, packet) => {
      stage = await SocketStage.open();
      const { socket, frames } = await stage.enterRaw(ada);

      socket.send(packet);
      await eventually(() =>
        expect(frames[0]).toMatch(/^4(2|3\d+)\[.*(validation_failed|not_found)/),
      );
      socket.send(`4217["typing",${JSON.stringify(typing)}]`);

      await eventually(() => expect(frames.at(-1)).toBe('4317[{"ok":true}]'));
    });

    it.each([
      ['typing', '{"chatId":"c","isTyping":true,"__proto__":{"isTyping":false}}', '__proto__'],
      ['typing', '{"chatId":"c","isTyping":true,"constructor":1}', 'constructor'],
      ['typing', '{"chatId":{"a":[{"prototype":1}]},"isTyping":true}', 'prototype'],
      ['refresh_auth', '{"token":"x","__proto__":{}}', '__proto__'],
      ['refresh_auth', '{"token":"x","colour":"red"}', 'colour'],
    ])('names an unknown field of %s (%s), a name of every object or not', async (...row) => {
      const [event, payload, field] = row;
      stage = await SocketStage.open();
      const { socket, frames } = await stage.enterRaw(ada);

      socket.send(`421["${event}",${payload}]`);

      await eventually(() => expect(frames).toHaveLength(1));
      const [answer] = JSON.parse(frames[0]!.slice(3)) as [unknown];
      expect(answer).toEqual(refused('validation_failed'));
      expect(JSON.stringify(answer)).toContain(`Unrecognized key: \\"${field}\\"`);
      expect(stage.gateway.heard).toEqual([]);
    });

    it('takes a limit of 64 KB for what it says', async () => {
      stage = await SocketStage.open();
      const { socket, frames } = await stage.enterRaw(ada);
      // Without "4", which is the frame's own.
      const frame = (size: number) => {
        const [head, tail] = ['21["typing",{"chatId":"', '"}]'];
        return `4${head}${'x'.repeat(size - head.length - tail.length)}${tail}`;
      };
      socket.send(frame(maxEventBytes));
      await eventually(() => expect(frames[0]).toContain('validation_failed'));
      socket.send(frame(maxEventBytes + 1));
      await eventually(() => expect(frames[1]).toContain('payload_too_large'));
    });

    it('lets go of who sends more than a megabyte at once, and goes on for others', async () => {
      stage = await SocketStage.open();
      const [large, other] = [await stage.enter(ada), await stage.enter(bob)];
      large.client.emit('typing', { chatId: 'x'.repeat(1_100_000) });
      await once(large.client as never, 'disconnect');
      expect(await other.ask('typing', typing)).toEqual({ ok: true });
    });

    it('survives bytes that are not even frames of the engine', async () => {
      stage = await SocketStage.open();
      const other = await stage.enter(bob);
      for (const bytes of ['x', '', '4\0', Buffer.alloc(3), '2', '6', '0{}', '5']) {
        const { socket } = await stage.enterRaw(ada);
        socket.send(bytes);
      }
      expect(await other.ask('typing', typing)).toEqual({ ok: true });
    });
  });
});
