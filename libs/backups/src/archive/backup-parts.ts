/**
 * When each collection is read. One that is not named is read between the first and the last; that
 * each of our modules' is named, a spec sees to.
 */
const parts = {
  /**
   * They say how far something else has come, which is read later: whoever is behind catches up,
   * and whoever is said to be further than it is would never. One behind the other: how much of a
   * chat has come in before the chats, which say whose logs are read.
   */
  first: [
    'imported_chats',
    ...['chats', 'notification_places', 'audit_heads'],
    ...['admin', 'auth', 'backups', 'files', 'imports', 'messages', 'users', 'webhooks'].map(
      (name) => `${name}_deeds`,
    ),
  ],
  between: [
    ...['users', 'workspace', 'workspace_settings', 'credentials', 'sessions', 'tokens'],
    ...['refused_sign_ins', 'audit_entries', 'reports', 'report_claims', 'notices', 'stat_days'],
    ...['memberships', 'chat_keys', 'invites', 'mentions', 'quiet_blocks', 'hidden_messages'],
    ...['announcements', 'announcement_dismissals', 'imports', 'chat_retention'],
    ...['calls', 'call_entries', 'notifications', 'notification_settings', 'mail_lines'],
    ...['push_devices', 'pushed_chats', 'webhooks', 'webhook_lanes', 'webhook_deliveries'],
    ...['password_resets', 'incoming_webhooks', 'export_orders', 'kept_requests', 'migrations'],
  ],
  /** Chat by chat. */
  log: ['messages'],
  /** Messages name them; they are stored before these are. */
  last: ['files', 'file_uses', 'file_totals', 'avatars', 'exports'],
  /**
   * Found again by themselves (an index, work for later), or of no use without what is not taken
   * along (uploads under way, calls and purges that run), or on another machine (backups in its
   * folder).
   */
  never: [
    ...['search_chats', 'search_places', 'file_uploads', 'file_removals'],
    ...['jobs', 'call_claims', 'notification_rings', 'backup_orders', 'backups', 'import_claims'],
    ...['retention_runs'],
  ],
} as const satisfies Record<string, readonly string[]>;

export type Part = keyof typeof parts;

/** Those among `names`, in the order of the list as far as they are in it. */
export function namesOf(part: Part, names: readonly string[]): string[] {
  const listed = parts[part].filter((name) => names.includes(name));
  const others = names.filter((name) => partOf(name) === part && !isNamed(name));
  return [...listed, ...others];
}

const partByName = new Map<string, Part>(
  (Object.keys(parts) as Part[]).flatMap((part) =>
    parts[part].map((name): [string, Part] => [name, part]),
  ),
);

/** When a collection is read; `never` also for what the engine keeps for itself. */
export function partOf(name: string): Part {
  if (name.startsWith('system.')) return 'never';
  return partByName.get(name) ?? 'between';
}

export const isNamed = (name: string): boolean => partByName.has(name);
