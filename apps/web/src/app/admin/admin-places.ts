import { mayInWorkspace, type WorkspacePermission, type WorkspaceRole } from '@app/contracts';
import type { IconName } from '@app/web-ui';

interface Place {
  readonly icon: IconName;
  /** Who may see it. */
  readonly permission: WorkspacePermission;
}

/** The pages of the console in the order of its list; each is a path below `/admin`. */
export const adminPlaces = {
  dashboard: { icon: 'chart-column', permission: 'runWorkspace' },
  people: { icon: 'users', permission: 'readAccounts' },
  chats: { icon: 'messages-square', permission: 'administerChats' },
  reports: { icon: 'flag', permission: 'handleReports' },
  bots: { icon: 'bot', permission: 'manageBots' },
  webhooks: { icon: 'link', permission: 'manageWebhooks' },
  topology: { icon: 'server', permission: 'operate' },
  jobs: { icon: 'list-checks', permission: 'operate' },
  backups: { icon: 'database-backup', permission: 'makeBackups' },
  imports: { icon: 'import', permission: 'makeBackups' },
  audit: { icon: 'scroll-text', permission: 'readAudit' },
  announcements: { icon: 'megaphone', permission: 'runWorkspace' },
  retention: { icon: 'hourglass', permission: 'runWorkspace' },
  settings: { icon: 'settings', permission: 'runWorkspace' },
} as const satisfies Record<string, Place>;

export type PlaceId = keyof typeof adminPlaces;

/** Those that are for somebody of this role; without one, or for others, none. */
export function placesOf(role: WorkspaceRole | undefined): readonly PlaceId[] {
  const ids = Object.keys(adminPlaces) as PlaceId[];
  return ids.filter((id) => role && mayInWorkspace(adminPlaces[id].permission, role));
}
