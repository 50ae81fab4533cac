import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word of the audit log. */
const english = {
  when: 'When',
  who: 'Who',
  action: 'Action',
  target: 'To what',
  outcome: 'Outcome',
  everyAction: 'Every action',
  byWhom: 'By whom',
  personHint: 'A username',
  unknownPerson: 'Nobody has this username.',
  from: 'From',
  to: 'To',
  badDate: 'Write it as 2026-11-29.',
  dateHint: 'like 2026-11-29',
  onlyTarget: (name: string) => `Only about ${name}`,
  clear: 'Show all again',
  none: 'No entry is like that',
  noneHint: 'Try fewer filters.',
  anonymous: 'Somebody unknown',
  entry: (count: number) => `Entry ${count}`,
  outcomes: {
    done: 'Done',
    refused: 'Refused',
    unknown: 'Not known',
  },
  actions: {
    'access.refused': 'Tried what they may not',
    'account.registered': 'Registered an account',
    'audit.exported': 'Exported the audit log',
    'bot.made': 'Made a bot',
    'export.fetched': 'Fetched an export of data',
    'export.ordered': 'Ordered an export of data',
    'message.deleted': 'Deleted a message of somebody else',
    'password.changed': 'Changed a password',
    'password.reset': 'Chose a new password by a link',
    'report.handled': 'Dealt with a report',
    'session.ended': 'Ended a session',
    'session.opened': 'Signed in',
    'session.refused': 'Was refused at signing in',
    'session.reused': 'Showed a token that was used before',
    'token.made': 'Made an access token',
    'token.revoked': 'Revoked an access token',
    'user.renamed': 'Renamed somebody',
    'user.reset_link_made': 'Made a link for a new password',
    'user.restored': 'Restored an account',
    'user.role_changed': 'Gave a role',
    'user.signed_out': 'Signed somebody out',
    'user.suspended': 'Suspended an account',
  },
  kinds: {
    user: 'Person',
    session: 'Session',
    chat: 'Chat',
    message: 'Message',
    report: 'Report',
    token: 'Token',
    workspace: 'Workspace',
  },
  changes: 'What has changed',
  field: 'Field',
  before: 'Before',
  after: 'After',
  nothing: 'nothing',
  reason: 'Reason',
  address: 'Address',
  device: 'Device',
  request: 'Request',
  hash: 'Hash',
  allBy: (name: string) => `Everything by ${name}`,
  allTo: 'Everything done to this',
  verify: 'Verify',
  verifying: 'Reading all of it…',
  intact: (count: number) =>
    count === 1
      ? 'Nothing was changed: 1 entry is as it was written.'
      : `Nothing was changed: ${count} entries are as they were written.`,
  keep: (hash: string) => `Keep this elsewhere, to compare it later: ${hash}`,
  faults: {
    missing: (count: number) => `Entry ${count} is missing.`,
    changed: (count: number) => `Entry ${count} is not what was written.`,
    replaced: (count: number) => `Entry ${count} was put in place of another one.`,
  },
  checked: (count: number) =>
    count === 1 ? 'The 1 entry before it is right.' : `The ${count} entries before it are right.`,
  export: 'Export',
} as const;

export type AuditTexts = Words<typeof english>;

export const auditTexts = textsOf('audit', english);
