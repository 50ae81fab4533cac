import { readFileSync, writeFileSync } from 'node:fs';
import { envExample, withSettings } from '@app/platform';

// `npm run env-example`: the settings as a file to copy and as the README's table; a spec says when
// either is old.
writeFileSync('.env.example', envExample());
writeFileSync('README.md', withSettings(readFileSync('README.md', 'utf8')));
