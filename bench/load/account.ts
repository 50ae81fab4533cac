/** Somebody registered with Parley, as far as the load generator needs them. */
export interface Account {
  readonly id: string;
  readonly token: string;
}

/** Of everybody. */
export const PASSWORD = 'correct horse battery';

export async function register(url: string, username: string): Promise<Account> {
  const body = {
    username,
    name: username,
    email: `${username}@parley.example`,
    password: PASSWORD,
  };
  const { user, accessToken } = await post<{ user: { id: string }; accessToken: string }>(
    `${url}/api/auth/register`,
    body,
  );
  return { id: user.id, token: accessToken };
}

/** Returns the chat's id. */
export async function createChat(url: string, by: Account, input: object): Promise<string> {
  return (await post<{ id: string }>(`${url}/api/chats`, input, by.token)).id;
}

/** In how many chats somebody is. */
export async function chatCount(url: string, { token }: Account): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${url}/api/chats`, { headers });
  return ((await response.json()) as { items: unknown[] }).items.length;
}

async function post<T>(url: string, body: object, token?: string): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text}`);
  return JSON.parse(text) as T;
}
