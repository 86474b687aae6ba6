import { writeFile } from 'node:fs/promises';
import { indicatorsPage } from './indicators-page.ts';

await writeFile('docs/indicators.md', indicatorsPage());
