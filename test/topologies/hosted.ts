import type { Start } from './deployment.js';

/** What a host says of a deployment. */
export interface Hosted {
  readonly id: string;
  readonly url: string;
  readonly edgeUrl: string;
  readonly redisUrl?: string | undefined;
}

/** In the process that runs all deployments of this shape, which the first that asks begins. */
export function hosted(shape: 'embedded' | 'split'): Start {
  return async (environment = {}) => {
    const host = await asked(`${process.env['TEST_HOSTS_URL']}/${shape}`);
    const body = JSON.stringify(environment);
    const { id, ...deployment } = JSON.parse(await asked(host, { method: 'POST', body })) as Hosted;
    const close = async () => {
      await asked(`${host}/${id}`, { method: 'DELETE' });
    };
    return { ...deployment, close };
  };
}

async function asked(url: string, init?: RequestInit): Promise<string> {
  const answer = await fetch(url, init);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}
