import { join } from 'node:path';
import type { Config } from './config.js';
import { keptSecret } from './kept-secret.js';

/**
 * The configuration with a secret for access tokens: `JWT_SECRET`, else one that is made and kept
 * in the data directory. (`configFrom` refuses to go without in production.) So it is with the key
 * of pushes, without which production goes on: nothing is pushed then.
 */
export function withSecret(config: Config): Config & { readonly jwtSecret: string } {
  const { dataDir, isProduction, notifications } = config;
  const kept = (name: string) => keptSecret(join(dataDir, name));
  const jwtSecret = config.jwtSecret ?? kept('jwt-secret');
  const ownKey = isProduction ? undefined : () => kept('vapid-key');
  const vapidKey = notifications.vapidKey ?? ownKey?.();
  return { ...config, jwtSecret, notifications: { ...notifications, vapidKey } };
}
