import type { ChatId } from '@app/contracts';
import { Person } from '../people/person.js';
import { embedded, split, type Deployment } from '../topologies/index.js';

describe('The metrics of what has the sockets', () => {
  let deployment: Deployment;

  afterEach(() => deployment.close());

  /** One message is stored, and one is refused. */
  async function speakAt(url: string): Promise<void> {
    const ada = await Person.register(url, 'ada');
    const bob = await Person.register(url, 'bob');
    const chatId = await ada.group('a group', bob);
    expect((await ada.post('/api/messages', { chatId, text: 'hi' })).status).toBe(201);
    const text = { chatId: 'nowhere' as ChatId, text: 'hi' };
    expect((await ada.post('/api/messages', text)).status).toBe(404);
  }

  const metricsAt = async (url: string) => (await fetch(`${url}/metrics`)).text();

  it('count the calls of other processes, by method and outcome', async () => {
    deployment = await split();
    await speakAt(deployment.edgeUrl);
    const text = await metricsAt(deployment.edgeUrl);
    const sends = (outcome: string) =>
      new RegExp(`parley_rpc_seconds_count\\{pattern="messages.send",outcome="${outcome}"\\} 1\\n`);
    expect(text).toMatch(sends('ok'));
    expect(text).toMatch(sends('not_found'));
  });

  it('know of no such calls in one process', async () => {
    deployment = await embedded();
    await speakAt(deployment.url);
    const text = await metricsAt(deployment.url);
    expect(text).toContain('parley_sends_total');
    expect(text).toContain('parley_facts_lost_total 0\n');
    expect(text).toMatch(/parley_facts_waiting \d+\n/);
    expect(text).not.toContain('parley_rpc_seconds');
  });
});
