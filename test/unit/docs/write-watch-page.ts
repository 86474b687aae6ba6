import { writeFile } from 'node:fs/promises';
import { lastMeasured } from '../../watch-budget/measured.ts';
import { watchPage } from './watch-page.ts';

await writeFile('docs/watch.md', watchPage(lastMeasured()));
