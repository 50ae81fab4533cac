import type { Type as Class } from '@angular/core';
import { Buttons, IconButtons } from './specimens/buttons';
import { Charts } from './specimens/charts';
import { EmojiSpecimen } from './specimens/emoji';
import {
  Bars,
  Checks,
  ChoiceLists,
  Fields,
  FileFields,
  Selects,
  Switches,
} from './specimens/forms';
import { Colours, Icons, Type } from './specimens/foundations';
import { EmptyStates, Rows, Skeletons } from './specimens/lists';
import { Composers, Messages } from './specimens/messages';
import {
  DialogSpecimen,
  MenuSpecimen,
  PopoverSpecimen,
  TooltipSpecimen,
} from './specimens/overlays';
import { Avatars, Badges, Presences } from './specimens/people';
import { Tables } from './specimens/tables';
import { Banners, TabRows, ToastSpecimen } from './specimens/places';

/** A component of the library, in all its states. */
export interface Specimen {
  readonly id: string;
  readonly title: string;
  /** What it is for, in a line. */
  readonly about: string;
  readonly group: string;
  readonly component: Class<unknown>;
}

/** `[id, title, about, component]`, by group. */
type Line = readonly [string, string, string, Class<unknown>];

const lines: Readonly<Record<string, readonly Line[]>> = {
  Foundations: [
    ['colours', 'Colours', 'Names that a theme gives values to.', Colours],
    ['type', 'Type', 'One face, six sizes, two weights.', Type],
    ['icons', 'Icons', 'Lucide, in the colour of the text around them.', Icons],
  ],
  Deeds: [
    ['button', 'Button', 'Something is done. One primary button in a place.', Buttons],
    ['icon-button', 'Icon button', 'The same as a picture, with a name that shows.', IconButtons],
    ['menu', 'Menu', 'More that can be done, or one of a few, beside its button.', MenuSpecimen],
  ],
  'What is filled in': [
    ['field', 'Field', 'A label above; a hint or what is wrong below.', Fields],
    ['file-field', 'File field', 'A file, by the picker of the device or dropped.', FileFields],
    ['select', 'Select', 'One of many, by the list of the device.', Selects],
    ['choices', 'Choices', 'One of a few that need words of their own.', ChoiceLists],
    ['segments', 'Segments', 'One of two or three short words.', Bars],
    ['switch', 'Switch', 'On or off, at once.', Switches],
    ['checkbox', 'Checkbox', 'Yes or no, when the form is sent.', Checks],
    ['emoji', 'Emoji picker', 'A group at a time, or by name. Loaded on demand.', EmojiSpecimen],
    ['composer', 'Composer', 'Where one writes. It grows, and never loses a word.', Composers],
  ],
  People: [
    ['avatar', 'Avatar', 'A person or a chat as a tile.', Avatars],
    ['presence', 'Presence', 'A colour and a shape for each.', Presences],
    ['badge', 'Badge', 'How much waits. Mentions win.', Badges],
  ],
  Places: [
    ['list-row', 'List row', 'A line of any list, in the density of the page.', Rows],
    ['message', 'Message', 'One message, and how far an own one has come.', Messages],
    ['table', 'Table', 'Many of a kind, to compare and to deal with at once.', Tables],
    ['chart', 'Chart', 'Values over time, as a picture and as a table.', Charts],
    ['tabs', 'Tabs', 'Several views in one place.', TabRows],
    ['empty-state', 'Empty state', 'What a place is for while nothing is there.', EmptyStates],
    ['skeleton', 'Skeleton', 'What is on its way, after 150 ms.', Skeletons],
  ],
  'Over the page': [
    [
      'dialog',
      'Dialog and sheet',
      'What has to be answered, or is too big for it.',
      DialogSpecimen,
    ],
    [
      'popover',
      'Popover',
      'A card beside what it is about; the page stays in use.',
      PopoverSpecimen,
    ],
    ['banner', 'Banner', 'What concerns a whole column.', Banners],
    ['toast', 'Toast', 'Words without a place of their own.', ToastSpecimen],
    ['tooltip', 'Tooltip', 'The name of a picture, to pointer and keyboard.', TooltipSpecimen],
  ],
};

export const specimens: readonly Specimen[] = Object.entries(lines).flatMap(([group, all]) =>
  all.map(([id, title, about, component]) => ({ id, title, about, group, component })),
);
