import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word of making announcements. */
const english = {
  make: 'Make an announcement',
  makeHint: 'Everybody sees it above the page, at once or when its time comes.',
  text: 'What is to be said',
  textHint: 'In plain words.',
  textMissing: 'Say something.',
  severity: 'How grave it is',
  severities: { info: 'For information', warning: 'A warning', critical: 'Critical' },
  begins: 'Begins',
  beginnings: { now: 'Now', hour: 'In an hour', day: 'In a day', week: 'In a week' },
  ends: 'Ends',
  endings: {
    never: 'When it is taken down',
    hour: 'After an hour',
    day: 'After a day',
    week: 'After a week',
    month: 'After 30 days',
  },
  dismissible: 'Who has read it may dismiss it',
  publish: 'Announce',
  tooMany: 'There are as many as there may be. Take one down first.',
  state: 'State',
  states: { planned: 'Planned', live: 'Live', over: 'Over' },
  by: 'Made by',
  from: 'Begins',
  until: 'Ends',
  endless: 'Not by itself',
  none: 'Nothing was announced yet',
  noneHint: 'What everybody should know stands above their page.',
  takeDown: 'Take down',
  takeDownTitle: 'Take this announcement down?',
  takeDownText: 'It goes from every page at once. It stays in this list, and in the audit log.',
  takenDown: 'Taken down',
} as const;

export type MadeTexts = Words<typeof english>;

export const madeTexts = textsOf('made', english);
