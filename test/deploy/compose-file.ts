import { readYaml } from './deploy-files.js';

export interface ComposeService {
  readonly image?: string;
  readonly profiles?: readonly string[];
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly network_mode?: string;
  readonly networks?: readonly string[] | Readonly<Record<string, unknown>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly deploy?: { readonly replicas?: number };
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly secrets?: readonly string[];
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, { readonly environment: string }>>;
}

/** The compose file with its anchors merged; `${…}` as they are written. */
export const composeFile = readYaml('docker-compose.yml') as ComposeFile;

/** `{[name]: service}` of the profile. */
export function servicesOf(profile: string): Record<string, ComposeService> {
  const all = Object.entries(composeFile.services);
  return Object.fromEntries(all.filter(([, { profiles }]) => profiles?.includes(profile)));
}

/** The names of the networks that a service is in. */
export function networksOf({ networks = [] }: ComposeService): string[] {
  return Array.isArray(networks) ? [...(networks as string[])] : Object.keys(networks);
}

/** What Compose makes of `${NAME:-default}` and `${NAME:?why}`, with what `given` has. */
export function interpolated(text: string, given: NodeJS.Dict<string> = {}): string {
  return text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind, rest: string) => {
    const value = given[name];
    if (value) return value;
    if (kind === '?') throw new Error(`${name}: ${rest}`);
    return kind === '-' ? rest : '';
  });
}
