import { ChatId, UserId, type UserList, type UsersApi } from '@app/contracts';
import { aUser } from '@app/contracts/testing';
import { InProcessEventBus } from '@app/platform/testing';
import { PushTexts } from './push-texts.js';

const ann = UserId.parse('ann');
const said = { chatId: ChatId.parse('chat'), seq: 1, senderId: ann, text: 'Hello' };

/** All that was ready to go on has gone on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Users that answer when the test says so. */
function textsOnHold() {
  const asked: ((name: string) => void)[] = [];
  const lookUp = () => {
    const { promise, resolve } = Promise.withResolvers<UserList>();
    asked.push((name) => resolve({ items: [aUser(ann, { name })] }));
    return promise;
  };
  const bus = new InProcessEventBus();
  const texts = new PushTexts({ lookUp } as unknown as UsersApi, bus);
  texts.onModuleInit();
  const from = async () => {
    const pushed = await texts.of(said, '', 'message', { push: 'sender' });
    return pushed.type === 'show' && pushed.from;
  };
  return { asked, bus, from };
}

describe('PushTexts', () => {
  it('asks once for a name that does not change', async () => {
    const { asked, from } = textsOnHold();
    const first = from();
    asked[0]!('Ann');
    expect(await first).toBe('Ann');
    expect(await from()).toBe('Ann');
    expect(asked).toHaveLength(1);
  });

  it('does not remember a name that was asked for before it changed', async () => {
    const { asked, bus, from } = textsOnHold();
    const before = from();
    await bus.publish('user.updated', aUser(ann, { name: 'Anna' }));
    await settled();
    asked[0]!('Ann');
    await before;
    const after = from();
    expect(asked).toHaveLength(2);
    asked[1]!('Anna');
    expect(await after).toBe('Anna');
  });
});
