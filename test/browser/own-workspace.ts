import type { APIResponse, Page } from '@playwright/test';
import type { ServerProcess } from '../processes/server-process.js';
import { comeAs, expect, type Visit } from './stage.js';

const password = 'correct horse battery';

/** Somebody who is not there, but could sign in. */
export interface Registered {
  readonly id: string;
  readonly username: string;
}

/**
 * A workspace with an owner, who is there: its first account. Stories of one worker share it, where
 * they take its `ownServer`: no two of them make people of the same first name, and whoever has
 * changed what holds for everybody puts that back.
 */
export class OwnWorkspace {
  private constructor(
    private readonly url: string,
    private readonly visit: Visit,
    /** Signed in, with the list of chats. */
    readonly owner: Page,
  ) {}

  /** That of a server: its owner is made where there is none yet. */
  static async of({ url }: ServerProcess, visit: Visit): Promise<OwnWorkspace> {
    const owner = await visit();
    const made = await signUp(owner, url, 'Olga Berg');
    const answer = made.ok() ? made : await signIn(owner, url, 'olga');
    await comeAs(owner, await userOf<object>(answer), url);
    await expect(owner.getByRole('link', { name: /Notes to self/ })).toBeVisible();
    return new OwnWorkspace(url, visit, owner);
  }

  /** The address of a page. */
  at(path: string): string {
    return this.url + path;
  }

  async register(name: string): Promise<Registered> {
    // Not as the web app, which would make theirs the cookie of the owner's browser.
    return userOf<Registered>(await signUp(this.owner, this.url, name, {}));
  }

  /** The status of the answer. */
  async tryToSignIn({ username }: Registered): Promise<number> {
    return (await signIn(this.owner, this.url, username, {})).status();
  }

  /** Another page, at which somebody is signed in and has come to this path. */
  async enter({ username }: Registered, path: string): Promise<Page> {
    const page = await this.visit();
    const user = await userOf<object>(await signIn(page, this.url, username));
    await comeAs(page, user, this.at(path));
    return page;
  }
}

/** Whose answer leaves a cookie in the browser of the page. */
const ofTheWeb = { 'x-parley-client': 'web' };

function signUp(page: Page, url: string, name: string, headers: object = ofTheWeb) {
  const username = name.split(' ')[0]!.toLowerCase();
  const data = { name, username, email: `${username}@parley.example`, password };
  return page.request.post(`${url}/api/auth/register`, { headers: { ...headers }, data });
}

function signIn(page: Page, url: string, username: string, headers: object = ofTheWeb) {
  const data = { username, password };
  return page.request.post(`${url}/api/auth/login`, { headers: { ...headers }, data });
}

async function userOf<User>(answer: APIResponse): Promise<User> {
  if (!answer.ok()) throw new Error(`${answer.url()}: ${answer.status()} ${await answer.text()}`);
  return ((await answer.json()) as { user: User }).user;
}
