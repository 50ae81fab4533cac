import type { SentMedia } from '@app/contracts';
import { dockSwitches, type DockSwitch } from './dock-switches';

const nothing: SentMedia = { audio: false, video: false, screen: false };
const everything: SentMedia = { audio: true, video: true, screen: true };

/** As one reads them: what each does, and how it is marked. */
const read = (switches: readonly DockSwitch[]) =>
  switches.map(({ label, mark }) => (mark ? `${label} (${mark})` : label));

describe('dockSwitches', () => {
  it('say what they do, and mark what others expect of me and do not get', () => {
    expect(read(dockSwitches(nothing, null))).toEqual([
      'Unmute (off)',
      'Turn camera on (off)',
      'Share screen',
    ]);
  });

  it('mark what is more than that', () => {
    expect(read(dockSwitches(everything, null))).toEqual([
      'Mute',
      'Turn camera off',
      'Stop sharing (on)',
    ]);
  });

  it('have a hand where people raise them', () => {
    const [lowered, raised] = [false, true].map((isUp) => dockSwitches(nothing, isUp).at(-1)!);
    expect(read([lowered!, raised!])).toEqual(['Raise hand', 'Lower hand (on)']);
    expect(dockSwitches(nothing, null).map(({ id }) => id)).not.toContain('hand');
  });

  it('stay in their order, each with a picture of what is so now', () => {
    const icons = (sent: SentMedia) => dockSwitches(sent, false).map(({ id, icon }) => [id, icon]);
    expect(icons(everything)).toEqual([
      ['audio', 'mic'],
      ['video', 'video'],
      ['screen', 'screen-share-off'],
      ['hand', 'hand'],
    ]);
    expect(icons(nothing)).toEqual([
      ['audio', 'mic-off'],
      ['video', 'video-off'],
      ['screen', 'screen-share'],
      ['hand', 'hand'],
    ]);
  });
});
