/** Where a part came from: an address that was given, a Docker container, or a process on this machine. */
export type Origin = 'given' | 'container' | 'native';

/** HAPI or Redis, ready. */
export interface RunningPart {
  readonly url: string;
  readonly origin: Origin;
  /** The process while it runs; none for a container or a given part. */
  readonly pid?: number | undefined;
  /** SIGKILL, no clean-up; resolves when it is gone. Rejects for a given part. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data (stops it first where it still runs); resolves when ready. Rejects for a given part. */
  restart(): Promise<void>;
}

/** A part as the launcher itself holds it. */
export interface StartedPart extends RunningPart {
  /** Clean stop; may be called twice; nothing happens to a given part. */
  stop(): Promise<void>;
}
