import type { ScreenContent } from '@app/web-calls';
import type { MenuItem } from '@app/web-ui';
import { callTexts } from '../call-texts';
import type { CallLayout } from './call-seats';

export type StageDeed = 'layout' | ScreenContent | 'devices' | 'connection' | 'picture';

/** What decides about the menu of a call. */
export interface StageMenuSource {
  readonly layout: CallLayout;
  /** With more than two pictures there is another way to show them. */
  readonly hasMany: boolean;
  /** What my screen shows; null: I share none. */
  readonly screen: ScreenContent | null;
  /** There is one that can have a window of its own. */
  readonly hasPicture: boolean;
}

const icons = { detail: 'monitor', motion: 'play' } as const;

/** In their order. */
export function stageMenu(source: StageMenuSource): MenuItem<StageDeed>[] {
  const { layout, hasMany, screen, hasPicture } = source;
  const { speakerLayout, gridLayout, screenAs, pictureInPicture } = callTexts;
  const items: MenuItem<StageDeed>[] = [];
  if (hasMany)
    items.push(
      layout === 'grid'
        ? { id: 'layout', label: speakerLayout, icon: 'user' }
        : { id: 'layout', label: gridLayout, icon: 'users' },
    );
  if (screen)
    for (const id of ['detail', 'motion'] as const)
      items.push({ id, label: screenAs[id], icon: icons[id], isChosen: id === screen });
  items.push(
    { id: 'devices', label: callTexts.devices, icon: 'settings' },
    { id: 'connection', label: callTexts.connection.title, icon: 'signal' },
  );
  if (hasPicture)
    items.push({ id: 'picture', label: pictureInPicture, icon: 'picture-in-picture-2' });
  return items;
}
