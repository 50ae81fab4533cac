import type { ChatId } from '@app/contracts';
import { Person } from '../people/person.js';
import { embedded, split, type Deployment, type Start } from '../topologies/index.js';

describe('The metrics of what has the sockets', () => {
  let deployment: Deployment;

  afterEach(() => deployment.close());

  /** After one message that was stored, and one that was refused. */
  async function metricsOf(start: Start): Promise<string> {
    deployment = await start();
    const { url } = deployment;
    const ada = await Person.register(url, 'ada');
    const bob = await Person.register(url, 'bob');
    const chatId = await ada.group('a group', bob);
    expect((await ada.post('/api/messages', { chatId, text: 'hi' })).status).toBe(201);
    const text = { chatId: 'nowhere' as ChatId, text: 'hi' };
    expect((await ada.post('/api/messages', text)).status).toBe(404);
    return (await fetch(`${url}/metrics`)).text();
  }

  it('count the calls of other processes, by method and outcome', async () => {
    const text = await metricsOf(split);
    const sends = (outcome: string) =>
      new RegExp(`parley_rpc_seconds_count\\{pattern="messages.send",outcome="${outcome}"\\} 1\\n`);
    expect(text).toMatch(sends('ok'));
    expect(text).toMatch(sends('not_found'));
  });

  it('know of no such calls in one process', async () => {
    const text = await metricsOf(embedded);
    expect(text).toContain('parley_sends_total');
    expect(text).toContain('parley_facts_lost_total 0\n');
    expect(text).toMatch(/parley_facts_waiting \d+\n/);
    expect(text).not.toContain('parley_rpc_seconds');
  });
});
