import 'reflect-metadata';
import { adapters, runApp } from '@app/platform';
import { startServiceApp } from '@app/platform/rpc';
import { NotificationsAppModule } from './notifications-app.module.js';

await runApp({
  name: 'notifications',
  needs: ['MONGODB_URI', 'REDIS_URL'],
  start: async (config) =>
    startServiceApp(NotificationsAppModule.with(await adapters(config), config), config),
});
