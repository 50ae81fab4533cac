import { askedWith, ConnectionLost, RequestProblem, type TokenSource } from '@app/web-session';

/** Rejects as `RestClient` does, which has no forms. */
export async function sendPicture<T>(tokens: TokenSource, path: string, picture: Blob): Promise<T> {
  const answer = await askedWith(tokens, (token) => post(path, picture, token));
  const body = await bodyOf(answer);
  if (!answer.ok) throw RequestProblem.fromBody(body, answer.status);
  if (body === undefined) throw new ConnectionLost();
  return body as T;
}

async function post(path: string, picture: Blob, token: string): Promise<Response> {
  const form = new FormData();
  form.append('file', picture, 'picture');
  const headers = { 'X-Parley-Client': 'web', Authorization: `Bearer ${token}` };
  try {
    return await fetch(`/api/${path}`, { method: 'POST', headers, body: form });
  } catch {
    // TypeError: no network.
    throw new ConnectionLost();
  }
}

/** Undefined: something on the way has answered that is not our server, or it broke off. */
async function bodyOf(answer: Response): Promise<unknown> {
  try {
    return (await answer.json()) as unknown;
  } catch {
    // SyntaxError, TypeError.
    return undefined;
  }
}
