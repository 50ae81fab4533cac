import { stageMenu, type StageMenuSource } from './stage-menu';

const itemsOf = (about: Partial<StageMenuSource> = {}) =>
  stageMenu({ layout: 'grid', hasMany: false, screen: null, hasPicture: false, ...about });

describe('stageMenu', () => {
  it('has of layouts the other one, where there are several pictures', () => {
    const labels = (about: Partial<StageMenuSource>) => itemsOf(about).map(({ label }) => label);
    expect(labels({ hasMany: true })).toContain('Show who speaks large');
    expect(labels({ hasMany: true, layout: 'speaker' })).toContain('Show all alike');
    expect(labels({ layout: 'speaker' })).toEqual(['Microphone, camera and speaker', 'Connection']);
  });

  it('asks what my screen shows while I share it', () => {
    const chosen = (screen: StageMenuSource['screen']) =>
      itemsOf({ screen }).flatMap(({ id, isChosen }) => (isChosen ? [id] : []));
    expect(chosen('detail')).toEqual(['detail']);
    expect(chosen('motion')).toEqual(['motion']);
    expect(itemsOf().map(({ id }) => id)).toEqual(['devices', 'connection']);
  });

  it('offers a window of its own for a picture', () => {
    expect(itemsOf({ hasPicture: true }).at(-1)!.id).toBe('picture');
  });
});
