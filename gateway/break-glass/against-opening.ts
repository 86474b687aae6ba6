import type { Bilingual } from '../../profiles/codes.ts';
import type { Issue } from '../../profiles/issue.ts';
import { isNamed, isOn } from '../access/switches.ts';
import { type FailureKind, GatewayError } from '../failures.ts';
import type { Centre } from '../registry.ts';

/** Why emergency access is not opened, read or signed off, in words that say what to do. */
const AGAINST = {
  off: {
    kind: 'forbidden',
    fr: 'L’accès d’urgence est éteint à votre centre. Pour l’allumer, la personne responsable de la protection des renseignements personnels le décide, et qui exploite la passerelle écrit à l’entrée du centre dans le registre qui l’a décidé, quand et pour qui : « breakGlass: { by: …, since: …, professionals: […] } ».',
    en: 'Emergency access is off at your centre. To turn it on, the centre’s privacy officer decides so, and whoever runs the gateway writes who decided so, when and for whom in the centre’s entry of the registry: "breakGlass: { by: …, since: …, professionals: […] }".',
  },
  notNamed: {
    kind: 'forbidden',
    fr: 'L’accès d’urgence est aux personnes que la personne responsable de la protection des renseignements personnels a nommées, et ce jeton n’en nomme pas une. Demandez à une d’elles, ou composez le 911.',
    en: 'Emergency access is for the people whom the privacy officer has named, and this token names none of them. Ask one of them, or dial 911.',
  },
  expired: {
    kind: 'forbidden',
    fr: 'Cet accès d’urgence a duré son heure. Si l’urgence dure, ouvrez-en un autre : une deuxième personne le relira aussi.',
    en: 'This emergency access has had its hour. If the emergency goes on, open another: a second person will sign it off too.',
  },
  ended: {
    kind: 'forbidden',
    fr: 'Une deuxième personne a relu cet accès d’urgence et l’a fermé.',
    en: 'A second person has looked at this emergency access and closed it.',
  },
  nobody: {
    kind: 'forbidden',
    fr: 'Une personne relit un accès d’urgence, jamais un programme seul : un jeton qui dit qui agit, et dans quel rôle.',
    en: 'A person signs an emergency access off, never a program alone: a token that says who acts, and in which role.',
  },
  own: {
    kind: 'forbidden',
    fr: 'Une autre personne que celle qui l’a ouvert relit un accès d’urgence.',
    en: 'Another person than the one who opened it signs an emergency access off.',
  },
  signed: {
    kind: 'versionConflict',
    fr: 'Cet accès d’urgence est déjà relu : ce qui en a été dit demeure.',
    en: 'This emergency access has been signed off already: what was said of it stands.',
  },
} as const satisfies Readonly<Record<string, Bilingual & { readonly kind: FailureKind }>>;

export type GlassRefusal = keyof typeof AGAINST;

export function refusedGlass(why: GlassRefusal): GatewayError {
  const { kind, fr, en } = AGAINST[why];
  const issue: Issue = {
    severity: 'error',
    code: kind === 'forbidden' ? 'forbidden' : 'conflict',
    text: { fr, en },
  };
  return new GatewayError(kind, `emergency access: ${why}`, { issues: [issue] });
}

/** Lets pass only a person whom the switch of their centre names. Throws `forbidden`, before anything of a child is looked at. */
export function mayBreakGlass(centre: Centre | undefined, professional: string | undefined): string {
  if (!isOn(centre, 'breakGlass')) throw refusedGlass('off');
  if (professional === undefined || !isNamed(centre, 'breakGlass', professional)) throw refusedGlass('notNamed');
  return professional;
}
