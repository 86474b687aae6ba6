import { type RequestHandler, type Response, Router } from 'express';
import type { Redis } from 'ioredis';
import type { Destruction } from '../../../mappings/domain/concepts.ts';
import { dayAt } from '../../../mappings/domain/dates-in-words.ts';
import { AGAINST, type Against } from '../../../mappings/retention/stands-against.ts';
import type { Issue } from '../../../profiles/issue.ts';
import { GatewayError } from '../../failures.ts';
import type { FhirStore } from '../../record/fhir-store.ts';
import type { Language, Registry } from '../../registry.ts';
import { buriedOf } from '../../retention/destroyed.ts';
import { dueFiles } from '../../retention/due-files.ts';
import type { FileDestroyer, FileLooked } from '../../retention/file-destroyer.ts';
import { type FileOwner, fileReference } from '../../retention/file-owner.ts';
import { termOf } from '../../retention/term-of.ts';
import { centreOf } from './authenticate.ts';
import { checkedBody } from './checked-body.ts';
import { limitAsked } from './limit-asked.ts';
import { noteAccess, type Seen } from './note-access.ts';
import { languageAsked } from './openapi-route.ts';
import { privacyOfficerOnly } from './privacy-officer.ts';

export interface RetentionRouteDeps {
  readonly destroyer: FileDestroyer;
  readonly store: FhirStore;
  readonly redis: Redis;
  readonly registry: Registry;
  readonly check: (body: unknown) => readonly Issue[];
  readonly body: RequestHandler;
  readonly now: () => Date;
}

/**
 * How long files are kept, which are due, and their destruction. A destruction is for the centre’s privacy officer, a person, and nobody else: a
 * dry run unless it says `really`; it stands in the register before anything is touched.
 */
export function retentionRoutes({ destroyer, store, redis, registry, check, body, now }: RetentionRouteDeps): Router {
  const routes = Router();

  const centreAsked = (res: Response, language: Language) => {
    const centre = registry.centre(centreOf(res));
    if (centre === undefined) throw new GatewayError('internal', 'a centre that the registry does not know');
    return { id: centre.id, term: termOf(centre, language), today: dayAt(now(), centre.timeZone) };
  };

  routes.get('/', async (req, res) => {
    const language = languageAsked(req);
    const { id: centre, term, today } = centreAsked(res, language);
    const found = await dueFiles(store, { centre, term, today, limit: limitAsked(req) });
    await noteAccess(res, { kind: 'retention', how: 'search-type', ...namedIn(centre, found.files) });
    const destroyed = await buriedOf(redis, centre);
    res.set('Content-Language', language).json({ language, today, term, ...found, destroyed: destroyed.length });
  });

  routes.post('/destructions', body, async (req, res) => {
    privacyOfficerOnly(res, ONLY_PRIVACY);
    const language = languageAsked(req);
    const { child, motherFile, why, decision, force, really } = checkedBody<Destruction>(check(req.body), req.body);
    const owner = ownerOf({ child, motherFile });
    const { id: centre, term, today } = centreAsked(res, language);
    const named = { centre, owner, term, today };
    const looked = await destroyer.look(named);
    const inTheWay = looked.against.filter((name) => force !== true || !AGAINST[name].forced);
    if (really !== true) {
      await noteAccess(res, { kind: 'retention', how: 'search-type', ...namedIn(centre, [owner]) });
      res
        .set('Content-Language', language)
        .json({ dryRun: true, ...told(looked, language), refused: inTheWay.length > 0 });
      return;
    }
    if (inTheWay.length > 0)
      throw new GatewayError('versionConflict', 'something stands against it', { issues: inTheWay.map(issueOf) });
    const note = () =>
      noteAccess(res, {
        kind: owner.child === undefined ? 'mother-file' : 'file',
        how: 'delete',
        ...namedIn(centre, [owner]),
        why: `${why} ${decision}${force ? ' force' : ''}`,
      });
    const destroyed = await destroyer.destroy(named, note);
    res
      .set('Content-Language', language)
      .json({ dryRun: false, ...told({ ...looked, ...destroyed }, language), refused: false });
  });

  return routes;
}

const told = ({ against, ...looked }: FileLooked, language: Language) => ({
  ...looked,
  against: against.map((name) => ({ against: name, forced: AGAINST[name].forced, text: AGAINST[name][language] })),
  agesOut: AGES_OUT[language],
});

/** One file at a time. Throws `invalidInput`. */
function ownerOf({ child, motherFile }: { readonly [K in keyof Destruction]?: Destruction[K] | undefined }): FileOwner {
  if (child !== undefined && motherFile === undefined) return { child };
  if (motherFile !== undefined && child === undefined) return { motherFile };
  throw new GatewayError('invalidInput', 'not one file', { issues: [ONE_FILE] });
}

/** Whose files, as the register names them. */
const namedIn = (centre: string, owners: readonly FileOwner[]): Pick<Seen, 'on' | 'children'> => ({
  on: owners.flatMap((owner) => (owner.child === undefined ? [fileReference(centre, owner)] : [])),
  children: owners.map(({ child }) => child),
});

const issueOf = (name: Against): Issue => {
  const { fr, en, forced } = AGAINST[name];
  return {
    severity: 'error',
    code: 'conflict',
    expression: `Destruction.${name === 'not-due' ? 'why' : 'child'}`,
    text: forced
      ? {
          fr: `${fr} S’il faut passer outre : force, avec une autre raison que « retention-over ».`,
          en: `${en} If it must be done all the same: force, with another reason than “retention-over”.`,
        }
      : { fr, en },
  };
};

const AGES_OUT = {
  fr: [
    'Registre : les entrées restent, par numéros seulement.',
    'Sauvegardes : le dossier y reste jusqu’à ce que la dernière sauvegarde faite avant ce moment soit effacée ; une restauration le ramène, et il faut alors le détruire de nouveau.',
    'Base de données : la place libérée est réécrite par son entretien (VACUUM, compactage).',
    'Ce qui est parti chez des partenaires, sur papier ou par courriel n’est pas ici : écrivez-leur.',
  ],
  en: [
    'Register: its entries stay, by numbers only.',
    'Backups: the file stays there until the last backup made before this moment is erased; a restoration brings it back, and it must then be destroyed again.',
    'Database: the place that was freed is written over by its upkeep (VACUUM, compaction).',
    'What left for partners, on paper or by e-mail is not here: write to them.',
  ],
} as const;

const ONE_FILE: Issue = {
  severity: 'error',
  code: 'required',
  expression: 'Destruction.child',
  text: {
    fr: 'Un dossier à la fois : « child », ou « motherFile ».',
    en: 'One file at a time: "child", or "motherFile".',
  },
};

const ONLY_PRIVACY = {
  fr: 'La destruction est à la personne responsable de la protection des renseignements personnels : un jeton avec le rôle privacy, et qui dit qui agit.',
  en: 'Destruction is the privacy officer’s: a token with the role privacy that says who acts.',
};
