import { UserId } from '@app/contracts';
import { KeywordWatch } from './keyword-watch.js';

const ann = UserId.parse('ann');
const bob = UserId.parse('bob');

describe('KeywordWatch', () => {
  it.each([
    ['deploy', 'We deploy now', true],
    ['deploy', 'DEPLOY!', true],
    ['deploy', 'Redeployed', false],
    ['deploy', 'The deployment', false],
    ['on call', 'Who is on call?', true],
    ['on call', 'Come on, call me', true],
    ['on call', 'Who is on the call?', false],
    ['café', 'At the CAFE', true],
    ['прод', 'Упал ПРОД', true],
    ['部署', '我们现在部署了', true],
    ['c++', 'I like C++ most', true],
    ['++', 'i++', true],
    ['++', 'i plus', false],
  ])('%s is in "%s": %s', (keyword, text, isIn) => {
    const watch = new KeywordWatch(new Map([[ann, [keyword]]]));
    expect(watch.watchersOf(text)).toEqual(isIn ? [ann] : []);
  });

  it('names each watcher once, whichever of their words it is', () => {
    const watch = new KeywordWatch(
      new Map([
        [ann, ['beer', 'wine']],
        [bob, ['wine']],
      ]),
    );
    expect(watch.watchersOf('Beer, wine and beer')).toEqual([ann, bob]);
    expect(watch.watchersOf('Water')).toEqual([]);
  });
});
