import { callOfMany } from './calls-many';

describe('callOfMany', () => {
  it.each([
    ['@channel, lunch', 22, { audience: 'channel', count: 21 }],
    ['who is @here', 500, { audience: 'here', count: 499 }],
    ['@channel, lunch', 21, null],
    ['@ada, lunch', 500, null],
    ['mail me at a@channel', 500, null],
  ] as const)('of %j among %i is %j', (text, memberCount, call) => {
    expect(callOfMany(text, { memberCount })).toEqual(call);
  });

  it('is nobody where the chat is not known yet', () => {
    expect(callOfMany('@here', null)).toBeNull();
  });
});
