import type { UserId } from '@app/contracts';
import type { Lane, MediaLink } from './media-link';
import { PictureSizes } from './picture-sizes';
import type { Quality } from './quality';

const ada = 'ada' as UserId;

function sizes(hasSizes = true) {
  const said: unknown[] = [];
  const fit = (userId: UserId, lane: Lane, height: number) => said.push([userId, lane, height]);
  const pictures = new PictureSizes();
  const look = (quality: Quality, times: number) => {
    for (let n = 0; n < times; n++) pictures.heed(quality);
  };
  return { said, pictures, look, link: { fit, hasSizes } as unknown as MediaLink };
}

describe('PictureSizes', () => {
  it('says what was wished before there was a link', () => {
    const { said, pictures, link } = sizes();
    pictures.fit(ada, 'video', 300);
    pictures.use(link);
    expect(said).toEqual([[ada, 'video', 300]]);
  });

  it.each(['poor', 'slow'] as const)('has cameras come small while the way is %s', (quality) => {
    const { said, pictures, look, link } = sizes();
    pictures.use(link);
    pictures.fit(ada, 'video', 700);
    pictures.fit(ada, 'screen', 700);
    look(quality, 1);
    expect(pictures.isReduced()).toBe(false);
    said.length = 0;
    look(quality, 1);
    expect(pictures.isReduced()).toBe(true);
    expect(said).toEqual([
      [ada, 'video', 180],
      [ada, 'screen', 700],
    ]);
    pictures.fit(ada, 'video', 0);
    expect(said.at(-1)).toEqual([ada, 'video', 0]);
  });

  it('has them large again once the way has been good for a while', () => {
    const { said, pictures, look, link } = sizes();
    pictures.use(link);
    pictures.fit(ada, 'video', 700);
    look('poor', 2);
    look('good', 7);
    look('poor', 1);
    look('good', 7);
    expect(pictures.isReduced()).toBe(true);
    look('good', 1);
    expect([pictures.isReduced(), said.at(-1)]).toEqual([false, [ada, 'video', 700]]);
  });

  it('changes nothing where only the others miss something, nor where there is one size', () => {
    const others = sizes();
    others.pictures.use(others.link);
    others.look('sending', 9);
    const two = sizes(false);
    two.pictures.use(two.link);
    two.look('poor', 9);
    expect([others.pictures.isReduced(), two.pictures.isReduced()]).toEqual([false, false]);
  });
});
