import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Our sources in FHIR Shorthand. */
export const FSH_FOLDER = at('../fsh/');
/** What SUSHI needs to know of our package. */
export const SUSHI_CONFIG = at('../sushi-config.yaml');
/** What SUSHI made of them, snapshots included: checked in, never edited. */
export const COMPILED_FOLDER = at('../compiled/');
/** The version of our FHIR package is the version of the project. */
export const PACKAGE_JSON = at('../../package.json');
/** R4's own definitions, as HL7 publishes them. */
export const R4_PACKAGE = at('../../node_modules/hl7.fhir.r4.examples/');
export const SUSHI = at('../../node_modules/fsh-sushi/dist/app.js');
/** SUSHI's home: its package cache is kept between builds. */
export const SUSHI_HOME = at('../../node_modules/.cache/passerelle-sushi/');
/** What a partner’s analyst reads: generated, checked in. */
export const README_FILES = { fr: at('../README.fr.md'), en: at('../README.md') } as const;
/** What `npm run package` makes, outside version control. */
export const DIST_FOLDER = at('../../dist/');
