import type { Bilingual } from '../../profiles/codes.ts';
import type { Doubt, Verified } from './verify-audit.ts';

/** What the commands of the audit say, in one language. */
export interface AuditWords {
  readonly looked: (entries: number) => string;
  readonly chain: (chain: Verified['chains'][number]) => string;
  readonly checkpoints: (count: number, last: string | undefined) => string;
  readonly noKey: string;
  readonly badKey: (path: string) => string;
  readonly whole: (entries: number) => string;
  readonly broken: (count: number) => string;
  readonly noSuchChain: (chain: string) => string;
  readonly nothing: string;
  readonly noHead: string;
  readonly made: (file: string, n: number) => string;
  readonly doubt: (doubt: Doubt) => string;
}

export const AUDIT_WORDS: Readonly<Record<keyof Bilingual, AuditWords>> = {
  fr: {
    looked: (entries) => `  … ${entries} entrées`,
    chain: ({ chain, entries, began }) => `Chaîne ${chain}, depuis ${began} : ${entries} entrées.`,
    checkpoints: (count, last) =>
      count === 0
        ? 'Aucun point de contrôle signé : une chaîne coupée à la fin avec sa tête ne se verrait pas.'
        : `${count} point(s) de contrôle signé(s), le dernier du ${last}.`,
    noKey:
      'Pas de clé : donnez --key (clé publique ou privée, PEM) ou AUDIT_SIGNING_KEY. Les points de contrôle ne sont pas regardés : toute chaîne qui n’est plus écrite est douteuse.',
    badKey: (path) => `${path} n’est pas une clé Ed25519 au format PEM.`,
    whole: (entries) => `Le registre est entier : ${entries} entrées.`,
    broken: (count) =>
      `Le registre n’est PAS entier : ${count} constat(s). Gardez tout tel quel et avertissez la personne responsable de la protection des renseignements personnels.`,
    noSuchChain: (chain) =>
      `Rien n’est signé : HAPI n’a pas de chaîne ${chain}, elle s’écrit encore, ou elle a d’autres constats.`,
    nothing: 'Rien n’a encore été écrit au registre : il n’y a rien à signer.',
    noHead: 'Rien n’est signé : la tête du registre dans Redis est illisible. audit verify en dit plus.',
    made: (file, n) => `Point de contrôle signé à l’entrée ${n} : ${file}`,
    doubt: (it) => {
      switch (it.kind) {
        case 'altered':
          return `CHANGÉE : l’entrée ${it.n} de ${it.chain} (AuditEvent/${it.id}) ne dit plus ce qu’elle disait, ou dit plus.`;
        case 'removed':
          return `RETIRÉE : dans ${it.chain}, il manque ${places(it, 'l’entrée', 'les entrées', 'à')}.`;
        case 'inserted':
          return `AJOUTÉE : deux entrées ont la place ${it.n} de ${it.chain} (AuditEvent/${it.ids.join(', AuditEvent/')}).`;
        case 'unlinked':
          return `MAL LIÉE : l’entrée ${it.n} de ${it.chain} (AuditEvent/${it.id}) ne suit pas celle d’avant.`;
        case 'cutOff':
          return `COUPÉE : à la fin de ${it.chain}, il manque ${places(it, 'l’entrée', 'les entrées', 'à')}.`;
        case 'replaced':
          return `REMPLACÉE : à la place ${it.n} de ${it.chain} (AuditEvent/${it.id}) il y avait une autre entrée.`;
        case 'unknownChain':
          return `CHAÎNE INCONNUE : ni la tête dans Redis ni un point de contrôle ne nomme ${it.chain} (${places(it, 'l’entrée', 'les entrées', 'à')}). Elle a été écrite par quelqu’un d’autre, ou Redis a été perdu avant le premier point : docs/audit.md.`;
        case 'unwitnessed':
          return `SANS TÉMOIN : à la fin de ${it.chain}, ni la tête dans Redis ni un point de contrôle ne va jusqu’à ${places(it, 'l’entrée', 'les entrées', 'à')}. Ajoutées par quelqu’un d’autre, ou écrites entre le dernier point et la perte de Redis : docs/audit.md.`;
        case 'notSigned':
          return `POINT DE CONTRÔLE DOUTEUX : ${it.file} est illisible, a été changé, ou a été signé par une clé qui n’est pas donnée (--key peut se répéter).`;
        case 'checkpointGone':
          return `POINT DE CONTRÔLE MANQUANT : ${it.file} ne suit pas celui d’avant.`;
        case 'ahead':
          return `POINT À VENIR : ${it.file} dit avoir été fait à un moment qui n’est pas venu. L’horloge de qui l’a signé était fausse, ou l’est.`;
        case 'unreadable':
          return it.at === 'head'
            ? 'TÊTE ILLISIBLE : ce qui tient lieu de tête dans Redis n’en est pas une. Rien ne peut plus être écrit, donc rien ne sort.'
            : `ILLISIBLE : ce qui attend dans Redis à ${it.at} n’est pas une entrée. Quelqu’un d’autre l’a écrit là.`;
        case 'unchained':
          return `HORS CHAÎNE : des entrées ne tiennent à aucune chaîne (AuditEvent/${it.ids.join(', AuditEvent/')}).`;
      }
    },
  },
  en: {
    looked: (entries) => `  … ${entries} entries`,
    chain: ({ chain, entries, began }) => `Chain ${chain}, since ${began}: ${entries} entries.`,
    checkpoints: (count, last) =>
      count === 0
        ? 'No signed checkpoint: a chain cut off at its end together with its head would not show it.'
        : `${count} signed checkpoint(s), the last one of ${last}.`,
    noKey:
      'No key: give --key (public or private key, PEM) or AUDIT_SIGNING_KEY. The checkpoints are not looked at: any chain that is written no more is doubtful.',
    badKey: (path) => `${path} is no Ed25519 key in PEM.`,
    whole: (entries) => `The register is whole: ${entries} entries.`,
    broken: (count) =>
      `The register is NOT whole: ${count} finding(s). Leave everything as it is and tell the privacy officer.`,
    noSuchChain: (chain) =>
      `Nothing is signed: HAPI has no chain ${chain}, it is still being written, or it has other findings.`,
    nothing: 'Nothing was written to the register yet: there is nothing to sign.',
    noHead: 'Nothing is signed: the head of the register in Redis cannot be read. audit verify says more.',
    made: (file, n) => `Checkpoint signed at entry ${n}: ${file}`,
    doubt: (it) => {
      switch (it.kind) {
        case 'altered':
          return `ALTERED: entry ${it.n} of ${it.chain} (AuditEvent/${it.id}) no longer says what it said, or says more.`;
        case 'removed':
          return `REMOVED: ${it.chain} lacks ${places(it, 'entry', 'entries', 'to')}.`;
        case 'inserted':
          return `INSERTED: two entries have place ${it.n} of ${it.chain} (AuditEvent/${it.ids.join(', AuditEvent/')}).`;
        case 'unlinked':
          return `UNLINKED: entry ${it.n} of ${it.chain} (AuditEvent/${it.id}) does not follow the one before.`;
        case 'cutOff':
          return `CUT OFF: at its end ${it.chain} lacks ${places(it, 'entry', 'entries', 'to')}.`;
        case 'replaced':
          return `REPLACED: at place ${it.n} of ${it.chain} (AuditEvent/${it.id}) there was another entry.`;
        case 'unknownChain':
          return `UNKNOWN CHAIN: neither the head in Redis nor a checkpoint names ${it.chain} (${places(it, 'entry', 'entries', 'to')}). Somebody else wrote it, or Redis was lost before the first checkpoint: docs/audit.md.`;
        case 'unwitnessed':
          return `UNWITNESSED: at the end of ${it.chain}, neither the head in Redis nor a checkpoint reaches ${places(it, 'entry', 'entries', 'to')}. Somebody else added them, or they were written between the last checkpoint and the loss of Redis: docs/audit.md.`;
        case 'notSigned':
          return `DOUBTFUL CHECKPOINT: ${it.file} cannot be read, was changed, or was signed by a key that is not given (--key can be repeated).`;
        case 'checkpointGone':
          return `MISSING CHECKPOINT: ${it.file} does not follow the one before.`;
        case 'ahead':
          return `FUTURE CHECKPOINT: ${it.file} says that it was made at a time that has not come. The clock of whoever signed it was wrong, or is.`;
        case 'unreadable':
          return it.at === 'head'
            ? 'HEAD UNREADABLE: what stands in the head’s place in Redis is none. Nothing can be written any more, so nothing leaves.'
            : `UNREADABLE: what waits in Redis at ${it.at} is no entry. Somebody else wrote it there.`;
        case 'unchained':
          return `OUTSIDE: entries stand in no chain (AuditEvent/${it.ids.join(', AuditEvent/')}).`;
      }
    },
  },
};

const places = ({ from, to }: { from: number; to: number }, one: string, many: string, until: string): string =>
  from === to ? `${one} ${from}` : `${many} ${from} ${until} ${to}`;
