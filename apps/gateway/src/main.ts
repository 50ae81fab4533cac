import 'reflect-metadata';
import { adapters, runApp, startEdgeApp } from '@app/platform';
import { GatewayAppModule } from './gateway-app.module.js';

await runApp({
  name: 'gateway',
  needs: ['JWT_SECRET', 'REDIS_URL'],
  start: async ({ mongodbUri: _, ...config }) =>
    startEdgeApp(GatewayAppModule.with(await adapters(config), config), config),
});
