import 'reflect-metadata';
import { adapters, runApp } from '@app/platform';
import { startServiceApp } from '@app/platform/rpc';
import { UsersAppModule } from './users-app.module.js';

await runApp({
  name: 'users',
  needs: ['MONGODB_URI', 'REDIS_URL'],
  start: async (config) =>
    startServiceApp(UsersAppModule.with(await adapters(config), config), config),
});
