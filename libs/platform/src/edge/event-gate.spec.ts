import { RealtimeMetrics } from '../realtime/realtime-metrics.js';
import { eventually } from '../testing/eventually.js';
import { actorNamed, SocketStage } from './testing/socket-stage.js';

const ada = actorNamed('ada');
const bob = actorNamed('bob');
const typing = { chatId: 'c', isTyping: true };

/** Far more than the answers of which would fit into the buffers of two kernels. */
const most = 300_000;

describe('EventGate', () => {
  let stage: SocketStage;

  beforeEach(async () => (stage = await SocketStage.open()));
  afterEach(() => stage.close());

  it.each([
    ['with', '421["typing",{}]'],
    ['without', '42["typing",{}]'],
  ])('cuts off who asks on and on and reads no answer, %s acks', async (_, frame) => {
    const { socket } = await stage.enterRaw(ada);
    const other = await stage.enter(bob);
    const metrics = stage.app.get(RealtimeMetrics);
    socket.pause();

    for (let sent = 0; sent < most && metrics.slowReaders === 0; sent += 500) {
      for (let n = 1; n < 500; n++) socket.send(frame);
      await new Promise((done) => socket.send(frame, done));
    }

    await eventually(() => expect(metrics).toMatchObject({ slowReaders: 1, sockets: 1 }));
    expect(await other.ask('typing', typing)).toEqual({ ok: true });
  });
});
