import { expect, type Page } from '@playwright/test';

/** REST as the person who is signed in in a page, beside what the page itself does. */
export class Api {
  private constructor(
    private readonly page: Page,
    private readonly origin: string,
    private readonly token: string,
  ) {}

  static async of(page: Page): Promise<Api> {
    const { origin } = new URL(page.url());
    const headers = { 'x-parley-client': 'web' };
    const answer = await page.request.post(`${origin}/api/auth/refresh`, { headers, data: {} });
    const { accessToken } = (await answer.json()) as { accessToken: string };
    return new Api(page, origin, accessToken);
  }

  async get<T>(path: string): Promise<T> {
    const headers = { authorization: `Bearer ${this.token}` };
    return (await (await this.page.request.get(this.origin + path, { headers })).json()) as T;
  }

  async post<T>(path: string, data: unknown): Promise<T> {
    return this.#write<T>('POST', path, data);
  }

  async put<T>(path: string, data: unknown): Promise<T> {
    return this.#write<T>('PUT', path, data);
  }

  async patch<T>(path: string, data: unknown): Promise<T> {
    return this.#write<T>('PATCH', path, data);
  }

  async delete<T>(path: string): Promise<T> {
    return this.#write<T>('DELETE', path, undefined);
  }

  /** A message for each text, in this order: at most as many as go at once. */
  async say(chatId: string, texts: readonly string[]): Promise<void> {
    const items = texts.map((text) => ({ chatId, text }));
    await this.post('/api/messages/batch', { items });
  }

  /** Its id, once its preview is made. */
  async upload(chatId: string, name: string, buffer: Buffer): Promise<string> {
    const headers = { authorization: `Bearer ${this.token}` };
    const file = { name, mimeType: 'application/octet-stream', buffer };
    const answer = await this.page.request.post(`${this.origin}/api/files/upload`, {
      headers,
      multipart: { chatId, file },
    });
    if (!answer.ok()) throw new Error(`${name}: ${answer.status()} ${await answer.text()}`);
    const { id } = (await answer.json()) as { id: string };
    await expect(async () => {
      const { preview } = await this.get<{ preview: string }>(`/api/files/${id}/meta`);
      expect(preview).not.toBe('pending');
    }).toPass();
    return id;
  }

  async #write<T>(method: string, path: string, data: unknown): Promise<T> {
    const headers = { authorization: `Bearer ${this.token}` };
    const options = { method, headers, data };
    const answer = await this.page.request.fetch(this.origin + path, options);
    if (!answer.ok())
      throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
    const text = await answer.text();
    return (text === '' ? {} : JSON.parse(text)) as T;
  }
}
