import { writeFileSync } from 'node:fs';
import { envExample } from '@app/platform';

// `npm run env-example`: the settings as a file to copy; its spec says when it is old.
writeFileSync('.env.example', envExample());
