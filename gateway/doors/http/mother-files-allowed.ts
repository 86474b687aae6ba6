import type { RequestHandler } from 'express';
import type { Issue } from '../../../profiles/issue.ts';
import { isOn } from '../../access/switches.ts';
import { GatewayError } from '../../failures.ts';
import type { Registry } from '../../registry.ts';
import { centreOf } from './authenticate.ts';

/** Lets pass only a centre whose registry entry turns expectant mothers' files on: they are off by default. Throws `forbidden`. */
export function motherFilesAllowed(registry: Registry): RequestHandler {
  return (_req, res, next) => {
    if (!isOn(registry.centre(centreOf(res)), 'motherFiles'))
      throw new GatewayError('forbidden', 'mother files are off', { issues: [OFF] });
    next();
  };
}

const OFF: Issue = {
  severity: 'error',
  code: 'business-rule',
  text: {
    fr: 'Votre centre ne tient pas de dossiers de femmes enceintes ici. Pour en tenir, la personne responsable de la protection des renseignements personnels du centre le décide, et qui exploite la passerelle écrit qui l’a décidé et quand à l’entrée du centre dans le registre : « motherFiles: { by: …, since: … } ».',
    en: 'Your centre keeps no expectant mothers’ files here. To keep them, the centre’s privacy officer decides so, and whoever runs the gateway writes who decided so and when in the centre’s entry of the registry: "motherFiles: { by: …, since: … }".',
  },
};
