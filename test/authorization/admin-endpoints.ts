import { aPicture } from '../people/uploads.js';

/** Who asks, as seen from the workspace. */
export const workspaceAskers = [
  'anonymous',
  'suspended',
  'guest',
  'member',
  'moderator',
  'admin',
  'owner',
] as const;
export type WorkspaceAsker = (typeof workspaceAskers)[number];

export interface AdminEndpoint {
  /** As in the OpenAPI document; what is in braces, here and in the body, is made for each ask. */
  readonly route: string;
  readonly allowed: readonly WorkspaceAsker[];
  readonly body?: unknown;
  /** In place of a body. */
  readonly form?: () => FormData;
  /** What the audit log says of it. `target`: its kind where it is no person. */
  readonly entry?: { readonly action: string; readonly after?: object; readonly target?: object };
}

const admins = ['admin', 'owner'] as const;
const moderators = ['moderator', ...admins] as const;
const everybody = ['guest', 'member', ...moderators] as const;

const dismissal = { act: 'dismiss', reason: 'Nothing is wrong with it' };

/** Nobody is there. */
const aWebhook = { name: 'Hook', url: 'http://127.0.0.1:9/', chatIds: ['{chatId}'] };

const ofIncoming = (deed: string) => ({
  action: `incoming_webhook.${deed}`,
  target: { kind: 'webhook' },
});

const ofWebhook = (deed: string) => ({
  action: `webhook.${deed}`,
  target: { kind: 'webhook' },
});

/** Every route of administration, and who may use it. One that is not here fails the test. */
export const adminEndpoints: readonly AdminEndpoint[] = [
  { route: 'GET /api/admin/announcements', allowed: admins },
  {
    route: 'POST /api/admin/announcements',
    allowed: admins,
    body: { text: 'Hello' },
    entry: { action: 'announcement.made', target: { kind: 'workspace' } },
  },
  {
    route: 'DELETE /api/admin/announcements/{announcementId}',
    allowed: admins,
    entry: { action: 'announcement.removed', target: { kind: 'workspace' } },
  },
  {
    route: 'POST /api/announcements/{announcementId}/dismiss',
    allowed: everybody,
  },
  { route: 'GET /api/admin/audit', allowed: admins },
  { route: 'GET /api/admin/audit/verify', allowed: admins },
  { route: 'GET /api/admin/audit/export', allowed: admins },
  // Who reports has to see what they report: a person here, and a message in its own story.
  {
    route: 'POST /api/users/{userId}/report',
    allowed: everybody,
    body: { category: 'spam' },
  },
  { route: 'GET /api/admin/reports', allowed: moderators },
  {
    route: 'POST /api/admin/reports/{reportId}/handle',
    allowed: moderators,
    body: dismissal,
    entry: { action: 'report.handled', after: { act: 'dismiss' } },
  },
  {
    route: 'POST /api/admin/bots',
    allowed: admins,
    body: { username: 'bot-{unique}', name: 'A bot' },
    entry: { action: 'bot.made', after: { name: 'A bot' } },
  },
  {
    route: 'POST /api/admin/bots/{userId}/avatar',
    allowed: admins,
    form: aPicture,
    entry: { action: 'bot.picture_changed', target: { kind: 'user' } },
  },
  {
    route: 'DELETE /api/admin/bots/{userId}/avatar',
    allowed: admins,
    entry: { action: 'bot.picture_changed', target: { kind: 'user' } },
  },
  { route: 'GET /api/admin/bots/{userId}/tokens', allowed: admins },
  {
    route: 'POST /api/admin/bots/{userId}/tokens',
    allowed: admins,
    body: { name: 'a program', scopes: ['chats:read'] },
    entry: { action: 'token.made', after: { scopes: ['chats:read'] } },
  },
  {
    route: 'DELETE /api/admin/bots/{userId}/tokens/{tokenId}',
    allowed: admins,
    entry: { action: 'token.revoked' },
  },
  { route: 'GET /api/admin/backups', allowed: ['owner'] },
  {
    route: 'POST /api/admin/backups',
    allowed: ['owner'],
    body: { label: '{noBackup}Tonight' },
    entry: { action: 'backup.made', target: { kind: 'backup' } },
  },
  {
    route: 'DELETE /api/admin/backups/{backupId}',
    allowed: ['owner'],
    entry: { action: 'backup.removed', target: { kind: 'backup' } },
  },
  { route: 'GET /api/admin/imports', allowed: ['owner'] },
  { route: 'GET /api/admin/imports/{importId}', allowed: ['owner'] },
  {
    route: 'POST /api/admin/imports',
    allowed: ['owner'],
    body: { source: 'slack', fileId: '{sourceId}', isTrial: true },
    entry: { action: 'import.started', target: { kind: 'import' } },
  },
  {
    route: 'DELETE /api/admin/imports/{importId}',
    allowed: ['owner'],
    entry: { action: 'import.removed', target: { kind: 'import' } },
  },
  { route: 'GET /api/admin/retention', allowed: admins },
  {
    route: 'PATCH /api/admin/retention',
    allowed: admins,
    body: { days: 36500, reason: '{noTime}The law' },
    entry: {
      action: 'settings.changed',
      target: { kind: 'workspace', id: 'settings' },
      after: { retentionDays: 36500 },
    },
  },
  { route: 'GET /api/admin/retention/chats', allowed: admins },
  { route: 'GET /api/admin/retention/chats/{chatId}', allowed: admins },
  {
    route: 'PUT /api/admin/retention/chats/{chatId}',
    allowed: admins,
    body: { days: 90 },
    entry: { action: 'retention.changed', target: { kind: 'chat' }, after: { days: 90 } },
  },
  {
    route: 'DELETE /api/admin/retention/chats/{chatId}',
    allowed: admins,
    entry: { action: 'retention.changed', target: { kind: 'chat' } },
  },
  { route: 'GET /api/admin/retention/preview', allowed: admins },
  {
    route: 'POST /api/admin/retention/purge',
    allowed: admins,
    body: { reason: '{noPurge}Now' },
    entry: { action: 'retention.purged', target: { kind: 'workspace', id: 'retention' } },
  },
  { route: 'GET /api/admin/chats', allowed: admins },
  { route: 'GET /api/admin/chats/{chatId}', allowed: admins },
  { route: 'GET /api/admin/chats/{chatId}/heirs', allowed: admins },
  {
    route: 'PATCH /api/admin/chats/{chatId}',
    allowed: admins,
    body: { isArchived: true },
    entry: { action: 'chat.archived', after: { isArchived: true } },
  },
  {
    route: 'DELETE /api/admin/chats/{chatId}',
    allowed: admins,
    entry: { action: 'chat.deleted' },
  },
  { route: 'GET /api/admin/settings', allowed: admins },
  {
    route: 'PATCH /api/admin/settings',
    allowed: admins,
    body: { settings: { name: 'Acme {unique}' } },
    entry: { action: 'settings.changed', target: { kind: 'workspace', id: 'settings' } },
  },
  { route: 'GET /api/admin/stats', allowed: admins },
  // To drain takes another process: in its own story.
  {
    route: 'DELETE /api/admin/drain/{processId}',
    allowed: admins,
    entry: { action: 'process.resumed', after: { app: 'server' }, target: { kind: 'process' } },
  },
  { route: 'GET /api/admin/jobs', allowed: admins },
  { route: 'GET /api/admin/jobs/kinds', allowed: admins },
  {
    route: 'POST /api/admin/jobs/{jobId}/retry',
    allowed: admins,
    body: {},
    entry: { action: 'job.retried', target: { kind: 'job' } },
  },
  {
    route: 'DELETE /api/admin/jobs/{jobId}',
    allowed: admins,
    entry: { action: 'job.removed', target: { kind: 'job' } },
  },
  { route: 'GET /api/admin/topology', allowed: admins },
  { route: 'GET /api/admin/users', allowed: admins },
  { route: 'GET /api/admin/users/{userId}', allowed: admins },
  {
    route: 'PATCH /api/admin/users/{userId}',
    allowed: admins,
    body: { name: 'Renamed', state: 'suspended' },
    entry: { action: 'user.suspended', after: { name: 'Renamed', isDeactivated: true } },
  },
  {
    route: 'POST /api/admin/users/{userId}/logout',
    allowed: admins,
    body: {},
    entry: { action: 'user.signed_out' },
  },
  {
    route: 'POST /api/admin/users/{userId}/warn',
    allowed: moderators,
    body: { reason: 'No advertising here' },
    entry: { action: 'user.warned' },
  },
  {
    route: 'POST /api/admin/users/{userId}/mute',
    allowed: moderators,
    body: { until: '2090-01-01T00:00:00.000Z' },
    entry: { action: 'user.muted', after: { mutedUntil: '2090-01-01T00:00:00.000Z' } },
  },
  {
    route: 'POST /api/admin/users/{userId}/reset-link',
    allowed: admins,
    body: {},
    entry: { action: 'user.reset_link_made' },
  },
  { route: 'GET /api/admin/incoming-webhooks', allowed: admins },
  {
    route: 'POST /api/admin/incoming-webhooks',
    allowed: admins,
    body: { name: 'Builds', chatId: '{chatId}' },
    entry: { ...ofIncoming('created'), after: { name: 'Builds', mayCallAll: false } },
  },
  { route: 'GET /api/admin/incoming-webhooks/{hookId}', allowed: admins },
  {
    route: 'PATCH /api/admin/incoming-webhooks/{hookId}',
    allowed: admins,
    body: { state: 'paused' },
    entry: { ...ofIncoming('changed'), after: { state: 'paused' } },
  },
  {
    route: 'DELETE /api/admin/incoming-webhooks/{hookId}',
    allowed: admins,
    entry: ofIncoming('removed'),
  },
  {
    route: 'POST /api/admin/incoming-webhooks/{hookId}/secret',
    allowed: admins,
    entry: ofIncoming('secret_renewed'),
  },
  { route: 'GET /api/admin/webhooks', allowed: admins },
  {
    route: 'POST /api/admin/webhooks',
    allowed: admins,
    body: aWebhook,
    entry: { action: 'webhook.created', target: { kind: 'webhook' } },
  },
  { route: 'GET /api/admin/webhooks/{webhookId}', allowed: admins },
  {
    route: 'PATCH /api/admin/webhooks/{webhookId}',
    allowed: admins,
    body: { name: 'Renamed' },
    entry: { ...ofWebhook('changed'), after: { name: 'Renamed' } },
  },
  {
    route: 'DELETE /api/admin/webhooks/{webhookId}',
    allowed: admins,
    entry: ofWebhook('removed'),
  },
  {
    route: 'POST /api/admin/webhooks/{webhookId}/secret',
    allowed: admins,
    entry: ofWebhook('secret_renewed'),
  },
  {
    route: 'POST /api/admin/webhooks/{webhookId}/ping',
    allowed: admins,
    entry: ofWebhook('pinged'),
  },
  { route: 'GET /api/admin/webhooks/{webhookId}/deliveries', allowed: admins },
  {
    route: 'POST /api/admin/webhooks/{webhookId}/deliveries/{deliveryId}/replay',
    allowed: admins,
    entry: ofWebhook('replayed'),
  },
];
