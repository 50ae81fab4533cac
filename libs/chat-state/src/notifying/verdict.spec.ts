import type { ChatKind, ChatSettings, QuietHours } from '@app/contracts';
import { notifyCauses, strongestCause, type NotifyCause, type Happening } from './happening.js';
import { verdictOn, type NotifyReason, type Verdict } from './verdict.js';

/** A Wednesday, 12:00 UTC. */
const noon = Date.parse('2026-07-15T12:00:00.000Z');
const hour = 3_600_000;
const isoAt = (ms: number) => new Date(ms).toISOString();

interface Circumstances {
  readonly level?: ChatSettings['level'];
  readonly mutedUntil?: string;
  readonly quiet?: Partial<QuietHours>;
  readonly pausedUntil?: string;
  readonly mail?: boolean;
  readonly is?: readonly ('own' | 'read' | 'dnd' | 'inChat' | 'active')[];
  readonly now?: number;
}

/** `L`ist, `A`lert, `P`ush, `M`ail. */
type Row = readonly [NotifyCause, ChatKind, Circumstances, told: string, NotifyReason];

const muted = { mutedUntil: isoAt(noon + hour) };
const paused = { pausedUntil: isoAt(noon + hour) };
/** In the middle of it, everywhere. */
const quiet = { quiet: { from: '00:00', to: '00:00' } };
const away = {};

const rows: readonly Row[] = [
  // What each is worth to somebody who is away.
  ['message', 'direct', away, 'APM', 'told'],
  ['message', 'group', away, 'AP', 'told'],
  ['message', 'channel', away, 'AP', 'told'],
  ['mention', 'direct', away, 'LAPM', 'told'],
  ['mention', 'group', away, 'LAPM', 'told'],
  ['mention', 'channel', away, 'LAPM', 'told'],
  ['reply', 'direct', away, 'LAPM', 'told'],
  ['reply', 'group', away, 'LAPM', 'told'],
  ['channel', 'group', away, 'LAP', 'told'],
  ['channel', 'channel', away, 'LAP', 'told'],
  ['keyword', 'group', away, 'LAP', 'told'],
  ['keyword', 'channel', away, 'LAP', 'told'],
  ['reaction', 'direct', away, 'L', 'told'],
  ['reaction', 'channel', away, 'L', 'told'],
  ['added', 'group', away, 'LAPM', 'told'],
  ['added', 'channel', away, 'LAPM', 'told'],
  ['missed_call', 'direct', away, 'LAPM', 'told'],
  ['missed_call', 'group', away, 'LAPM', 'told'],
  ['ringing_call', 'direct', away, 'P', 'told'],
  ['ringing_call', 'group', away, 'P', 'told'],
  // Who calls those who are about does not call the others.
  ['here', 'channel', away, '', 'not_here'],
  ['here', 'channel', { is: ['active'] }, 'LAP', 'told'],
  ['here', 'group', { is: ['active', 'inChat'] }, 'L', 'in_chat'],
  // One's own doing.
  ['message', 'direct', { is: ['own'] }, '', 'own'],
  ['mention', 'group', { is: ['own'] }, '', 'own'],
  ['channel', 'channel', { is: ['own'] }, '', 'own'],
  ['here', 'channel', { is: ['own', 'active'] }, '', 'own'],
  ['reaction', 'group', { is: ['own'] }, '', 'own'],
  ['added', 'group', { is: ['own'] }, '', 'own'],
  ['missed_call', 'direct', { is: ['own'] }, '', 'own'],
  ['ringing_call', 'direct', { is: ['own'] }, '', 'own'],
  // Already read, on whichever device.
  ['message', 'direct', { is: ['read'] }, '', 'read'],
  ['message', 'channel', { is: ['read', 'active'] }, '', 'read'],
  ['mention', 'group', { is: ['read'] }, 'L', 'read'],
  ['reply', 'channel', { is: ['read'] }, 'L', 'read'],
  ['keyword', 'channel', { is: ['read'] }, 'L', 'read'],
  ['missed_call', 'direct', { is: ['read'] }, 'L', 'read'],
  ['reaction', 'group', { is: ['read', 'active'] }, 'L', 'read'],
  // Muted until later, and until some time that has passed.
  ['message', 'direct', muted, '', 'muted'],
  ['message', 'group', muted, '', 'muted'],
  ['mention', 'group', muted, 'L', 'muted'],
  ['reply', 'group', muted, 'L', 'muted'],
  ['channel', 'channel', muted, 'L', 'muted'],
  ['keyword', 'channel', muted, 'L', 'muted'],
  ['missed_call', 'direct', muted, 'L', 'muted'],
  ['ringing_call', 'direct', muted, '', 'muted'],
  ['message', 'direct', { mutedUntil: isoAt(noon - 1) }, 'APM', 'told'],
  ['message', 'direct', { mutedUntil: isoAt(noon) }, 'APM', 'told'],
  ['mention', 'group', { mutedUntil: isoAt(noon + 1) }, 'L', 'muted'],
  // Only what is meant for me.
  ['message', 'direct', { level: 'mentions' }, '', 'level'],
  ['message', 'group', { level: 'mentions' }, '', 'level'],
  ['message', 'channel', { level: 'mentions' }, '', 'level'],
  ['mention', 'channel', { level: 'mentions' }, 'LAPM', 'told'],
  ['reply', 'channel', { level: 'mentions' }, 'LAPM', 'told'],
  ['channel', 'channel', { level: 'mentions' }, 'LAP', 'told'],
  ['here', 'channel', { level: 'mentions', is: ['active'] }, 'LAP', 'told'],
  ['keyword', 'channel', { level: 'mentions' }, 'LAP', 'told'],
  ['reaction', 'channel', { level: 'mentions' }, 'L', 'told'],
  ['missed_call', 'group', { level: 'mentions' }, 'LAPM', 'told'],
  ['ringing_call', 'group', { level: 'mentions' }, 'P', 'told'],
  // Nothing of this chat.
  ['message', 'direct', { level: 'none' }, '', 'level'],
  ['mention', 'channel', { level: 'none' }, 'L', 'level'],
  ['channel', 'channel', { level: 'none' }, 'L', 'level'],
  ['keyword', 'group', { level: 'none' }, 'L', 'level'],
  ['missed_call', 'direct', { level: 'none' }, 'L', 'level'],
  ['ringing_call', 'direct', { level: 'none' }, '', 'level'],
  ['message', 'group', { level: 'none', ...muted }, '', 'muted'],
  // Who looks at the chat sees it there; who looks at another one is told.
  ['message', 'direct', { is: ['inChat', 'active'] }, '', 'in_chat'],
  ['mention', 'group', { is: ['inChat', 'active'] }, 'L', 'in_chat'],
  ['reply', 'group', { is: ['inChat', 'active'] }, 'L', 'in_chat'],
  ['ringing_call', 'direct', { is: ['inChat', 'active'] }, '', 'in_chat'],
  ['message', 'direct', { is: ['active'] }, 'AP', 'told'],
  ['mention', 'group', { is: ['active'] }, 'LAP', 'told'],
  ['added', 'group', { is: ['active'] }, 'LAP', 'told'],
  ['missed_call', 'direct', { is: ['active'] }, 'LAP', 'told'],
  // Paused, and a pause that is over.
  ['message', 'direct', paused, 'M', 'paused'],
  ['mention', 'group', paused, 'LM', 'paused'],
  ['ringing_call', 'direct', paused, '', 'paused'],
  ['message', 'direct', { pausedUntil: isoAt(noon) }, 'APM', 'told'],
  // Not to be disturbed.
  ['message', 'direct', { is: ['dnd', 'active'] }, '', 'dnd'],
  ['message', 'direct', { is: ['dnd'] }, 'M', 'dnd'],
  ['mention', 'channel', { is: ['dnd', 'active'] }, 'L', 'dnd'],
  ['missed_call', 'direct', { is: ['dnd'] }, 'LM', 'dnd'],
  ['ringing_call', 'direct', { is: ['dnd', 'active'] }, '', 'dnd'],
  ['here', 'channel', { is: ['dnd'] }, '', 'not_here'],
  // Quiet hours.
  ['message', 'direct', quiet, 'M', 'quiet_hours'],
  ['message', 'group', quiet, '', 'quiet_hours'],
  ['mention', 'group', quiet, 'LM', 'quiet_hours'],
  ['channel', 'channel', quiet, 'L', 'quiet_hours'],
  ['ringing_call', 'direct', quiet, '', 'quiet_hours'],
  ['missed_call', 'direct', quiet, 'LM', 'quiet_hours'],
  ['mention', 'group', { ...quiet, is: ['active'] }, 'L', 'quiet_hours'],
  // Which hours: the first minute is quiet, the last one is not.
  ['message', 'group', { quiet: { from: '12:00', to: '13:00' } }, '', 'quiet_hours'],
  ['message', 'group', { quiet: { from: '11:00', to: '12:00' } }, 'AP', 'told'],
  ['message', 'group', { quiet: { from: '12:01', to: '13:00' } }, 'AP', 'told'],
  ['message', 'group', { quiet: { from: '22:00', to: '12:01' } }, '', 'quiet_hours'],
  ['message', 'group', { quiet: { from: '22:00', to: '12:00' } }, 'AP', 'told'],
  ['message', 'group', { quiet: { from: '11:59', to: '07:00' } }, '', 'quiet_hours'],
  // On which days: Wednesday is 3, and a night belongs to its evening.
  ['message', 'group', { quiet: { from: '11:00', to: '13:00', days: [3] } }, '', 'quiet_hours'],
  ['message', 'group', { quiet: { from: '11:00', to: '13:00', days: [2, 4] } }, 'AP', 'told'],
  ['message', 'group', { quiet: { from: '22:00', to: '13:00', days: [2] } }, '', 'quiet_hours'],
  ['message', 'group', { quiet: { from: '22:00', to: '13:00', days: [3] } }, 'AP', 'told'],
  // Where: it is 14:00 in Berlin, 05:00 in Los Angeles, and Thursday on Kiritimati, 02:00.
  [
    'message',
    'group',
    { quiet: { from: '13:30', to: '14:30', zone: 'Europe/Berlin' } },
    '',
    'quiet_hours',
  ],
  [
    'message',
    'group',
    { quiet: { from: '22:00', to: '06:00', zone: 'America/Los_Angeles' } },
    '',
    'quiet_hours',
  ],
  [
    'message',
    'group',
    { quiet: { from: '01:00', to: '03:00', days: [4], zone: 'Pacific/Kiritimati' } },
    '',
    'quiet_hours',
  ],
  [
    'message',
    'group',
    { quiet: { from: '11:30', to: '12:30', zone: 'Europe/Berlin' } },
    'AP',
    'told',
  ],
  // In winter Berlin's clock is one hour behind UTC + 2.
  [
    'message',
    'group',
    {
      quiet: { from: '13:30', to: '14:30', zone: 'Europe/Berlin' },
      now: Date.parse('2026-01-14T12:00:00.000Z'),
    },
    'AP',
    'told',
  ],
  // No mail to who wants none.
  ['message', 'direct', { mail: false }, 'AP', 'told'],
  ['mention', 'group', { mail: false }, 'LAP', 'told'],
  ['missed_call', 'direct', { mail: false, ...quiet }, 'L', 'quiet_hours'],
  // Several obstacles: the reason is the first, and none undoes another.
  ['message', 'direct', { is: ['own', 'read'], ...muted }, '', 'own'],
  ['mention', 'group', { is: ['read'], ...muted, ...quiet }, 'L', 'read'],
  ['mention', 'group', { is: ['inChat', 'dnd', 'active'], ...paused }, 'L', 'in_chat'],
  ['mention', 'group', { is: ['dnd'], ...quiet }, 'LM', 'dnd'],
];

function happening([cause, chat, circumstances]: Row): Happening {
  const { is = [], level = 'all', mutedUntil = null, mail = true } = circumstances;
  const everyDay = { days: [0, 1, 2, 3, 4, 5, 6], zone: 'UTC', from: '22:00', to: '07:00' };
  return {
    cause,
    chat,
    settings: { level, mutedUntil },
    person: {
      mail,
      pausedUntil: circumstances.pausedUntil ?? null,
      quietHours: circumstances.quiet ? { ...everyDay, ...circumstances.quiet } : null,
    },
    isOwn: is.includes('own'),
    isRead: is.includes('read'),
    isDnd: is.includes('dnd'),
    isInChat: is.includes('inChat'),
    isActive: is.includes('active'),
    now: circumstances.now ?? noon,
  };
}

const lettersOf = ({ list, alert, push, mail }: Verdict) =>
  `${list ? 'L' : ''}${alert ? 'A' : ''}${push ? 'P' : ''}${mail ? 'M' : ''}`;

describe('verdictOn', () => {
  it.each(rows)('%s in a %s chat, %o: %s, %s', (...row) => {
    const verdict = verdictOn(happening(row));
    expect([lettersOf(verdict), verdict.reason]).toEqual([row[3], row[4]]);
  });

  it('has a row for every cause, and more than eighty of them', () => {
    expect(rows.length).toBeGreaterThanOrEqual(80);
    expect(new Set(rows.map(([cause]) => cause))).toEqual(new Set(notifyCauses));
  });
});

describe('strongestCause', () => {
  it.each([
    [['message', 'mention'], 'mention'],
    [['reply', 'mention', 'channel'], 'mention'],
    [['channel', 'reply'], 'reply'],
    [['keyword', 'here'], 'here'],
    [['message'], 'message'],
    [[], undefined],
  ] as const)('of %j is %s', (found, strongest) => {
    expect(strongestCause(new Set(found))).toBe(strongest);
  });
});
