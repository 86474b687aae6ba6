import type { Bilingual } from '../../profiles/codes.ts';

/** What the commands of administration say. */
export interface AdministrationWords {
  readonly cannotRead: (path: string) => string;
  readonly changedMeanwhile: string;
  readonly dryRun: string;
  readonly written: (path: string) => string;
  readonly takenUp: string;
  readonly restart: string;
  readonly nothingToChange: string;
  readonly finding: (severity: 'error' | 'warning', file: string, line: number, path: string, text: string) => string;
  readonly allWell: string;
  readonly wouldBeWrong: string;
  readonly wrong: (count: number) => string;
  readonly alreadyThere: (id: string) => string;
  readonly notThere: (id: string) => string;
  readonly noIssuer: (issuer: string) => string;
  readonly whose: string;
  readonly listedOnlyHint: string;
  readonly noServer: (centre: string) => string;
  readonly clientKey: string;
}

export const ADMINISTRATION_WORDS: Readonly<Record<keyof Bilingual, AdministrationWords>> = {
  fr: {
    cannotRead: (path) =>
      `${path} ne peut pas être lu. Nommez-le par --access, --registry, ACCESS_PATH ou REGISTRY_PATH.`,
    changedMeanwhile: 'Le fichier a changé entre-temps : rien n’a été écrit. Recommencez.',
    dryRun: 'À blanc : rien n’a été écrit. Ajoutez --for-real.',
    written: (path) => `Écrit : ${path}`,
    takenUp:
      'Les passerelles en marche le reprennent d’elles-mêmes en quelques secondes ; leur journal dit « access file taken up », ou pourquoi elles gardent celui d’avant.',
    restart: 'Le registre est lu au démarrage : redémarrez les passerelles et les ouvriers, l’un après l’autre.',
    nothingToChange: 'Rien à changer : c’est déjà écrit.',
    finding: (severity, file, line, path, text) =>
      `${severity === 'error' ? 'ERREUR' : 'à peser'}  ${file}:${line}  ${path || '/'}  ${text}`,
    allWell: 'Les deux fichiers sont valides et s’accordent.',
    wouldBeWrong: 'Ainsi changés, les fichiers ne seraient pas valides : rien n’a été écrit.',
    wrong: (count) => `${count} erreur(s).`,
    alreadyThere: (id) => `${id} y est déjà.`,
    notThere: (id) => `${id} n’y est pas : ajoutez-le d’abord, ou corrigez son identifiant.`,
    noIssuer: (issuer) => `${issuer} n’est pas dans « issuers » du fichier d’accès.`,
    whose: 'Dites pour qui il appelle : --centre, --partner ou --operator, un seul.',
    listedOnlyHint:
      'Qui n’est pas dans la liste entre encore, selon ses jetons ; pour n’admettre que la liste : listedOnly: [clients, professionals].',
    noServer: (centre) =>
      `Aucun serveur d’autorisation ne peut encore parler de ${centre} : recommencez avec --issuer, ou ajoutez-le à vouchesFor.centres.`,
    clientKey:
      'Sa clé publique se donne au serveur d’autorisation, jamais ici ; sa clé privée ne quitte pas le client.',
  },
  en: {
    cannotRead: (path) => `${path} cannot be read. Name it by --access, --registry, ACCESS_PATH or REGISTRY_PATH.`,
    changedMeanwhile: 'The file has changed meanwhile: nothing was written. Do it again.',
    dryRun: 'A dry run: nothing was written. Add --for-real.',
    written: (path) => `Written: ${path}`,
    takenUp:
      'Running gateways take it up by themselves within seconds; their log says "access file taken up", or why they keep the one before.',
    restart: 'The registry is read at start: restart the gateways and the workers, one after the other.',
    nothingToChange: 'Nothing to change: it is written already.',
    finding: (severity, file, line, path, text) =>
      `${severity === 'error' ? 'ERROR' : 'to weigh'}  ${file}:${line}  ${path || '/'}  ${text}`,
    allWell: 'Both files are valid, and agree.',
    wouldBeWrong: 'Changed like this the files would not be valid: nothing was written.',
    wrong: (count) => `${count} error(s).`,
    alreadyThere: (id) => `${id} is there already.`,
    notThere: (id) => `${id} is not there: add it first, or correct its id.`,
    noIssuer: (issuer) => `${issuer} is not in "issuers" of the access file.`,
    whose: 'Say for whom it calls: --centre, --partner or --operator, one only.',
    listedOnlyHint:
      'Whoever is not in the list still gets in, by what their tokens say; to let in the list only: listedOnly: [clients, professionals].',
    noServer: (centre) =>
      `No authorization server may speak for ${centre} yet: do it again with --issuer, or add it to vouchesFor.centres.`,
    clientKey:
      'Its public key is given to the authorization server, never here; its private key does not leave the client.',
  },
};
