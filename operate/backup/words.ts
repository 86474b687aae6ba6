import type { Bilingual } from '../../profiles/codes.ts';

/** What the commands of backup and restore say, in one language. */
export interface Words {
  readonly noPassphrase: string;
  readonly shortPassphrase: string;
  readonly wrongPassphrase: string;
  readonly noKeys: string;
  readonly noDatabase: string;
  readonly unknownDatabase: string;
  readonly databaseProgram: (program: string, why: string) => string;
  readonly noBackupPage: (url: string) => string;
  readonly queueTooLarge: (seconds: number) => string;
  readonly queueChanged: string;
  readonly olderRedis: string;
  readonly noRedis: string;
  readonly noRecord: (url: string) => string;
  readonly reading: (what: string, count: string) => string;
  readonly made: (path: string) => string;
  readonly part: { readonly queue: string; readonly record: string; readonly keys: string };
  readonly queueHeld: (keys: number, ms: number) => string;
  readonly noManifest: (path: string) => string;
  readonly newerFormat: string;
  readonly notGenuine: string;
  readonly damaged: (file: string) => string;
  readonly whole: (file: string) => string;
  readonly stillConnected: (count: number) => string;
  readonly redisNotEmpty: string;
  readonly recordRuns: (url: string) => string;
  readonly dryRun: string;
  readonly restored: (what: string) => string;
  readonly otherKeys: (ids: string) => string;
  readonly keysWritten: (path: string) => string;
  readonly redone: (events: number, since: string) => string;
  readonly thenMissing: string;
  readonly noQueue: string;
  readonly missing: (count: number) => string;
  readonly nothingMissing: (looked: number) => string;
  readonly marked: string;
  readonly notMarked: string;
}

export const WORDS: Readonly<Record<keyof Bilingual, Words>> = {
  fr: {
    noPassphrase:
      'Donnez la phrase secrète : BACKUP_PASSPHRASE_FILE (un fichier) ou BACKUP_PASSPHRASE. Gardez-la ailleurs que la sauvegarde : sans elle rien ne s’ouvre.',
    shortPassphrase: 'La phrase secrète doit avoir au moins 16 caractères.',
    wrongPassphrase: 'Cette phrase secrète n’ouvre pas cette sauvegarde.',
    noKeys: 'Donnez SEALING_KEYS, les mêmes que la passerelle : sans elles, ce que la file contient ne s’ouvrira plus.',
    noDatabase:
      'Dites où HAPI garde le dossier, dans RECORD_DATABASE_URL : postgresql://utilisateur:mot-de-passe@hôte/base, ou jdbc:h2:file:/chemin/fhir pour le bac à sable.',
    unknownDatabase: 'RECORD_DATABASE_URL doit commencer par postgresql:// ou jdbc:h2:file:',
    databaseProgram: (program, why) =>
      `${program} n’a pas réussi : ${why}\nInstallez les programmes de PostgreSQL (postgresql-client), de la version du serveur ou plus récents, ou dites la commande dans PG_DUMP et PG_RESTORE.`,
    noBackupPage: (url) => `${url} ne donne pas la base H2 : est-ce le HAPI du bac à sable, et répond-il ?`,
    queueTooLarge: (seconds) =>
      `Lire Redis a pris plus de ${seconds} s pendant lesquelles les écritures attendent : abandonné. Servez-vous des moyens de Redis lui-même (docs/backup.md).`,
    queueChanged: 'Redis a changé pendant la lecture malgré la pause : rien n’a été gardé. Recommencez.',
    olderRedis: 'Ce Redis est plus ancien que celui de la sauvegarde : prenez-en un de la même version ou plus récent.',
    noRedis: 'Redis ne répond pas à REDIS_URL.',
    noRecord: (url) => `HAPI ne répond pas à ${url}. Démarrez-le, ou corrigez HAPI_URL.`,
    reading: (what, count) => `  ${what} … ${count}`,
    made: (path) => `Sauvegarde faite : ${path}`,
    part: { queue: 'la file (Redis)', record: 'le dossier (HAPI)', keys: 'les clés de scellement' },
    queueHeld: (keys, ms) => `  la file : ${keys} clés ; les écritures ont attendu ${ms} ms`,
    noManifest: (path) =>
      `${path} n’est pas une sauvegarde, ou pas une sauvegarde finie : pas de manifest.json lisible.`,
    newerFormat: 'Cette sauvegarde a été faite par une version plus récente : prenez celle-là.',
    notGenuine: 'manifest.json a été changé depuis : rien n’est restauré.',
    damaged: (file) => `${file} est abîmé ou a été changé : rien n’est restauré.`,
    whole: (file) => `  ${file} : entier`,
    stillConnected: (count) =>
      `${count} autre(s) connexion(s) à Redis : arrêtez la passerelle, les ouvriers et ce qui l’observe, puis recommencez.`,
    redisNotEmpty: 'Ce Redis n’est pas vide. Pour effacer ce qu’il contient, ajoutez --replace.',
    recordRuns: (url) => `HAPI répond encore à ${url} : arrêtez-le, puis recommencez.`,
    dryRun: 'À blanc : la sauvegarde est entière, rien n’a été fait. Ajoutez --do.',
    restored: (what) => `Restauré : ${what}`,
    otherKeys: (ids) =>
      `SEALING_KEYS n’a pas, ou pas la même, la clé de : ${ids}. Ajoutez-la, sinon ce qu’elle scelle reste fermé (--keys-to l’écrit).`,
    keysWritten: (path) =>
      `Clés de scellement écrites : ${path}. Mettez-les dans SEALING_KEYS, puis effacez ce fichier.`,
    redone: (events, since) =>
      `Remis en tête des files, dans l’ordre : ${events} événements mis au dossier depuis ${since}.`,
    thenMissing:
      'Démarrez HAPI, la passerelle et les ouvriers ; quand les files sont vides, « operate missing » dit ce qui manquerait encore.',
    noQueue: 'Ce Redis ne contient pas de file de la passerelle.',
    missing: (count) =>
      `${count} échange(s) que la file dit au dossier et que le dossier n’a pas : à envoyer de nouveau.`,
    nothingMissing: (looked) => `Rien ne manque : ${looked} échange(s) regardé(s).`,
    marked: 'Leurs échanges le disent maintenant.',
    notMarked: 'Ajoutez --do pour que leurs échanges le disent.',
  },
  en: {
    noPassphrase:
      'Give the passphrase: BACKUP_PASSPHRASE_FILE (a file) or BACKUP_PASSPHRASE. Keep it elsewhere than the backup: without it nothing opens.',
    shortPassphrase: 'The passphrase must have at least 16 characters.',
    wrongPassphrase: 'This passphrase does not open this backup.',
    noKeys: 'Give SEALING_KEYS, the same as the gateway’s: without them what the queue holds will not open again.',
    noDatabase:
      'Say where HAPI keeps the record, in RECORD_DATABASE_URL: postgresql://user:password@host/database, or jdbc:h2:file:/path/fhir for the sandbox.',
    unknownDatabase: 'RECORD_DATABASE_URL must begin with postgresql:// or jdbc:h2:file:',
    databaseProgram: (program, why) =>
      `${program} did not succeed: ${why}\nInstall PostgreSQL’s programs (postgresql-client), of the server’s version or later, or say the command in PG_DUMP and PG_RESTORE.`,
    noBackupPage: (url) => `${url} does not give the H2 database: is it the sandbox’s HAPI, and does it answer?`,
    queueTooLarge: (seconds) =>
      `Reading Redis took more than ${seconds} s, during which writes wait: given up. Use Redis’ own means (docs/backup.md).`,
    queueChanged: 'Redis changed while it was read in spite of the pause: nothing was kept. Start again.',
    olderRedis: 'This Redis is older than the one the backup was made of: take the same version or a later one.',
    noRedis: 'Redis does not answer at REDIS_URL.',
    noRecord: (url) => `HAPI does not answer at ${url}. Start it, or correct HAPI_URL.`,
    reading: (what, count) => `  ${what} … ${count}`,
    made: (path) => `Backup made: ${path}`,
    part: { queue: 'the queue (Redis)', record: 'the record (HAPI)', keys: 'the sealing keys' },
    queueHeld: (keys, ms) => `  the queue: ${keys} keys; writes waited ${ms} ms`,
    noManifest: (path) => `${path} is no backup, or not a finished one: no manifest.json that can be read.`,
    newerFormat: 'This backup was made by a later release: take that one.',
    notGenuine: 'manifest.json was changed since: nothing is restored.',
    damaged: (file) => `${file} is damaged or was changed: nothing is restored.`,
    whole: (file) => `  ${file}: whole`,
    stillConnected: (count) =>
      `${count} other connection(s) to Redis: stop the gateway, the workers and whatever watches it, then start again.`,
    redisNotEmpty: 'This Redis is not empty. To erase what it holds, add --replace.',
    recordRuns: (url) => `HAPI still answers at ${url}: stop it, then start again.`,
    dryRun: 'A dry run: the backup is whole, nothing was done. Add --do.',
    restored: (what) => `Restored: ${what}`,
    otherKeys: (ids) =>
      `SEALING_KEYS lacks, or has another, key of: ${ids}. Add it, otherwise what it seals stays shut (--keys-to writes it).`,
    keysWritten: (path) => `Sealing keys written: ${path}. Put them into SEALING_KEYS, then erase this file.`,
    redone: (events, since) =>
      `Put back at the head of their lanes, in order: ${events} events that went into the record since ${since}.`,
    thenMissing:
      'Start HAPI, the gateway and the workers; once the lanes are empty, "operate missing" says what would still be missing.',
    noQueue: 'This Redis holds no queue of the gateway.',
    missing: (count) =>
      `${count} exchange(s) that the queue says are in the record and the record does not have: to be sent again.`,
    nothingMissing: (looked) => `Nothing is missing: ${looked} exchange(s) looked at.`,
    marked: 'Their exchanges say so now.',
    notMarked: 'Add --do for their exchanges to say so.',
  },
};
