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
  /** As in the OpenAPI document; of `{userId}` somebody whom nobody asks as. */
  readonly route: string;
  readonly allowed: readonly WorkspaceAsker[];
  readonly body?: unknown;
}

const admins = ['admin', 'owner'] as const;

/** Every route of administration, and who may use it. One that is not here fails the test. */
export const adminEndpoints: readonly AdminEndpoint[] = [
  { route: 'GET /api/admin/audit', allowed: admins },
  { route: 'GET /api/admin/audit/verify', allowed: admins },
  { route: 'GET /api/admin/audit/export', allowed: admins },
  { route: 'GET /api/admin/users', allowed: admins },
  { route: 'GET /api/admin/users/{userId}', allowed: admins },
  {
    route: 'PATCH /api/admin/users/{userId}',
    allowed: admins,
    body: { name: 'Renamed', state: 'suspended' },
  },
  { route: 'POST /api/admin/users/{userId}/logout', allowed: admins, body: {} },
  { route: 'POST /api/admin/users/{userId}/reset-link', allowed: admins, body: {} },
];
