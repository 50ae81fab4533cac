import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { adapters, asyncApi, configFrom, openApiFor } from '@app/platform';
import { ServerAppModule } from './server-app.module.js';

// `npm run openapi`: what the server serves under `/api`, for those who read it without one.
const config = configFrom({ MONGODB_URI: 'mongodb://never-asked' });
const write = (name: string, document: unknown): void =>
  writeFileSync(`docs/${name}.json`, `${JSON.stringify(document, null, 2)}\n`);

write('openapi', await openApiFor(ServerAppModule.with(await adapters(config), config)));
write('asyncapi', asyncApi());
