import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { INestApplication } from '@nestjs/common';
import { WhileAsked } from './while-asked.js';

const began = Promise.withResolvers<AbortSignal>();

@Controller()
class SlowController {
  @Get('slow')
  slow(@WhileAsked() signal: AbortSignal): Promise<string> {
    began.resolve(signal);
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve('unheard')));
  }
}

@Module({ controllers: [SlowController] })
class SlowModule {}

describe('WhileAsked', () => {
  let app: INestApplication;

  beforeAll(async () => {
    app = await NestFactory.create(SlowModule, { logger: false });
    await app.listen(0, '127.0.0.1');
  });

  afterAll(() => app.close());

  it('is over when who has asked is gone', async () => {
    const client = new AbortController();
    const answer = fetch(`${await app.getUrl()}/slow`, { signal: client.signal });
    const signal = await began.promise;
    expect(signal.aborted).toBe(false);
    const over = new Promise((resolve) => signal.addEventListener('abort', resolve));
    client.abort();
    await expect(answer).rejects.toThrow();
    await over;
  });
});
