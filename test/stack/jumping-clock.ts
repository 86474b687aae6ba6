// Loaded into a process before anything of ours: its clock is wrong by the first of CLOCK_MS, and by the next at each SIGUSR2.

const offsets = (process.env.CLOCK_MS ?? '0').split(' ').map(Number);
let nth = 0;
process.on('SIGUSR2', () => {
  nth = Math.min(nth + 1, offsets.length - 1);
});

const RealDate = Date;
const now = (): number => RealDate.now() + (offsets[nth] ?? 0);

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
});
