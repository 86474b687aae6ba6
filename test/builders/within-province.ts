interface Entry {
  readonly [field: string]: unknown;
}

/** The sandbox’s centres without the partners of another province that they name: for a registry in which these are not. */
export const withinProvince = <T extends Entry>(centres: readonly T[]): readonly Omit<T, 'otherProvinces'>[] =>
  centres.map(({ otherProvinces: _elsewhere, ...centre }) => centre);

/** A centre of the sandbox’s without the other centres that it names: for a registry in which these are not. */
export const untied = <T extends object>(centre: T): T => ({ ...centre, centreTies: undefined });

/** A partner of the sandbox’s as one of Québec. */
export const inQuebec = <T extends Entry>(partner: T): T & { readonly province: 'QC' } => ({
  ...partner,
  province: 'QC',
});
