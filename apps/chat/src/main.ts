import 'reflect-metadata';
import { adapters, runApp } from '@app/platform';
import { startServiceApp } from '@app/platform/rpc';
import { ChatAppModule } from './chat-app.module.js';

await runApp({
  name: 'chat',
  needs: ['MONGODB_URI', 'REDIS_URL'],
  start: async (config) =>
    startServiceApp(ChatAppModule.with(await adapters(config), config), config),
});
