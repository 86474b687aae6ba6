export const PACKAGE_NAME = 'ca.passerelle.psc';

/** The version of FHIR that the package is written in. */
export const FHIR_VERSION = '4.0.1';

/** Name of the file that holds this version of our package. */
export const packageFile = (version: string): string => `${PACKAGE_NAME}-${version}.tgz`;
