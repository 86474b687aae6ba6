/** FHIR R4, datatype `id`. */
const ID = /^[A-Za-z0-9.-]{1,64}$/;

/** Whether a resource, or a version of one, can be called so: what cannot is not asked of the record, which would refuse the question. */
export const isResourceId = (value: string): boolean => ID.test(value);
