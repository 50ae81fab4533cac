import 'reflect-metadata';
import { adapters, runApp } from '@app/platform';
import { startServiceEdgeApp } from '@app/platform/rpc';
import { FilesAppModule } from './files-app.module.js';

await runApp({
  name: 'files',
  needs: ['JWT_SECRET', 'MONGODB_URI', 'REDIS_URL'],
  start: async (config) =>
    startServiceEdgeApp(FilesAppModule.with(await adapters(config), config), config),
});
