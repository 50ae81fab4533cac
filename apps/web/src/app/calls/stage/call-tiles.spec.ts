import type { SentMedia } from '@app/contracts';
import { ada, mira } from '../../chats/testing/builders';
import { aCall } from '../testing/a-call';
import { tilesOf } from './call-tiles';

const track = (id: string) => ({ id }) as MediaStreamTrack;
const [camera, screen, mine] = [track('camera'), track('screen'), track('mine')];
const silent: SentMedia = { audio: false, video: false, screen: false };

function tiles(hers: SentMedia | undefined, own: SentMedia = silent) {
  const call = aCall({
    state: 'active',
    parties: [
      { userId: mira.id, state: 'joined', ...(hers && { media: hers }) },
      { userId: ada.id, state: 'joined' },
    ],
  });
  return tilesOf({
    call,
    me: ada.id,
    received: new Map([[mira.id, { video: camera, screen }]]),
    own: { sent: own, camera: own.video ? mine : null },
  });
}

describe('tilesOf', () => {
  it('shows what somebody says that they send, and nothing that came before', () => {
    expect(tiles({ audio: true, video: false, screen: false })[0]).toMatchObject({
      key: mira.id,
      picture: null,
      isMuted: false,
    });
    expect(tiles({ audio: false, video: true, screen: false })[0]).toMatchObject({
      picture: camera,
      isMuted: true,
    });
  });

  it('puts what is shown before who shows it, and me at the end', () => {
    const all = tiles({ audio: true, video: true, screen: true }, { ...silent, video: true });
    expect(all.map(({ isScreen, isMine, picture }) => [isScreen, isMine, picture?.id])).toEqual([
      [true, false, 'screen'],
      [false, false, 'camera'],
      [false, true, 'mine'],
    ]);
  });

  it('shows who was called to a group while it runs, and not who was called at its beginning', () => {
    const invited = (userId: typeof ada.id) => ({ userId, state: 'invited' as const });
    const parties = [{ ...invited(mira.id), invitedBy: ada.id }, invited('other' as typeof ada.id)];
    const call = aCall({ kind: 'group', via: 'room', state: 'active', parties });
    const none = { call, me: ada.id, received: new Map(), own: { sent: silent, camera: null } };
    expect(tilesOf(none).map(({ key, isCalled }) => [key, isCalled])).toEqual([
      [mira.id, true],
      ['me', false],
    ]);
  });

  it('leaves out who has left', () => {
    const call = aCall({ parties: [{ userId: mira.id, state: 'left' }] });
    const none = { call, me: ada.id, received: new Map(), own: { sent: silent, camera: null } };
    expect(tilesOf(none).map(({ key }) => key)).toEqual(['me']);
  });
});
