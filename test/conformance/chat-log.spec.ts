import { ChatLogApi, MessagesApi } from '@app/contracts';
import { adapters } from '@app/platform';
import { eventually } from '@app/platform/testing';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { ServerAppModule } from '../../apps/server/src/server-app.module.js';
import { chatLogConformance } from '../../libs/chats/src/testing/index.js';
import { testConfig } from '../topologies/deployment.js';

describe('The chat log of the server', () => {
  let app: INestApplicationContext;

  beforeAll(async () => {
    const config = testConfig();
    const module = ServerAppModule.with(await adapters(config), config);
    app = await NestFactory.createApplicationContext(module, { abortOnError: false });
  });

  afterAll(() => app.close());

  chatLogConformance(() => {
    const messages = app.get(MessagesApi);
    return Promise.resolve({
      log: app.get(ChatLogApi),
      // The membership follows the log's first entry within moments.
      say: (actor, chatId, text) =>
        eventually(async () => (await messages.send(actor, { chatId, text })).message),
      edit: (actor, { id }, text) => messages.edit(actor, { messageId: id, text }),
      hide: (actor, { id }) => messages.remove(actor, { messageId: id, scope: 'me' }),
    });
  });
});
