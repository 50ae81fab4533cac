import { once } from 'node:events';
import { eventually } from '../testing/eventually.js';
import { actorNamed, heardBy, SocketStage } from './testing/socket-stage.js';

const ada = actorNamed('ada');
const bob = actorNamed('bob');
const typing = { chatId: 'c', isTyping: true };
const lacks = (scope: string) => ({ code: 'insufficient_scope', params: { scope } });

describe('A socket with a personal access token', () => {
  let stage: SocketStage;

  beforeEach(async () => (stage = await SocketStage.open()));
  afterEach(() => stage.close());

  const enter = async (...scopes: string[]) => {
    const visitor = stage.connect(stage.program(ada, 'events:read', ...scopes));
    await heardBy(visitor, 'ready');
    return visitor;
  };

  it('is let in with the scope for it, as the session that the token is', async () => {
    expect(await stage.knock(stage.program(bob, 'messages:read'))).toMatchObject(
      lacks('events:read'),
    );
    const visitor = await enter();
    expect(await heardBy(visitor, 'ready')).toMatchObject({ sessionId: ada.sessionId });
    expect(await stage.knock(stage.token(bob).replace(/.$/, ''))).toMatchObject({
      code: 'unauthenticated',
    });
  });

  it('says what its scopes are for, and nothing else', async () => {
    const visitor = await enter('messages:write');
    expect(await visitor.ask('typing', typing)).toEqual({ ok: true });
    expect(await visitor.ask('join_chat', { chatId: 'c' })).toMatchObject({
      ok: false,
      problem: lacks('chats:read'),
    });
    expect(await visitor.ask('unheard_of', {})).toMatchObject({ problem: { code: 'not_found' } });
    expect(stage.gateway.heard).toEqual([[ada.userId, 'c']]);
    expect(visitor.client.connected).toBe(true);
  });

  it('goes on by another token of its owner that may hear as much, and by no other', async () => {
    const visitor = await enter();
    const refresh = (token: string) => visitor.ask('refresh_auth', { token });
    const second = actorNamed('ada', 's-second');
    const deaf = await refresh(stage.program(second, 'messages:write'));
    expect(deaf).toMatchObject({ problem: lacks('events:read') });
    const foreign = await refresh(stage.program(bob, 'events:read'));
    expect(foreign).toMatchObject({ problem: { code: 'forbidden' } });
    expect(await visitor.ask('typing', typing)).toMatchObject({ ok: false });
    expect(await refresh(stage.token(second))).toMatchObject({ ok: true });
    expect(await visitor.ask('typing', typing)).toEqual({ ok: true });
  });

  it('is closed when the token is revoked', async () => {
    const visitor = await enter();
    const closed = once(visitor.client as never, 'disconnect');
    await stage.ports.revocations.revoke([ada.sessionId], 60_000);
    const { userId, sessionId } = ada;
    await stage.ports.eventBus.publish('session.revoked', { userId, sessionIds: [sessionId] });
    expect(await heardBy(visitor, 'problem')).toMatchObject({ code: 'unauthenticated' });
    await closed;
    await eventually(async () =>
      expect(await stage.knock(stage.program(ada, 'events:read'))).toMatchObject({
        code: 'unauthenticated',
      }),
    );
  });
});
