import { join } from 'node:path';
import type { Config } from './config.js';
import { keptSecret } from './kept-secret.js';

/**
 * The configuration with a secret for access tokens: `JWT_SECRET`, else one that is made and kept
 * in the data directory. (`configFrom` refuses to go without in production.)
 */
export function withSecret(config: Config): Config & { readonly jwtSecret: string } {
  const jwtSecret = config.jwtSecret ?? keptSecret(join(config.dataDir, 'jwt-secret'));
  return { ...config, jwtSecret };
}
