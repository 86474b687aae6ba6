/** The two languages in which the launcher speaks. */
export type Language = 'fr' | 'en';

/** What the launcher tells: progress lines and the sentences of its errors. */
export interface Messages {
  readonly givenUrl: (part: string, variable: string, address: string) => string;
  readonly container: (part: string, image: string) => string;
  readonly containerFailed: (part: string, why: string) => string;
  readonly nativeHapi: (java: string) => string;
  readonly nativeRedis: (version: string, program: string) => string;
  readonly redisTooOld: (version: string, least: string) => string;
  readonly fetchingRedis: () => string;
  readonly buildingHapi: () => string;
  readonly waitingForOther: (pid: number) => string;
  readonly stillWorking: (what: string, elapsedS: number) => string;
  readonly ready: (part: string, address: string, elapsedS: number) => string;
  readonly stopping: () => string;
  readonly stopped: () => string;
  readonly profilesNotLoaded: () => string;
  readonly javaMissing: () => string;
  readonly javaTooOld: (found: string) => string;
  readonly mavenMissing: (wanted: string) => string;
  readonly mavenFailed: (wanted: string, logFile: string, lines: string) => string;
  readonly redisMissing: (platform: string) => string;
  readonly diedWhileStarting: (part: string, how: string, logFile: string, lines: string) => string;
  readonly notReady: (part: string, limitS: number, logFile: string, lines: string) => string;
  readonly noAnswer: (part: string, variable: string, address: string, limitS: number) => string;
  readonly died: (part: string, how: string, logFile: string, lines: string) => string;
  readonly notOurs: (part: string, variable: string) => string;
  readonly dataInUse: (folder: string, pid: number) => string;
  readonly profileRefused: (file: string, status: number) => string;
  readonly exitCode: (code: number) => string;
  readonly killedBy: (signal: string) => string;
  readonly building: string;
  readonly fetching: string;
  readonly starting: (part: string) => string;
  readonly stackReady: (hapi: string, redis: string) => string;
  readonly untilInterrupted: () => string;
}

const french: Messages = {
  givenUrl: (part, variable, address) => `${part} : adresse donnée par ${variable} (${address})`,
  container: (part, image) => `${part} : conteneur Docker ${image}`,
  containerFailed: (part, why) =>
    `${part} : Docker répond, mais le conteneur n'a pas démarré : ${why}\n${part} : on continue sans conteneur.`,
  nativeHapi: (java) => `HAPI : processus Java sur cette machine (${java})`,
  nativeRedis: (version, program) => `Redis : processus sur cette machine (redis-server ${version}, ${program})`,
  redisTooOld: (version, least) => `Redis : le redis-server du PATH est trop ancien (${version}, il faut ${least}).`,
  fetchingRedis: () => 'Redis : aucun redis-server utilisable dans le PATH, Maven va en chercher un (sans root).',
  buildingHapi: () => 'HAPI : compilation par Maven (la première fois, environ 350 Mo à télécharger).',
  waitingForOther: (pid) => `Maven est déjà à l'œuvre dans un autre lanceur (processus ${pid}) : on attend.`,
  stillWorking: (what, elapsedS) => `  ${what} … ${elapsedS} s`,
  ready: (part, address, elapsedS) => `${part} : prêt à ${address} (${elapsedS} s)`,
  stopping: () => 'Arrêt de ce que le lanceur a démarré…',
  stopped: () => 'Tout est arrêté.',
  profilesNotLoaded: () =>
    'HAPI : le serveur donné reste tel quel ; pour y charger nos profils : node --import tsx sandbox/definitions/main.ts',
  javaMissing: () =>
    'Java est introuvable. Pour démarrer HAPI, installez un JDK 17 ou plus récent et Maven ' +
    '(Debian, Ubuntu : apt-get install default-jdk maven), ou démarrez Docker, ou donnez HAPI_URL.',
  javaTooOld: (found) =>
    `Java ${found} est trop ancien : il faut un JDK 17 ou plus récent ` +
    '(Debian, Ubuntu : apt-get install default-jdk), ou Docker, ou HAPI_URL.',
  mavenMissing: (wanted) =>
    `Maven (mvn) est introuvable, et il le faut pour ${wanted}. Installez-le ` +
    '(Debian, Ubuntu : apt-get install maven ; pour Redis seul, redis-server suffit), ou démarrez Docker, ou donnez HAPI_URL et REDIS_URL.',
  mavenFailed: (wanted, logFile, lines) =>
    `Maven a échoué (${wanted}). Journal : ${logFile}\nSes dernières lignes :\n${lines}`,
  redisMissing: (platform) =>
    `Aucun redis-server 6.2 ou plus récent n'a pu être trouvé pour ${platform}. Installez-le ` +
    '(Debian, Ubuntu : apt-get install redis-server), ou démarrez Docker, ou donnez REDIS_URL.',
  diedWhileStarting: (part, how, logFile, lines) =>
    `${part} s'est arrêté avant d'être prêt (${how}). Journal : ${logFile}\nSes dernières lignes :\n${lines}`,
  notReady: (part, limitS, logFile, lines) =>
    `${part} n'est pas prêt après ${limitS} s. Journal : ${logFile}\nSes dernières lignes :\n${lines}`,
  noAnswer: (part, variable, address, limitS) =>
    `${part} ne répond pas à ${address} après ${limitS} s. Vérifiez ${variable}, ou retirez-la pour que le lanceur démarre le sien.`,
  died: (part, how, logFile, lines) =>
    `${part} s'est arrêté sans qu'on le lui demande (${how}). Journal : ${logFile}\nSes dernières lignes :\n${lines}`,
  notOurs: (part, variable) =>
    `${part} a été donné par ${variable} : le lanceur ne l'a pas démarré et ne peut ni le tuer ni le redémarrer.`,
  dataInUse: (folder, pid) => `Le dossier ${folder} est déjà utilisé par un autre lanceur (processus ${pid}).`,
  profileRefused: (file, status) => `HAPI a refusé le profil ${file} (HTTP ${status}).`,
  exitCode: (code) => `code ${code}`,
  killedBy: (signal) => `signal ${signal}`,
  building: 'compilation de HAPI',
  fetching: 'téléchargement de Redis',
  starting: (part) => `démarrage de ${part}`,
  stackReady: (hapi, redis) => `HAPI FHIR  ${hapi}\nRedis      ${redis}`,
  untilInterrupted: () => 'Ctrl-C pour tout arrêter.',
};

const english: Messages = {
  givenUrl: (part, variable, address) => `${part}: address given by ${variable} (${address})`,
  container: (part, image) => `${part}: Docker container ${image}`,
  containerFailed: (part, why) =>
    `${part}: Docker answers, but the container did not start: ${why}\n${part}: going on without a container.`,
  nativeHapi: (java) => `HAPI: Java process on this machine (${java})`,
  nativeRedis: (version, program) => `Redis: process on this machine (redis-server ${version}, ${program})`,
  redisTooOld: (version, least) => `Redis: the redis-server on the PATH is too old (${version}, ${least} is needed).`,
  fetchingRedis: () => 'Redis: no usable redis-server on the PATH, Maven will fetch one (no root needed).',
  buildingHapi: () => 'HAPI: Maven is building it (the first time, about 350 MB to download).',
  waitingForOther: (pid) => `Maven is already at work in another launcher (process ${pid}): waiting.`,
  stillWorking: (what, elapsedS) => `  ${what} … ${elapsedS} s`,
  ready: (part, address, elapsedS) => `${part}: ready at ${address} (${elapsedS} s)`,
  stopping: () => 'Stopping what the launcher started…',
  stopped: () => 'Everything is stopped.',
  profilesNotLoaded: () =>
    'HAPI: the given server is left as it is; to load our profiles into it: node --import tsx sandbox/definitions/main.ts',
  javaMissing: () =>
    'Java was not found. To start HAPI, install a JDK 17 or newer and Maven ' +
    '(Debian, Ubuntu: apt-get install default-jdk maven), or start Docker, or give HAPI_URL.',
  javaTooOld: (found) =>
    `Java ${found} is too old: a JDK 17 or newer is needed ` +
    '(Debian, Ubuntu: apt-get install default-jdk), or Docker, or HAPI_URL.',
  mavenMissing: (wanted) =>
    `Maven (mvn) was not found, and it is needed for ${wanted}. Install it ` +
    '(Debian, Ubuntu: apt-get install maven; for Redis alone, redis-server is enough), or start Docker, or give HAPI_URL and REDIS_URL.',
  mavenFailed: (wanted, logFile, lines) => `Maven failed (${wanted}). Log: ${logFile}\nIts last lines:\n${lines}`,
  redisMissing: (platform) =>
    `No redis-server 6.2 or newer could be found for ${platform}. Install it ` +
    '(Debian, Ubuntu: apt-get install redis-server), or start Docker, or give REDIS_URL.',
  diedWhileStarting: (part, how, logFile, lines) =>
    `${part} stopped before it was ready (${how}). Log: ${logFile}\nIts last lines:\n${lines}`,
  notReady: (part, limitS, logFile, lines) =>
    `${part} is not ready after ${limitS} s. Log: ${logFile}\nIts last lines:\n${lines}`,
  noAnswer: (part, variable, address, limitS) =>
    `${part} does not answer at ${address} after ${limitS} s. Check ${variable}, or unset it and the launcher starts its own.`,
  died: (part, how, logFile, lines) =>
    `${part} stopped without being asked to (${how}). Log: ${logFile}\nIts last lines:\n${lines}`,
  notOurs: (part, variable) =>
    `${part} was given by ${variable}: the launcher did not start it and can neither kill nor restart it.`,
  dataInUse: (folder, pid) => `The folder ${folder} is already used by another launcher (process ${pid}).`,
  profileRefused: (file, status) => `HAPI refused the profile ${file} (HTTP ${status}).`,
  exitCode: (code) => `code ${code}`,
  killedBy: (signal) => `signal ${signal}`,
  building: 'building HAPI',
  fetching: 'fetching Redis',
  starting: (part) => `starting ${part}`,
  stackReady: (hapi, redis) => `HAPI FHIR  ${hapi}\nRedis      ${redis}`,
  untilInterrupted: () => 'Ctrl-C stops everything.',
};

const TABLE = { fr: french, en: english } as const satisfies Record<Language, Messages>;

/** The launcher's messages in one language. */
export function messages(language: Language): Messages {
  return TABLE[language];
}
