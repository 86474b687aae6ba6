const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * On Ctrl-C, SIGTERM or SIGHUP: stops first, then lets the signal end this process as it would have. A second one does not
 * wait (the guards then kill what is left). Returns how to stop listening.
 */
export function stopOnSignals(stop: () => Promise<void>): () => void {
  let stopping = false;

  function onSignal(name: NodeJS.Signals): void {
    const leave = () => {
      unlisten();
      process.kill(process.pid, name);
    };
    if (stopping) leave();
    else void stop().finally(leave);
    stopping = true;
  }

  function unlisten(): void {
    for (const name of SIGNALS) process.removeListener(name, onSignal);
  }

  // Not `once`: a library that also listens would find itself alone during the stop, and end the process at once.
  for (const name of SIGNALS) process.on(name, onSignal);
  return () => {
    if (!stopping) unlisten();
  };
}
