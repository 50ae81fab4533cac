import { randomUUID } from 'node:crypto';
import type { ChatId, ClientEventAck, Message } from '@app/contracts';
import { eventually, MongoProcess } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { ServerProcess } from '../processes/server-process.js';

const senders = 10;
const sends = 1000;
const inFlight = 20;

describe('a thousand sends while the server dies twice and the database once', () => {
  let mongo: MongoProcess;
  let server: ServerProcess;
  let people: Person[];
  let chatId: ChatId;

  beforeAll(async () => {
    mongo = await MongoProcess.start();
    server = await ServerProcess.start({ MONGODB_URI: mongo.uri('kills') });
    people = [];
    for (let n = 0; n < senders; n++) people.push(await Person.arrive(server.url, 'sender'));
    const [first, ...others] = people as [Person, ...Person[]];
    chatId = await first.group('everybody', ...others);
  }, 60_000);

  afterAll(async () => {
    for (const person of people) person.leave();
    await server.stop();
    await mongo.close();
  });

  /** Until it is acked: the same id each time, by whichever way answers. */
  async function sendUntilAcked(n: number): Promise<Message> {
    const person = people[n % senders]!;
    const message = { chatId, text: `message ${n}`, clientMsgId: randomUUID() };
    return eventually(async () => {
      if (n % 2 === 0) {
        const { status, body } = await person.post('/api/messages', message);
        if (status > 201) throw new Error(`REST said ${status}: ${JSON.stringify(body)}`);
        return body as Message;
      }
      const socket = person.socket.timeout(3000);
      const ack = (await socket.emitWithAck('send_message', message)) as { ok: boolean };
      if (!ack.ok) throw new Error(JSON.stringify(ack));
      return (ack as ClientEventAck<'send_message'>).message;
    }, 60_000);
  }

  it('loses, doubles and moves nothing that was acked', async () => {
    const acked: Message[] = [];
    let next = 0;
    const worker = async () => {
      while (next < sends) acked.push(await sendUntilAcked(next++));
    };
    const work = Promise.all(Array.from({ length: inFlight }, worker));

    const reached = (count: number) =>
      eventually(() => expect(acked.length).toBeGreaterThanOrEqual(count), 60_000);
    await reached(200);
    await server.kill();
    await server.restart();
    await reached(450);
    await mongo.kill();
    await mongo.restart();
    await reached(700);
    await server.kill();
    await server.restart();
    await work;

    const log = await people[0]!.log(chatId);
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, i) => i + 1));
    const bySeq = new Map(log.map((message) => [message.seq, message]));
    for (const message of acked) {
      expect(bySeq.get(message.seq)).toMatchObject({ id: message.id, text: message.text });
    }
    const texts = log.filter(({ kind }) => kind === 'text').map(({ text }) => text);
    expect(texts).toHaveLength(sends);
    expect(new Set(texts).size).toBe(sends);
    for (const person of people.slice(1)) expect(await person.log(chatId)).toEqual(log);
  }, 180_000);
});
