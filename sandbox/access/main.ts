import { resolve } from 'node:path';
import { readRegistry } from '../../gateway/registry.ts';
import { bilingualCommand, languageOption } from '../../operate/bilingual-command.ts';
import { startAuthorizationServer } from './authorization-server.ts';

interface Flags {
  readonly lang: 'fr' | 'en';
  readonly registry: string;
  readonly folder: string;
  readonly clients?: string;
  readonly port: string;
  readonly host: string;
  readonly url?: string;
}

/** The sandbox's authorization server as a process of its own: for containers. */
const { lang, registry, folder, clients, port, host, url } = bilingualCommand('authorization')
  .description(
    'Démarre le serveur d’autorisation du bac à sable ; clés et clients neufs à chaque fois. / ' +
      'Starts the sandbox’s authorization server; fresh keys and clients each time.',
  )
  .addOption(languageOption(process.env))
  .requiredOption('--registry <file>', 'registre des centres et partenaires / registry of centres and partners')
  .requiredOption(
    '--folder <dir>',
    'où écrire access.yaml, pour la passerelle / where to write access.yaml, for the gateway',
  )
  .option('--clients <dir>', 'où écrire les clients et leurs clés / where to write the clients and their keys')
  .option('--port <port>', 'port', '0')
  .option('--host <address>', 'adresse d’écoute / address to listen on', '127.0.0.1')
  .option('--url <url>', 'adresse que les autres voient / address that others see')
  .parse()
  .opts<Flags>();

const server = await startAuthorizationServer({
  registry: readRegistry(registry),
  folder: resolve(folder),
  port: Number(port),
  host,
  ...(clients !== undefined && { clientsFolder: resolve(clients) }),
  ...(url !== undefined && { publicUrl: url }),
});
process.stdout.write(`${{ fr: 'Prêt', en: 'Ready' }[lang]}: ${server.issuer}\n`);
const stop = (): void => void server.stop().then(() => process.exit(0));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
