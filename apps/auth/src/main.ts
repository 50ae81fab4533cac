import 'reflect-metadata';
import { adapters, runApp } from '@app/platform';
import { startServiceApp } from '@app/platform/rpc';
import { AuthAppModule } from './auth-app.module.js';

await runApp({
  name: 'auth',
  needs: ['JWT_SECRET', 'MONGODB_URI', 'REDIS_URL'],
  start: async (config) =>
    startServiceApp(AuthAppModule.with(await adapters(config), config), config),
});
