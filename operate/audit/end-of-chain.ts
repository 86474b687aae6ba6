import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Head } from '../../gateway/audit/chain.ts';
import type { Doubt, Verified } from './verify-audit.ts';

/**
 * The last entry of a chain that is written no more, and of which nothing is wrong but that nobody vouches for its end; undefined where there is
 * no such chain. What the key that is to sign has signed before counts against it.
 */
export async function endOfChain(
  chain: string,
  privateKey: KeyObject,
  verified: (publicKeys: readonly KeyObject[]) => Promise<Verified>,
): Promise<Head | undefined> {
  const { chains, doubts, written } = await verified([createPublicKey(privateKey)]);
  const isWrong = doubts.some((it) => 'chain' in it && it.chain === chain && !NOT_VOUCHED.has(it.kind));
  return isWrong || chain === written ? undefined : chains.find((it) => it.chain === chain)?.end;
}

const NOT_VOUCHED: ReadonlySet<Doubt['kind']> = new Set(['unknownChain', 'unwitnessed']);
