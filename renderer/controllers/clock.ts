/** The machine's time and its one timer; a test or the gallery hands in its own. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls back after `ms`; returns the way to call it off. */
  after(ms: number, callback: () => void): () => void;
}

/** The real one. */
export const machineClock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
