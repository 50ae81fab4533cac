import { pathToFileURL } from 'node:url';

interface Side {
  readonly path?: string | readonly string[];
  readonly pathNot?: string | readonly string[];
}
interface Rule {
  readonly from: Side;
  readonly to: Side;
}

/** A file of each group by which another group would import it or be imported. */
const samples = {
  server: ['apps/server/src/main.ts'],
  auth: ['apps/auth/src/main.ts'],
  users: ['apps/users/src/main.ts'],
  chat: ['apps/chat/src/main.ts'],
  files: ['apps/files/src/main.ts'],
  calls: ['apps/calls/src/main.ts'],
  notifications: ['apps/notifications/src/main.ts'],
  gateway: ['apps/gateway/src/main.ts'],
  web: ['apps/web/src/main.ts'],
  edge: [
    'libs/chats/src/edge/index.ts',
    'libs/users/src/edge/index.ts',
    'libs/admin/src/edge/index.ts',
    'libs/files/src/edge/index.ts',
    'libs/calls/src/edge/index.ts',
    'libs/notifications/src/edge/index.ts',
    'libs/webhooks/src/edge/index.ts',
  ],
  accounts: ['libs/auth/src/index.ts'],
  profiles: ['libs/users/src/index.ts', 'libs/admin/src/index.ts'],
  chats: ['libs/chats/src/index.ts', 'libs/messages/src/index.ts', 'libs/search/src/index.ts'],
  keeping: ['libs/files/src/index.ts', 'libs/backups/src/index.ts', 'libs/imports/src/index.ts'],
  calling: ['libs/calls/src/index.ts'],
  telling: ['libs/notifications/src/index.ts', 'libs/webhooks/src/index.ts'],
  weblibs: [
    'libs/web-ui/src/index.ts',
    'libs/web-realtime/src/index.ts',
    'libs/web-calls/src/index.ts',
  ],
  platform: ['libs/platform/src/index.ts'],
  chatstate: ['libs/chat-state/src/index.ts'],
  contracts: ['libs/contracts/src/index.ts'],
} as const;

/**
 * `['server → chats', …]`, sorted: between which groups `.dependency-cruiser.mjs` allows an import.
 * Throws when the members of a group differ.
 */
export async function allowedImports(): Promise<string[]> {
  const file = pathToFileURL('.dependency-cruiser.mjs').href;
  const { default: config } = (await import(file)) as { default: { allowed: readonly Rule[] } };
  const groups = Object.entries(samples);
  const pairs = groups.flatMap(([from, files]) =>
    groups
      .filter(([to]) => to !== from)
      .filter(([to, targets]) => {
        const answers = files.flatMap((file) =>
          targets.map((target) => config.allowed.some((rule) => permits(rule, file, target))),
        );
        if (new Set(answers).size > 1) throw new Error(`${from} → ${to}: some may, some may not`);
        return answers[0];
      })
      .map(([to]) => `${from} → ${to}`),
  );
  return pairs.toSorted();
}

/** As dependency-cruiser reads a rule about paths: `$1` is what the first group matched. */
function permits({ from, to }: Rule, file: string, target: string): boolean {
  // A rule about packages says nothing of our own files.
  if (to.path === undefined) return false;
  if (patterns(from.pathNot).some((pattern) => new RegExp(pattern).test(file))) return false;
  return patterns(from.path).some((pattern) => {
    const match = new RegExp(pattern).exec(file);
    return (
      match !== null &&
      patterns(to.path).some((path) =>
        new RegExp(path.replaceAll('$1', match[1] ?? '')).test(target),
      )
    );
  });
}

const patterns = (path: string | readonly string[] = []): readonly string[] => [path].flat();
