import { performance } from 'node:perf_hooks';

/** Run by itself in a new process: what it costs to have the checker ready, as JSON. */
const before = heap();
const start = performance.now();
const { checkResource } = await import('../../profiles/check-resource.ts');
checkResource({ resourceType: 'Patient' });
const readyMs = performance.now() - start;
process.stdout.write(JSON.stringify({ readyMs, heapBytes: heap() - before }));

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
