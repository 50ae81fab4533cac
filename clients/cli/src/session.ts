import { Parley } from '@parley/client';
import type { ConfigFile } from './config-file.js';
import { exitCodes, Failure } from './failures.js';

/** What every command takes. It wins over the environment, and that over the file. */
export interface GlobalOptions {
  readonly url?: string;
  readonly json?: boolean;
}

export const defaultUrl = 'http://127.0.0.1:5000';

/** Where the server is that is meant. */
export function urlFor(
  { url }: GlobalOptions,
  env: Readonly<Record<string, string | undefined>>,
  config: ConfigFile,
): string {
  return url ?? env['PARLEY_URL'] ?? config.read()?.url ?? defaultUrl;
}

/** The account that a command is run as. Throws `Failure` where there is none. */
export function sessionFor(
  options: GlobalOptions,
  env: Readonly<Record<string, string | undefined>>,
  config: ConfigFile,
): Parley {
  const url = urlFor(options, env, config);
  const { PARLEY_TOKEN: token } = env;
  if (token) return Parley.withToken({ url, token });
  const kept = config.read();
  if (kept?.url !== url) {
    const question = `Nobody is signed in at ${url}: run \`parley login\``;
    throw new Failure(question, exitCodes.notSignedIn);
  }
  if (kept.token) return Parley.withToken({ url, token: kept.token });
  const onTokens = (tokens: SignedTokens) => config.write({ ...kept, tokens });
  return Parley.resume({ url, tokens: kept.tokens!, onTokens });
}

type SignedTokens = Parameters<typeof Parley.resume>[0]['tokens'];
