/** Does jobs at most `width` at a time, in the order they came. */
export interface Lane {
  /** Never rejects where the job does not. */
  run<T>(job: () => Promise<T>): Promise<T>;
}

/** A lane with room for `width` jobs side by side. */
export function openLane(width: number): Lane {
  let running = 0;
  const waiting: (() => void)[] = [];
  const next = () => {
    running -= 1;
    waiting.shift()?.();
  };
  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        const start = () => {
          running += 1;
          job().then(resolve, reject).finally(next);
        };
        if (running < width) start();
        else waiting.push(start);
      }),
  };
}
