import { DIST_FOLDER } from './places.ts';
import { writePackage } from './write-package.ts';

/** `npm run package`: `profiles/compiled` → `dist/ca.passerelle.psc-<version>.tgz`. */
process.stdout.write(`${await writePackage(DIST_FOLDER)}\n`);
