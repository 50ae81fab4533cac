import { zipOf, type PackedFile } from './zip-of.js';

/** Seconds of a moment in the past, as Slack writes them. */
export const slackSeconds = 1_500_000_000;

/** `n`: minutes into the day. */
export const slackTs = (n: number) => `${slackSeconds + n * 60}.000100`;

/** When it was, ISO 8601. */
export const slackTime = (n: number) => new Date((slackSeconds + n * 60) * 1000).toISOString();

const json = (name: string, value: unknown): PackedFile => ({
  name,
  content: JSON.stringify(value, undefined, 2),
});

const message = (n: number, user: string, text: string, more: object = {}) => ({
  type: 'message',
  user,
  text,
  ts: slackTs(n),
  ...more,
});

/** What Slack's export of a small workspace has in it: all kinds of things once. */
export const slackFiles: readonly PackedFile[] = [
  json('users.json', [
    { id: 'U1', name: 'ann', profile: { real_name: 'Ann Ames', email: 'Ann@Example.com' } },
    { id: 'U2', name: 'bob', profile: { real_name: 'Bob Byrd' } },
    { id: 'U3', name: 'cleo', deleted: true, profile: { real_name: 'Cleo Cox' } },
  ]),
  json('channels.json', [
    {
      id: 'C1',
      name: 'plans',
      created: slackSeconds - 3600,
      creator: 'U1',
      is_archived: false,
      members: ['U1', 'U2', 'U3'],
      topic: { value: 'What comes next' },
      purpose: { value: '' },
      pins: [{ id: slackTs(0), type: 'C' }],
    },
    { id: 'C2', name: 'quiet', created: slackSeconds, creator: 'U2', members: ['U2'] },
  ]),
  json('groups.json', [{ id: 'G1', name: 'secrets', created: slackSeconds, members: ['U1'] }]),
  json('dms.json', [
    { id: 'D1', created: slackSeconds, members: ['U1', 'U2'] },
    { id: 'D2', created: slackSeconds, members: ['U1', 'U3'] },
  ]),
  json('mpims.json', [{ id: 'G2', name: 'mpdm-ann--bob--cleo-1', members: ['U1', 'U2', 'U3'] }]),
  json('plans/2017-07-14.json', [
    message(0, 'U1', 'Where do we *go*, <@U2>? See <https://example.com/a|the map> :tada:', {
      thread_ts: slackTs(0),
      reply_count: 1,
      reactions: [
        { name: '+1', users: ['U2', 'U3'], count: 2 },
        { name: 'partyparrot', users: ['U2'], count: 1 },
      ],
    }),
    message(1, 'U2', 'joined', { subtype: 'channel_join' }),
    message(2, 'U3', '&gt; to the sea\n~or not~', { thread_ts: slackTs(0) }),
    message(3, 'U2', 'The plan', {
      files: [
        { id: 'F1', name: 'plan.txt', mode: 'hosted', url_private: 'https://files.example/F1' },
        { id: 'F2', name: 'far.txt', mode: 'hosted', url_private: 'https://files.example/F2' },
      ],
    }),
  ]),
  json('plans/2017-07-15.json', []),
  json('plans/2017-07-16.json', [
    message(2000, '', 'Build 7 is *green*', {
      subtype: 'bot_message',
      bot_id: 'B1',
      username: 'Builder',
    }),
    message(2001, 'U9', 'Hello from outside', {
      user_profile: { name: 'zoe', real_name: 'Zoe Zander' },
    }),
    message(2002, 'U1', '', { subtype: 'something_new' }),
    message(2003, 'U1', 'waves', { subtype: 'me_message' }),
  ]),
  json('D1/2017-07-14.json', [message(5, 'U2', 'Just between us')]),
  json('D2/2017-07-14.json', [message(6, 'U3', 'Not for here')]),
  json('secrets/2017-07-14.json', [message(7, 'U1', 'Hush')]),
  { name: '__uploads/F1/plan.txt', content: 'First, pack.\n' },
];

export const slackZip = (): Buffer => zipOf(slackFiles);

/** `n`: minutes into a day of the past, in ms. */
export const mattermostMs = (n: number) => 1_600_000_000_000 + n * 60_000;

const at = (n: number) => ({ create_at: mattermostMs(n) });
const inPlans = { team: 'crew', channel: 'plans' };
const member = (...names: string[]) => [
  { name: 'crew', channels: names.map((name) => ({ name, roles: 'channel_user' })) },
];

/** The lines of a bulk export of a small server. */
export const mattermostLines: readonly object[] = [
  { type: 'version', version: 1, info: { generator: 'mattermost-server' } },
  { type: 'role', role: { name: 'x' } },
  { type: 'team', team: { name: 'crew', display_name: 'Crew', type: 'O' } },
  {
    type: 'channel',
    channel: { ...inPlans, name: 'plans', display_name: 'Plans', type: 'O', header: 'Ahead' },
  },
  { type: 'channel', channel: { team: 'crew', name: 'den', display_name: 'Den', type: 'P' } },
  {
    type: 'user',
    user: {
      username: 'ann',
      email: 'ann@example.com',
      first_name: 'Ann',
      last_name: 'Ames',
      teams: member('plans', 'den'),
    },
  },
  { type: 'user', user: { username: 'bob', email: 'b@x.example', teams: member('plans') } },
  { type: 'user', user: { username: 'cleo', email: 'c@x.example', teams: member('plans') } },
  {
    type: 'post',
    post: {
      ...inPlans,
      user: 'bob',
      message: '**Later**',
      ...at(9),
      attachments: [{ path: 'files/20200913/plan.txt' }, { path: '../../etc/passwd' }],
    },
  },
  {
    type: 'post',
    post: {
      ...inPlans,
      user: 'ann',
      message: 'First',
      ...at(1),
      is_pinned: true,
      reactions: [
        { user: 'bob', emoji_name: 'heart', ...at(2) },
        { user: 'cleo', emoji_name: 'heart', ...at(2) },
        { user: 'bob', emoji_name: 'our-logo', ...at(2) },
      ],
      replies: [{ user: 'cleo', message: 'An answer', ...at(12) }],
    },
  },
  {
    type: 'post',
    post: { ...inPlans, user: 'cleo', message: 'x', type: 'system_join_channel', ...at(3) },
  },
  { type: 'post', post: { ...inPlans, message: 'by nobody' } },
  {
    type: 'post',
    post: { team: 'crew', channel: 'den', user: 'ann', message: 'Hush', ...at(4) },
  },
  { type: 'direct_channel', direct_channel: { members: ['ann', 'bob'] } },
  {
    type: 'direct_post',
    direct_post: {
      channel_members: ['bob', 'ann'],
      user: 'bob',
      message: 'Between us',
      ...at(5),
      replies: [],
    },
  },
];

export const mattermostJsonl = (): string =>
  mattermostLines.map((line) => `${JSON.stringify(line)}\n`).join('');

export const mattermostZip = (): Buffer =>
  zipOf([
    { name: 'import.jsonl', content: mattermostJsonl() },
    { name: 'data/files/20200913/plan.txt', content: 'First, pack.\n' },
  ]);
