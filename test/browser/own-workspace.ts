import type { Page } from '@playwright/test';
import { ServerProcess } from '../processes/server-process.js';
import { expect, fillRegistration, type Stage, type Visit } from './stage.js';

const password = 'correct horse battery';

/** Somebody who is not there, but could sign in. */
export interface Registered {
  readonly id: string;
  readonly username: string;
}

/** A workspace with an owner, who is there: its first account. On a server and data of its own. */
export class OwnWorkspace {
  private constructor(
    private readonly server: ServerProcess,
    /** Signed in, with the list of chats. */
    readonly owner: Page,
  ) {}

  /** `database`: a name that no other story has. */
  static async found(
    { mongo }: Stage,
    visit: Visit,
    database: string,
    settings: NodeJS.ProcessEnv = {},
  ): Promise<OwnWorkspace> {
    const server = await ServerProcess.start({ MONGODB_URI: mongo.uri(database), ...settings });
    const owner = await visit();
    await owner.goto(`${server.url}/register`);
    await fillRegistration(owner, 'Olga Berg');
    await expect(owner.getByRole('link', { name: /Notes to self/ })).toBeVisible();
    return new OwnWorkspace(server, owner);
  }

  /** The address of a page. */
  at(path: string): string {
    return this.server.url + path;
  }

  async register(name: string): Promise<Registered> {
    const username = name.split(' ')[0]!.toLowerCase();
    const data = { name, username, email: `${username}@parley.example`, password };
    const answer = await this.owner.request.fetch(this.at('/api/auth/register'), {
      method: 'POST',
      data,
    });
    if (!answer.ok()) throw new Error(`register: ${answer.status()} ${await answer.text()}`);
    return ((await answer.json()) as { user: Registered }).user;
  }

  /** The status of the answer. */
  async tryToSignIn({ username }: Registered): Promise<number> {
    const data = { username, password };
    const answer = await this.owner.request.fetch(this.at('/api/auth/login'), {
      method: 'POST',
      data,
    });
    return answer.status();
  }

  /** Another page, at which somebody has signed in and then come to this path. */
  async enter(visit: Visit, { username }: Registered, path: string): Promise<Page> {
    const page = await visit();
    await page.goto(this.at(`/sign-in?next=${path}`));
    await page.getByLabel('E-mail or username').fill(username);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    return page;
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}
