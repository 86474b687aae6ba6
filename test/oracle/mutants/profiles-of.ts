import { isObject, type JsonObject } from './places.ts';

/** What a resource says it follows. */
export const profilesOf = ({ meta }: JsonObject): readonly string[] =>
  isObject(meta) && Array.isArray(meta.profile) ? meta.profile.map(String) : [];
