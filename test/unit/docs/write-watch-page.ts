import { writeFile } from 'node:fs/promises';
import { watchPage } from './watch-page.ts';

await writeFile('docs/watch.md', watchPage());
