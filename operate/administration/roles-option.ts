import { Option } from 'commander';
import { ROLES } from '../../gateway/access/roles.ts';

/** `--roles pivot clinical` */
export const rolesOption = (): Option =>
  new Option('--roles <roles...>', 'rôles, séparés d’une espace / roles, separated by a space').choices(
    Object.keys(ROLES),
  );
