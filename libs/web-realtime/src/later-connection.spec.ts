import { ChatId } from '@app/contracts';
import { aUser, ModelChat } from '@app/contracts/testing';
import { ConnectionLost } from './chat-connection';
import { LaterConnection } from './later-connection';
import { FakeChatServer } from './testing';

const c1 = ChatId.parse('c1');
const me = aUser('me');

function aLine() {
  const server = new FakeChatServer(me, [new ModelChat(c1, [me])]);
  const direct = Object.assign(server, {
    start: () => server.goOnline(),
    hurry: () => undefined,
    close: () => server.goOffline(),
  });
  let arrive = (): void => undefined;
  const code = new Promise<typeof direct>((resolve) => (arrive = () => resolve(direct)));
  const line = new LaterConnection(() => code);
  const news: string[] = [];
  line.listen(({ kind }) => news.push(kind));
  line.start();
  return { server, line, news, arrive: () => (arrive(), code) };
}

describe('LaterConnection', () => {
  it('is lost until its code is here, and then what that is', async () => {
    const { line, news, arrive } = aLine();
    await expect(line.ask('join_chat', { chatId: c1 })).rejects.toBeInstanceOf(ConnectionLost);
    await arrive();
    expect(news).toEqual(['ready']);
    await expect(line.ask('join_chat', { chatId: c1 })).resolves.toMatchObject({ ok: true });
    line.close();
    expect(news).toEqual(['ready', 'lost']);
  });

  it('does not begin when it was closed meanwhile', async () => {
    const { server, line, arrive } = aLine();
    line.close();
    await arrive();
    expect(server.isUp).toBe(false);
  });
});
