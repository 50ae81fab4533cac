import 'reflect-metadata';
import { adapters, runApp } from '@app/platform';
import { startServiceApp } from '@app/platform/rpc';
import { CallsAppModule } from './calls-app.module.js';

await runApp({
  name: 'calls',
  needs: ['MONGODB_URI', 'REDIS_URL'],
  start: async (config) =>
    startServiceApp(CallsAppModule.with(await adapters(config), config), config),
});
