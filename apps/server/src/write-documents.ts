import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { adapters, apiGuide, asyncApi, configFrom, openApiFor } from '@app/platform';
import { ServerAppModule } from './server-app.module.js';

// `npm run openapi`: what the server serves under `/api`, for those who read it without one.
const config = configFrom({ MONGODB_URI: 'mongodb://never-asked' });
const write = (name: string, text: string): void => writeFileSync(`docs/${name}`, text);
const json = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`;

const openApi = await openApiFor(ServerAppModule.with(await adapters(config), config));
const events = asyncApi();
write('openapi.json', json(openApi));
write('asyncapi.json', json(events));
write('api-guide.html', apiGuide(openApi, events));
