import { changedTraits } from './changed-traits.js';

describe('changedTraits', () => {
  const traits = { name: 'crew', topic: 'ships', avatar: 'a' };

  it('has what was changed, and the rest as it was', () => {
    expect(changedTraits(traits, { topic: 'boats' })).toEqual({ ...traits, topic: 'boats' });
    expect(changedTraits(traits, { avatar: 'b' })).toEqual({ ...traits, avatar: 'b' });
  });

  it('has no avatar any more once that was removed', () => {
    expect(changedTraits(traits, { avatar: null })).toStrictEqual({ name: 'crew', topic: 'ships' });
    expect(traits.avatar).toBe('a');
  });
});
