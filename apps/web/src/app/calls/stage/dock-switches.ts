import type { SentMedia } from '@app/contracts';
import type { IconName } from '@app/web-ui';
import { callTexts } from '../call-texts';

/** Something of mine in a call that is on or off. */
export interface DockSwitch {
  readonly id: 'audio' | 'video' | 'screen' | 'hand';
  readonly icon: IconName;
  /** What it does. */
  readonly label: string;
  /** `off`: what others expect of me is not there. `on`: there is more than that. */
  readonly mark: 'off' | 'on' | null;
}

type Look = readonly [IconName, label: string];

/** In their order. `hand`: mine is raised; null: nobody raises any. */
export function dockSwitches(
  { audio, video, screen }: SentMedia,
  hand: boolean | null,
): DockSwitch[] {
  const texts = callTexts;
  const media = [
    expected('audio', audio, ['mic', texts.mute], ['mic-off', texts.unmute]),
    expected('video', video, ['video', texts.cameraOff], ['video-off', texts.cameraOn]),
    extra('screen', screen, ['screen-share-off', texts.stopSharing], ['screen-share', texts.share]),
  ];
  if (hand === null) return media;
  return [...media, extra('hand', hand, ['hand', texts.lowerHand], ['hand', texts.raiseHand])];
}

function expected(id: DockSwitch['id'], isOn: boolean, on: Look, off: Look): DockSwitch {
  const [icon, label] = isOn ? on : off;
  return { id, icon, label, mark: isOn ? null : 'off' };
}

function extra(id: DockSwitch['id'], isOn: boolean, on: Look, off: Look): DockSwitch {
  return { ...expected(id, isOn, on, off), mark: isOn ? 'on' : null };
}
