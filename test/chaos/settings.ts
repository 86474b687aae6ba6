/** Short times, so that what takes hours happens within minutes; all the rest is as installed. Printed with every report. */
export const SETTINGS: Readonly<Record<string, string>> = {
  LANES: '4',
  LANE_LENGTH_MAX: '100',
  LOCK_MS: '2000',
  HAPI_TIMEOUT_MS: '8000',
  PARTNER_TIMEOUT_MS: '4000',
  BESIDE_MAX_MS: '240000',
  BESIDE_LOOK_AGAIN_MS: '5000',
  DELIVERY_FIRST_RETRY_MS: '300',
  DELIVERY_RETRY_CAP_MS: '5000',
  DELIVERY_TRIES_MAX: '1000',
  CIRCUIT_FAILURES_MAX: '5',
  CIRCUIT_OPEN_MS: '1500',
  CIRCUIT_OPEN_MAX_MS: '4000',
  WATCH_EVERY_MS: '10000',
  DRAIN_WITHIN_MS: '10000',
};
