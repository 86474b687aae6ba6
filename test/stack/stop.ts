/** Stops what `start.ts` left for it. */
export default async function stop(): Promise<void> {
  const stopStack: unknown = Reflect.get(globalThis, 'stopStack');
  if (typeof stopStack === 'function') await stopStack();
}
